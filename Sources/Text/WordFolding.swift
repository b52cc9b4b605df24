/// The words of a text in the form in which they are compared when searching.
///
/// Folded away are: case; marks on Latin letters; harakat, tatweel and the forms of alef (أ إ آ ٱ),
/// ى and ي, ة and ه, ؤ and و, ئ and ي; the Persian shapes of kaf and ya; the presentation forms that
/// PDF files hold; Arabic-Indic and Persian digits; ё and е; and every invisible character. Letters
/// that tell words apart stay: й, the Kazakh letters, hamza alone. Composed and decomposed spellings
/// give the same words. Everything that is neither letter, digit nor mark parts words.
package struct FoldedText: Sendable, Hashable {
  /// The words as UTF-8, each between spaces: ` word word `; empty without words.
  private let bytes: [UInt8]

  /// Folds a text.
  ///
  /// `composing` brings a text to its composed form (Unicode NFC), which needs tables that this
  /// module lacks. It is asked only for scripts without rules of their own here; left out, such a
  /// text counts as composed already, as every text of a register is.
  package init(_ text: String, composing: (String) -> String = { $0 }) {
    var folder = Folder()
    if folder.fold(text) {
      bytes = folder.finish()
    } else {
      // A script without rules of its own here: its composed form is what can be compared.
      var second = Folder()
      second.isComposed = true
      _ = second.fold(composing(text))
      bytes = second.finish()
    }
  }

  /// The folded words in the order of the text.
  package var words: [String] {
    bytes.split(separator: space).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the text has no word.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Whether each word of a query is a part of some word here; a query without words matches.
  ///
  /// A part is enough because Arabic writes article, conjunctions and prepositions on to the word.
  package func matches(_ query: FoldedText) -> Bool {
    let text = bytes.span
    return query.bytes.split(separator: space).allSatisfy { contains(text, $0.span) }
  }
}

private let space: UInt8 = 0x20

/// Searches for bytes; the needle has no space, so a hit is inside one word.
private func contains(_ text: Span<UInt8>, _ needle: Span<UInt8>) -> Bool {
  guard needle.count > 0 else { return true }
  guard needle.count <= text.count else { return false }
  let (first, last) = (needle[0], needle[needle.count - 1])
  for start in 0...(text.count - needle.count)
  where text[start] == first && text[start + needle.count - 1] == last {
    var step = 1
    while step < needle.count, text[start + step] == needle[step] { step += 1 }
    if step >= needle.count { return true }
  }
  return false
}

/// The folding of a text, scalar by scalar, into bytes.
private struct Folder {
  /// Whether the text is composed already, so that any script can be kept as it is.
  var isComposed = false
  private var bytes: [UInt8] = []

  /// Folds a text; false when a script in it needs composing first.
  mutating func fold(_ text: String) -> Bool {
    var text = text
    text.makeContiguousUTF8()
    let source = text.utf8.span
    let table = lowFolds
    bytes.reserveCapacity(source.count + 2)
    bytes.append(space)
    var index = 0
    while index < source.count {
      let (value, length) = scalar(source, at: index)
      index += length
      var folded = value < 0x700 ? UInt32(table[Int(value)]) : foldedHigh(value)
      if folded == foreign {
        guard isComposed else { return false }
        folded = general(value)
      }
      append(folded, from: value)
    }
    return true
  }

  mutating func finish() -> [UInt8] {
    if bytes.last != space { bytes.append(space) }
    return bytes.count == 1 ? [] : bytes
  }

  private mutating func append(_ folded: UInt32, from value: UInt32) {
    switch folded {
    case dropped:
      // й is a letter of its own, not и with a mark.
      if value == 0x306, bytes.suffix(2) == [0xD0, 0xB8] { bytes[bytes.count - 1] = 0xB9 }
    case parted:
      if bytes.last != space { bytes.append(space) }
    case expanded:
      bytes.append(contentsOf: expansion(of: value).utf8)
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: folded))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | folded >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F))
    default:
      if let scalar = Unicode.Scalar(folded) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// Decodes one scalar; a string's bytes are always well formed.
  private func scalar(_ source: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(source[index])
    if first < 0x80 { return (first, 1) }
    func tail(_ step: Int) -> UInt32 { UInt32(source[index + step] & 0x3F) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}

// MARK: - What becomes of a scalar

/// The scalar leaves no trace.
private let dropped: UInt32 = 0
/// The scalar parts words.
private let parted: UInt32 = 0x20
/// The scalar becomes several letters.
private let expanded: UInt32 = 1
/// The scalar is of a script without rules here: composed, it stays as it is.
private let foreign: UInt32 = 2

/// The folds of U+0000 to U+06FF: Latin, Cyrillic and Arabic; Greek and Hebrew are foreign.
private let lowFolds: [UInt16] = (0..<0x700).map { UInt16(truncatingIfNeeded: foldedLow($0)) }

private func foldedLow(_ value: UInt32) -> UInt32 {
  switch value {
  case 0x30...0x39, 0x61...0x7A: value
  case 0x41...0x5A: value + 0x20
  case 0..<0xAA: parted
  case 0xAD, 0x300...0x36F, 0x483...0x489: dropped
  case 0xC6, 0xDF, 0xE6, 0x132, 0x133, 0x152, 0x153, 0x1E2, 0x1E3, 0x1FC, 0x1FD: expanded
  case 0xC0...0x24F: latinBase(value, latinBases, from: 0xC0) ?? general(value)
  case 0x400...0x52F:
    cyrillicBases[smallLetter(value)] ?? smallLetter(value)
  case 0x600...0x6FF: foldedArabic(value)
  case 0x370...0x3FF, 0x530...0x5FF: foreign
  default: general(value)
  }
}

private func foldedArabic(_ value: UInt32) -> UInt32 {
  switch value {
  case 0x622, 0x623, 0x625, 0x671...0x673: 0x627
  case 0x624: 0x648
  case 0x626, 0x649, 0x6CC, 0x6D2, 0x6D3: 0x64A
  case 0x629, 0x6BE, 0x6C0...0x6C3, 0x6D5: 0x647
  case 0x6A9, 0x6AA: 0x643
  case 0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8,
    0x6EA...0x6ED:
    dropped
  case 0x660...0x669: value - 0x660 + 0x30
  case 0x6F0...0x6F9: value - 0x6F0 + 0x30
  default: general(value)
  }
}

private func foldedHigh(_ value: UInt32) -> UInt32 {
  switch value {
  case 0x1E9E, 0xFEF5...0xFEFC: expanded
  case 0x1E00...0x1EFF: latinBase(value, latinAdditionalBases, from: 0x1E00) ?? general(value)
  case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: dropped
  case 0x2000...0x206F: parted
  case 0xFE70...0xFE7F: dropped
  case 0xFE80...0xFEF4: presentationForms[Int(value) - 0xFE80]
  case 0xFF10...0xFF19: value - 0xFF10 + 0x30
  case 0x2070...0x20FF, 0x2150...0x2BFF, 0x3000...0x3004, 0xE000...0xF8FF, 0x1F000...0x1FAFF:
    general(value)
  default: foreign
  }
}

/// What is a letter, digit or mark stays, in small letters; anything else parts words.
private func general(_ value: UInt32) -> UInt32 {
  guard let scalar = Unicode.Scalar(value) else { return parted }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .nonspacingMark, .spacingMark, .enclosingMark: return value
  case .format, .control: return dropped
  default:
    let isWord = properties.isAlphabetic || properties.numericType != nil
    return isWord ? smallLetter(value) : parted
  }
}

