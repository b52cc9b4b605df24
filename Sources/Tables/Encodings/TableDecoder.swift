package import Diagnostics

/// The text of a table and how it was read.
package struct DecodedText: Sendable, Hashable {
  /// The text without a byte order mark.
  package let text: String
  package let encoding: TextEncoding
  /// Whether the encoding was guessed from letters alone, so that a person should look at a sample.
  package let isGuess: Bool
}

/// The decoder that turns the bytes of a table into text.
package enum TableDecoder {
  /// Decodes bytes in a named encoding, or in the one they show.
  ///
  /// A file that is no text is refused by its kind (`table.json`, `table.workbook` …). Without a name,
  /// in this order: a byte order mark decides; zero bytes, on one side of the pairs, mean UTF-16;
  /// bytes that are UTF-8 are UTF-8; the rest is one of the single-byte pages, see ``EncodingGuess``.
  /// The mark of UTF-8 counts more than a name, and that of UTF-16 more than the order of bytes in
  /// it. Findings: `table.encoding` with line and column for a byte that has no character, and
  /// `table.encoding-unclear` when the letters do not tell. The languages are those of the register.
  package static func decode(
    _ bytes: Span<UInt8>, path: String, as named: TextEncoding? = nil, languages: [String] = []
  ) throws(Diagnostic) -> DecodedText {
    if let kind = FileKind.of(bytes) { throw kind.refusal(at: path) }
    if named == nil, byteOrderMark(bytes, named) == nil, FileKind.isBinary(bytes) {
      throw FileKind.unknown.refusal(at: path)
    }
    return try decodeText(bytes, path: path, as: named, languages: languages)
  }

  /// Decodes bytes in the same way that are any text of a person and not a table.
  package static func decodeText(
    _ bytes: Span<UInt8>, path: String, as named: TextEncoding? = nil, languages: [String] = []
  ) throws(Diagnostic) -> DecodedText {
    if let (encoding, length) = byteOrderMark(bytes, named) {
      let text = try text(bytes, from: length, as: encoding, path: path)
      return DecodedText(text: text, encoding: encoding, isGuess: false)
    }
    if let named {
      let text = try text(bytes, from: 0, as: named, path: path)
      return DecodedText(text: text, encoding: named, isGuess: false)
    }
    if let wide = EncodingGuess.utf16(bytes) {
      let text = try text(bytes, from: 0, as: wide, path: path)
      return DecodedText(text: text, encoding: wide, isGuess: false)
    }
    guard firstInvalidUTF8(bytes, from: 0) != nil, !isNearlyUTF8(bytes) else {
      let text = try text(bytes, from: 0, as: .utf8, path: path)
      return DecodedText(text: text, encoding: .utf8, isGuess: false)
    }
    guard let page = EncodingGuess.codePage(bytes, languages: languages) else {
      throw Diagnostic(
        rule: "table.encoding-unclear", at: SourceLocation(path: path),
        message: "the file is not UTF-8, and its letters do not tell which encoding it is",
        hint:
          "name it: windows-1252 (Western Europe), windows-1256 (Arabic), windows-1251 or koi8-r "
          + "(Russian), windows-1254 (Turkish), windows-1250 (Central Europe); or save as UTF-8")
    }
    let text = try text(bytes, from: 0, as: page, path: path)
    return DecodedText(text: text, encoding: page, isGuess: true)
  }

  /// The readings among which somebody has to choose: none when the encoding shows itself.
  ///
  /// The likeliest come first, four at most. Bytes that are no text have none.
  package static func doubtfulReadings(
    _ bytes: Span<UInt8>, languages: [String]
  ) -> [EncodingReading] {
    guard FileKind.of(bytes) == nil, byteOrderMark(bytes, nil) == nil, !FileKind.isBinary(bytes),
      EncodingGuess.utf16(bytes) == nil, firstInvalidUTF8(bytes, from: 0) != nil,
      !isNearlyUTF8(bytes),
      EncodingGuess.codePage(bytes, languages: languages) == nil
    else { return [] }
    let readings = EncodingGuess.readings(bytes, languages: languages).map(\.reading)
    let likely = readings.filter(\.isLikely)
    return Array((likely.count > 1 ? likely : readings).prefix(4))
  }

  /// The mark at the beginning with its length, and the encoding that it means.
  private static func byteOrderMark(
    _ bytes: Span<UInt8>, _ named: TextEncoding?
  ) -> (encoding: TextEncoding, length: Int)? {
    if starts(bytes, with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    guard [nil, .utf16LittleEndian, .utf16BigEndian].contains(named) else { return nil }
    if starts(bytes, with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    return starts(bytes, with: [0xFE, 0xFF]) ? (.utf16BigEndian, 2) : nil
  }

  /// Whether a file is UTF-8 but for a few bytes, which somebody pasted into it.
  private static func isNearlyUTF8(_ bytes: Span<UInt8>) -> Bool {
    var (whole, broken) = (0, 0)
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes, at: index)
      if length == 0 { broken += 1 }
      if length > 1 { whole += 1 }
      index += max(1, length)
    }
    return whole > broken * 10
  }

  private static func text(
    _ bytes: Span<UInt8>, from start: Int, as encoding: TextEncoding, path: String
  ) throws(Diagnostic) -> String {
    let outcome: Result<String, Undecodable> =
      switch encoding {
      case .utf8: decodeUTF8(bytes, from: start)
      case .utf16LittleEndian: decodeUTF16(bytes, from: start, high: 1)
      case .utf16BigEndian: decodeUTF16(bytes, from: start, high: 0)
      default: PageConversion.text(bytes, from: start, page: encoding.name)
      }
    switch outcome {
    case .success(let text): return text
    case .failure(let fault):
      throw Diagnostic(
        rule: "table.encoding",
        at: SourceLocation(path: path, line: fault.line, column: fault.column),
        message: "the bytes here are not \(encoding.name)",
        hint: "save the table as “CSV UTF-8”, or name the encoding it really has")
    }
  }
}

/// The place where decoding stopped.
struct Undecodable: Error {
  var line: Int
  var column: Int
}

private func starts(_ bytes: Span<UInt8>, with prefix: [UInt8]) -> Bool {
  guard bytes.count >= prefix.count else { return false }
  return prefix.indices.allSatisfy { bytes[$0] == prefix[$0] }
}
