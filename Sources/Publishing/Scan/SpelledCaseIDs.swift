internal import CaseModel

/// The ids of cases in a text, however they are spelled there: as in files, in small letters, without
/// dashes, with spaces or other signs, in pieces of which some are bold, with the digits of other scripts.
///
/// Whole ids are known by their check symbol; their last eight symbols, which a command takes too, only
/// where there is such a case.
struct SpelledCaseIDs {
  /// The last eight symbols of the cases that there are.
  private let endings: Set<String>

  /// Takes the cases of the register.
  init(of cases: [CaseID]) {
    endings = Set(cases.map { String($0.symbols.suffix(8)) })
  }

  /// The words that are ids, as they are spelled.
  func found(in bytes: [UInt8]) -> [String] {
    let plain = PlainText.bytes(of: bytes)
    return ids(in: plain)
      + (plain.contains(Self.less) ? ids(in: PlainText.withoutMarks(plain)) : [])
  }

  private static let less = UInt8(ascii: "<")

  private func ids(in plain: [UInt8]) -> [String] {
    let text = plain.span
    var found: [String] = []
    var start = 0
    while start < text.count {
      guard Self.isSymbol(text[start]), start == 0 || !Self.isSymbol(text[start - 1]) else {
        start += 1
        continue
      }
      if Self.isDigit(text[start]), let end = Self.end(of: text, from: start, groups: 3),
        let word = wholeID(plain[start..<end])
      {
        found.append(word)
        start = end
      } else if !endings.isEmpty, let end = Self.end(of: text, from: start, groups: 2),
        let word = ending(plain[start..<end])
      {
        found.append(word)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private func wholeID(_ bytes: ArraySlice<UInt8>) -> String? {
    let word = String(decoding: bytes, as: UTF8.self)
    return CaseID(word.filter { $0.isLetter || $0.isNumber }) != nil ? word : nil
  }

  private func ending(_ bytes: ArraySlice<UInt8>) -> String? {
    let word = String(decoding: bytes, as: UTF8.self)
    guard let symbols = CaseID.symbols(ofTyped: word.filter { $0.isLetter || $0.isNumber }),
      endings.contains(symbols)
    else { return nil }
    return word
  }

  /// How many signs may stand between two groups of an id.
  private static let longestGap = 3

  /// Where so many groups of four symbols end that stand together, or with the same between them; nil
  /// where they do not.
  ///
  /// Three groups begin with the four digits of a month.
  private static func end(of text: Span<UInt8>, from start: Int, groups: Int) -> Int? {
    var (index, symbols, gaps) = (start, 0, [[UInt8]]())
    while index < text.count, symbols < 4 * groups {
      if symbols > 0, symbols.isMultiple(of: 4) {
        var gap: [UInt8] = []
        while index < text.count, gap.count < longestGap, isGap(text[index]) {
          gap.append(text[index])
          index += 1
        }
        gaps.append(gap)
        guard index < text.count else { return nil }
      }
      guard symbols < 4 && groups == 3 ? isDigit(text[index]) : isSymbol(text[index]) else {
        return nil
      }
      (index, symbols) = (index + 1, symbols + 1)
    }
    guard symbols == 4 * groups, gaps.first == gaps.last,
      index == text.count || !isSymbol(text[index])
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
