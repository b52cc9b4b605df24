/// A guess at the encoding of a table that carries no mark.
///
/// UTF-16 shows itself by zero bytes: separators and line ends are ASCII. For the pages of single
/// bytes the letters decide: each page reads the same bytes as other letters, and only the right one
/// gives letters and pairs that a language uses, capitals at the beginning of words, endings at their
/// end, and no words of two scripts. Pages that read the file as the same text are one reading.
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

  /// The readings that the bytes allow, the likeliest first.
  ///
  /// The languages are those of the register: their letters are expected a little more.
  static func readings(
    _ bytes: Span<UInt8>, languages: [String]
  ) -> [(reading: EncodingReading, points: Int)] {
    let sample = telling(bytes)
    var readings: [(reading: EncodingReading, points: Int)] = []
    for (page, prior) in pages {
      guard case .success(let text) = PageConversion.text(sample.span, from: 0, page: page.name),
        !text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) })
      else { continue }
      // What two pages read alike is one reading, and has the name of the commoner page.
      guard !readings.contains(where: { $0.reading.text == text }) else { continue }
      let score = TextScore(text, languages: languages)
      readings.append(
        (
          EncodingReading(
            encoding: page, text: text, isLikely: score.isLikely, letterWords: score.letterWords),
          score.points + prior
        ))
    }
    return readings.enumerated()
      .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
      .map(\.element)
  }

  /// The page whose letters look like words; nil when none or several do.
  static func codePage(_ bytes: Span<UInt8>, languages: [String] = []) -> TextEncoding? {
    let readings = readings(bytes, languages: languages)
    guard let best = readings.first, best.reading.isLikely else { return nil }
    let second = readings.dropFirst().first { $0.reading.isLikely }?.points ?? 0
    // One word says little of letters. A mark such as ’ in the middle of words says enough.
    let lead =
      switch best.reading.letterWords {
      case 0: 4
      case 1: 12
      default: 8
      }
    return best.points - max(0, second) >= lead ? best.reading.encoding : nil
  }

  /// The pages that people's programs write, with what is taken off those that have become rare.
  private static let pages: [(page: TextEncoding, prior: Int)] = [
    (.windows1252, 0), (.windows1256, 0), (.windows1251, 0), (.windows1254, -2),
    (.windows1250, -2), (.koi8r, -2), (.isoArabic, -4), (.isoCyrillic, -4), (.latin2, -4),
    (.dosCyrillic, -4), (.macintosh, -8),
  ]

  /// The lines with letters beyond ASCII, as many as tell enough, and those with a byte that is rare
  /// in the whole file: two pages may differ in nothing else.
  private static func telling(_ bytes: Span<UInt8>) -> [UInt8] {
    var sample: [UInt8] = []
    var seen = [Int](repeating: 0, count: 256)
    var start = 0
    var isTelling = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80, sample.count <= 1 << 16 || seen[Int(byte)] < 4 { isTelling = true }
      guard byte == 0x0A || byte == 0x0D || index == bytes.count - 1 else { continue }
      if isTelling {
        for place in start...index {
          sample.append(bytes[place])
          seen[Int(bytes[place])] += 1
        }
      }
      start = index + 1
      isTelling = false
    }
    return sample
  }
}

/// One way to read the bytes of a table.
package struct EncodingReading: Sendable, Hashable {
  /// The page; the commonest of those that read the same.
  package let encoding: TextEncoding
  /// The lines with letters beyond ASCII as the page reads them.
  package let text: String
  /// Whether the letters look like words of a language.
  package let isLikely: Bool
  /// How many different words of several letters have some beyond ASCII.
  let letterWords: Int
}
