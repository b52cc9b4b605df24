internal import CaseModel

/// The ids of cases in a text, however they are spelled there: as in files, in small letters, without
/// dashes, with other dashes, with the digits of other scripts.
enum SpelledCaseIDs {
  /// The words that are ids with a check symbol that is right, as they are spelled.
  static func found(in bytes: [UInt8]) -> [String] {
    let plain = withPlainDigits(bytes)
    let text = plain.span
    var found: [String] = []
    var start = 0
    while start < text.count {
      guard isDigit(text[start]), start == 0 || !isSymbol(text[start - 1]),
        let end = end(of: text, from: start)
      else {
        start += 1
        continue
      }
      let word = String(decoding: plain[start..<end], as: UTF8.self)
      if CaseID(word) != nil { found.append(word) }
      start = end
    }
    return found
  }

  /// Where twelve symbols end that stand together, or in three groups of four; nil where they do not.
  private static func end(of text: Span<UInt8>, from start: Int) -> Int? {
    var (index, symbols) = (start, 0)
    while index < text.count, symbols < 12 {
      if symbols == 4 || symbols == 8, text[index] == dash {
        index += 1
        guard index < text.count else { return nil }
      }
      guard symbols < 4 ? isDigit(text[index]) : isSymbol(text[index]) else { return nil }
      (index, symbols) = (index + 1, symbols + 1)
    }
    guard symbols == 12, index == text.count || !isSymbol(text[index]) else { return nil }
    return index
  }

  private static let dash = UInt8(ascii: "-")

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSymbol(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The text with Arabic and Persian digits, and dashes that only look otherwise, as ASCII has them.
  private static func withPlainDigits(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      switch (bytes[index], next, third) {
      case (0xD9, 0xA0...0xA9, _):
        plain.append(next - 0xA0 + 0x30)
        index += 2
      case (0xDB, 0xB0...0xB9, _):
        plain.append(next - 0xB0 + 0x30)
        index += 2
      // The hyphens and dashes from U+2010 to U+2015.
      case (0xE2, 0x80, 0x90...0x95):
        plain.append(dash)
        index += 3
      default:
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }
}
