package import Diagnostics

/// The rows of delimited text, as they stand in the file.
package struct DelimitedText: Sendable {
  package let separator: CellSeparator
  /// All rows that are not empty lines, above the header too.
  package let rows: [TableRow]

  /// Reads all rows.
  ///
  /// A first line `sep=;` names the separator, as Excel writes it; otherwise it is found by trying.
  /// A quote that nothing closes is an error (`table.quote`), because it would swallow the rest of
  /// the file.
  package init(
    _ text: String, path: String, separator named: CellSeparator? = nil, headerRow: Int? = nil
  ) throws(Diagnostic) {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8.span
    let note = separatorLine(bytes)
    let start = note?.end ?? 0
    separator =
      named ?? note?.separator ?? detectSeparator(bytes, from: start, headerRow: headerRow)
    var scanner = DelimitedScanner(
      separator: separator.byte, from: start, line: note == nil ? 1 : 2)
    var rows: [TableRow] = []
    while let row = scanner.next(in: bytes) { rows.append(row) }
    if let line = scanner.unclosedQuote {
      throw Diagnostic(
        rule: "table.quote", at: SourceLocation(path: path, line: line),
        message: "a cell begins with a quote here, and nothing closes it",
        hint: "close it, or remove the quote at the beginning of the cell")
    }
    self.rows = rows
  }

  /// Reads a table whose header row is known, and its first row of data where others are between.
  package static func parse(
    _ text: String, path: String, separator: CellSeparator? = nil, headerRow: Int = 1,
    firstRow: Int? = nil
  ) throws(Diagnostic) -> Table {
    let read = try DelimitedText(text, path: path, separator: separator, headerRow: headerRow)
    return try Table(
      read.rows, headerRow: headerRow, firstRow: firstRow, separator: read.separator, path: path)
  }
}

/// Reads a first line such as `sep=;`.
private func separatorLine(_ bytes: Span<UInt8>) -> (separator: CellSeparator, end: Int)? {
  guard bytes.count >= 5 else { return nil }
  for (index, byte) in "sep=".utf8.enumerated() where bytes[index] | 0x20 != byte | 0x20 {
    return nil
  }
  guard let separator = CellSeparator.allCases.first(where: { $0.byte == bytes[4] }) else {
    return nil
  }
  var end = 5
  if end < bytes.count, bytes[end] == 0x0D { end += 1 }
  if end < bytes.count, bytes[end] == 0x0A { end += 1 }
  return end > 5 || end == bytes.count ? (separator, end) : nil
}
