internal import CaseModel

/// The ids of cases in a text, however they are spelled there: as in files, in small letters, without
/// dashes, with spaces or other signs, in pieces of which some are bold, with the digits of other scripts.
enum SpelledCaseIDs {
  /// The words that are ids with a check symbol that is right, as they are spelled.
  static func found(in bytes: [UInt8]) -> [String] {
    let plain = PlainText.bytes(of: bytes)
    return ids(in: plain) + (plain.contains(less) ? ids(in: PlainText.withoutMarks(plain)) : [])
  }

  private static let less = UInt8(ascii: "<")

  private static func ids(in plain: [UInt8]) -> [String] {
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
      if CaseID(word.filter { $0.isLetter || $0.isNumber }) != nil { found.append(word) }
      start = end
    }
    return found
  }

  /// How many signs may stand between two groups of an id.
  private static let longestGap = 3

  /// Where twelve symbols end that stand together, or in three groups of four with the same between them;
  /// nil where they do not.
  private static func end(of text: Span<UInt8>, from start: Int) -> Int? {
    var (index, symbols, gaps) = (start, 0, [[UInt8]]())
    while index < text.count, symbols < 12 {
      if symbols == 4 || symbols == 8 {
        var gap: [UInt8] = []
        while index < text.count, gap.count < longestGap, isGap(text[index]) {
          gap.append(text[index])
          index += 1
        }
        gaps.append(gap)
        guard index < text.count else { return nil }
      }
      guard symbols < 4 ? isDigit(text[index]) : isSymbol(text[index]) else { return nil }
      (index, symbols) = (index + 1, symbols + 1)
    }
    guard symbols == 12, gaps.first == gaps.last, index == text.count || !isSymbol(text[index])
    else { return nil }
    return index
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "/"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSymbol(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