/// The small letter, where it is one scalar.
private func smallLetter(_ value: UInt32) -> UInt32 {
  guard let scalar = Unicode.Scalar(value) else { return value }
  let small = scalar.properties.lowercaseMapping.unicodeScalars
  return small.count == 1 ? small.first?.value ?? value : value
}

private func expansion(of value: UInt32) -> String {
  switch value {
  case 0xDF, 0x1E9E: "ss"
  case 0x132, 0x133: "ij"
  case 0x152, 0x153: "oe"
  case 0xFEF5...0xFEFC: "لا"
  default: "ae"
  }
}

// MARK: - Tables

private func latinBase(_ value: UInt32, _ bases: [UInt8], from start: UInt32) -> UInt32? {
  let base = bases[Int(value - start)]
  return base == UInt8(ascii: ".") ? nil : UInt32(base)
}

/// The base letters of U+00C0 to U+024F; a dot where the letter has no marks to lose.
private let latinBases = Array(
  """
  aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.yaaaaaaccccccccdd\
  ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..rrrrrrssssss\
  ssttttttuuuuuuuuuuuuwwyyyzzzzzz.................................oo.............u\
  u............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..oo\
  aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................
  """.utf8)

/// The base letters of U+1E00 to U+1EFF.
private let latinAdditionalBases = Array(
  """
  aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo\
  oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......\
  aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
  uuyyyyyyyy......
  """.utf8)

/// Cyrillic letters that are another letter with a mark, all but й.
private let cyrillicBases: [UInt32: UInt32] = {
  let pairs = "ѐеёеѓгїіќкѝиўуѷѵӂжӑаӓаӗеӛәӝжӟзӣиӥиӧоӫөӭэӯуӱуӳуӵчӹы".unicodeScalars.map(\.value)
  return Dictionary(
    stride(from: 0, to: pairs.count - 1, by: 2).map { (pairs[$0], pairs[$0 + 1]) },
    uniquingKeysWith: { first, _ in first })
}()

/// U+FE80 to U+FEF4: each Arabic letter in its two or four shapes, folded already.
private let presentationForms: [UInt32] = {
  let letters = "ءااوايابهتثجحخدذرزسشصضطظعغفقكلمنهويي".unicodeScalars
  let shapes = "122224242444442222444444444444444224".utf8.map { Int($0) - 0x30 }
  return zip(letters, shapes).flatMap { Array(repeating: $0.value, count: $1) }
}()
