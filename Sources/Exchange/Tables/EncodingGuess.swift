/// A guess at the encoding of a table that carries no mark.
///
/// UTF-16 shows itself by zero bytes: separators and line ends are ASCII. For the single-byte pages
/// the letters decide: each page reads the same bytes as different letters, and only the right one
/// gives letters about as often as Arabic or Russian uses them, capitals at the beginning of words,
/// and no words of two scripts. A letter counts as many points as its frequency in per mille has
/// binary digits, which is about a logarithm; an impossible neighbour takes six points away. A page
/// needs two points a letter on average and a lead of twenty in all. Less is no guess.
enum EncodingGuess {
  /// UTF-16 by the side on which the zero bytes are; nil without zero bytes.
  static func utf16(_ bytes: Span<UInt8>) -> TextEncoding? {
    var zeros = (even: 0, odd: 0)
    for index in 0..<min(bytes.count, 1 << 16) where bytes[index] == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard zeros.even != zeros.odd else { return nil }
    return zeros.odd > zeros.even ? .utf16LittleEndian : .utf16BigEndian
  }

  /// The single-byte page whose letters look like words; nil when none or several do.
  static func codePage(_ bytes: Span<UInt8>) -> TextEncoding? {
    let pages: [TextEncoding] = [.windows1256, .windows1251, .koi8r]
    let scores = pages.compactMap { page in
      points(bytes, page.codePage ?? []).map { (page: page, points: $0) }
    }
    .sorted { $0.points > $1.points }
    guard let best = scores.first, best.points >= 20 else { return nil }
    return scores.count > 1 && best.points - scores[1].points < 20 ? nil : best.page
  }

  /// The points of a page; nil when a byte has no character in it, or the average is too low.
  private static func points(_ bytes: Span<UInt8>, _ page: [UInt16]) -> Int? {
    var points = 0
    var letters = 0
    var previous = Letter.other
    for index in 0..<min(bytes.count, 1 << 18) {
      let byte = bytes[index]
      let value = byte < 0x80 ? UInt16(byte) : page[Int(byte) - 0x80]
      if value == 0xFFFD { return nil }
      let letter = Letter(value)
      if letter.clashes(with: previous) { points -= 6 }
      // A letter or tatweel drawn out ("ممتـــــاز") says no more than one.
      let isRepeated = index > 0 && bytes[index - 1] == byte
      if byte >= 0x80, !isRepeated, letter != .other || !isPunctuation(value) {
        letters += 1
        points += letter.points(of: value)
      }
      previous = letter
    }
    return points >= 2 * letters ? points : nil
  }

  /// What a text in any of the pages may contain beside letters.
  private static func isPunctuation(_ value: UInt16) -> Bool {
    switch value {
    case 0xA0, 0xAB, 0xBB, 0xB7, 0x2010...0x2026, 0x2116, 0x060C, 0x061B, 0x061F: true
    default: false
    }
  }
}

/// The class of a character of the three pages, by what it says about the language.
private enum Letter {
  case latin
  case accented
  case arabic
  case capital
  case small
  case other

  init(_ value: UInt16) {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7: self = .accented
    case 0x0621...0x0652: self = .arabic
    case 0x0410...0x042F, 0x0401: self = .capital
    case 0x0430...0x044F, 0x0451: self = .small
    default: self = .other
    }
  }

  /// Whether no word has this letter right after the other.
  func clashes(with previous: Letter) -> Bool {
    switch (previous, self) {
    case (.other, _), (_, .other), (.capital, .small): false
    case (.latin, .accented), (.accented, .latin): false
    default: self != previous
    }
  }

  func points(of value: UInt16) -> Int {
    switch self {
    case .arabic, .small: digits(of: frequencies[value])
    case .capital: digits(of: frequencies[value == 0x0401 ? 0x0451 : value + 0x20])
    case .accented: 3
    case .latin, .other: -2
    }
  }

  private func digits(of frequency: Int?) -> Int {
    Int.bitWidth - (frequency ?? 0).leadingZeroBitCount
  }
}

/// How often, of a thousand letters, Russian and Arabic texts use each; rounded.
private let frequencies: [UInt16: Int] = {
  let russian: KeyValuePairs = [
    "о": 109, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 43,
    "к": 35, "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16,
    "б": 16, "ч": 14, "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3,
    "ъ": 1, "ё": 1,
  ]
  let arabic: KeyValuePairs = [
    "ا": 130, "ل": 115, "ي": 75, "م": 65, "و": 60, "ن": 58, "ر": 48, "ت": 48, "ب": 38, "ع": 37,
    "د": 33, "ه": 32, "س": 28, "ف": 28, "ك": 25, "ق": 25, "ة": 25, "أ": 20, "ح": 20, "ج": 14,
    "ش": 12, "ص": 11, "ى": 9, "خ": 9, "ط": 9, "ذ": 8, "إ": 7, "ض": 6, "ث": 6, "ز": 6, "غ": 5,
    "ئ": 4, "ء": 4, "ظ": 3, "ؤ": 2, "آ": 2,
  ]
  var frequencies: [UInt16: Int] = [:]
  for (letter, count) in Array(russian) + Array(arabic) {
    for unit in letter.utf16 { frequencies[unit] = count }
  }
  // Tatweel and harakat: as rare letters.
  for unit in [0x0640] + Array(UInt16(0x064B)...0x0652) { frequencies[unit] = 4 }
  return frequencies
}()
