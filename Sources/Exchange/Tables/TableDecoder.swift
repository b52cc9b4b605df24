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
  /// Without a name, in this order: a byte order mark decides (it is also taken off when an encoding
  /// is named); zero bytes, on one side of the pairs, mean UTF-16; bytes that are UTF-8 are UTF-8;
  /// the rest is one of the single-byte pages, see ``EncodingGuess``. Findings: `table.workbook` for
  /// an Excel file, `table.encoding` with line and column for a byte that has no character, and
  /// `table.encoding-unclear` when the letters do not tell.
  package static func decode(
    _ bytes: Span<UInt8>, path: String, as named: TextEncoding? = nil
  ) throws(Diagnostic) -> DecodedText {
    try refuseWorkbook(bytes, path: path)
    let mark = byteOrderMark(bytes)
    if let encoding = named ?? mark?.encoding {
      let skipped = mark?.encoding == encoding ? mark?.length ?? 0 : 0
      let text = try text(bytes, from: skipped, as: encoding, path: path)
      return DecodedText(text: text, encoding: encoding, isGuess: false)
    }
    if let wide = EncodingGuess.utf16(bytes) {
      let text = try text(bytes, from: 0, as: wide, path: path)
      return DecodedText(text: text, encoding: wide, isGuess: false)
    }
    if firstInvalidUTF8(bytes, from: 0) == nil {
      let text = try text(bytes, from: 0, as: .utf8, path: path)
      return DecodedText(text: text, encoding: .utf8, isGuess: false)
    }
    guard let page = EncodingGuess.codePage(bytes) else {
      throw Diagnostic(
        rule: "table.encoding-unclear", at: SourceLocation(path: path),
        message: "the file is not UTF-8, and its letters do not tell which encoding it is",
        hint: "name it: windows-1256 (Arabic), windows-1251 or koi8-r (Russian); or save as UTF-8")
    }
    let text = try text(bytes, from: 0, as: page, path: path)
    return DecodedText(text: text, encoding: page, isGuess: true)
  }

  private static func refuseWorkbook(_ bytes: Span<UInt8>, path: String) throws(Diagnostic) {
    let isZip = starts(bytes, with: [0x50, 0x4B, 0x03, 0x04])
    let isCompound = starts(bytes, with: [0xD0, 0xCF, 0x11, 0xE0])
    guard isZip || isCompound else { return }
    throw Diagnostic(
      rule: "table.workbook", at: SourceLocation(path: path),
      message: "this is a workbook, not a text table",
      hint: "open it in a spreadsheet program and save the sheet as “CSV UTF-8”")
  }

  private static func byteOrderMark(
    _ bytes: Span<UInt8>
  ) -> (encoding: TextEncoding, length: Int)? {
    if starts(bytes, with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if starts(bytes, with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if starts(bytes, with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  private static func text(
    _ bytes: Span<UInt8>, from start: Int, as encoding: TextEncoding, path: String
  ) throws(Diagnostic) -> String {
    let outcome: Result<String, Undecodable> =
      switch encoding {
      case .utf8: decodeUTF8(bytes, from: start)
      case .utf16LittleEndian: decodeUTF16(bytes, from: start, high: 1)
      case .utf16BigEndian: decodeUTF16(bytes, from: start, high: 0)
      case .windows1256, .windows1251, .koi8r:
        decodeCodePage(bytes, encoding.codePage ?? [])
      }
    switch outcome {
    case .success(let text): return text
    case .failure(let fault):
      throw Diagnostic(
        rule: "table.encoding",
        at: SourceLocation(path: path, line: fault.line, column: fault.column),
        message: "the bytes here are not \(encoding.rawValue)",
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
