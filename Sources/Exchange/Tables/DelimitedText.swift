package import Diagnostics

/// A table read from delimited text: its header, its rows, and what was odd about it.
package struct DelimitedText: Sendable {
  package let separator: CellSeparator
  /// The names of the columns, without outer spaces; a name may be empty or repeated.
  package let header: [String]
  /// The rows below the header that hold any text, in order.
  package let rows: [DelimitedRow]
  /// Warnings, such as rows with more or fewer cells than the header.
  package let findings: [Diagnostic]

  /// Reads a table.
  ///
  /// A first line `sep=;` names the separator, as Excel writes it; otherwise it is found by trying.
  /// `headerRow` counts as a spreadsheet does. A quote that nothing closes is an error
  /// (`table.quote`), because it would swallow the rest of the file; so is a missing header
  /// (`table.header`).
  package static func parse(
    _ text: String, path: String, separator named: CellSeparator? = nil, headerRow: Int = 1
  ) throws(Diagnostic) -> DelimitedText {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8.span
    let note = separatorLine(bytes)
    let start = note?.end ?? 0
    let separator =
      named ?? note?.separator ?? detectSeparator(bytes, from: start, headerRow: headerRow)
    var scanner = DelimitedScanner(
      separator: separator.byte, from: start, line: note == nil ? 1 : 2)
    var header: DelimitedRow?
    var rows: [DelimitedRow] = []
    while let row = scanner.next(in: bytes) {
      if row.number == headerRow {
        header = row
      } else if row.number > headerRow, row.cells.contains(where: { !$0.isEmpty }) {
        rows.append(row)
      }
    }
    if let line = scanner.unclosedQuote {
      throw Diagnostic(
        rule: "table.quote", at: SourceLocation(path: path, line: line),
        message: "a cell begins with a quote here, and nothing closes it",
        hint: "close it, or remove the quote at the beginning of the cell")
    }
    guard let header else {
      throw Diagnostic(
        rule: "table.header", at: SourceLocation(path: path),
        message: "row \(headerRow), which should hold the names of the columns, is empty",
        hint: "say on which row the names are")
    }
    return DelimitedText(
      separator: separator, header: header.cells.map(squeezed), rows: rows,
      findings: raggedRows(rows, width: header.cells.count, path: path))
  }

  /// Finds a column by name; `name#2` is the second column of that name.
  ///
  /// Line breaks and repeated spaces in long questions count as one space.
  package func column(_ name: String) -> Int? {
    let wanted = squeezed(name)
    if let exact = header.firstIndex(of: wanted) { return exact }
    guard let mark = wanted.lastIndex(of: "#"),
      let count = Int(wanted[wanted.index(after: mark)...]), count > 0
    else { return nil }
    let places = header.indices.filter { header[$0] == wanted[..<mark] }
    return count <= places.count ? places[count - 1] : nil
  }

  /// Names a column so that ``column(_:)`` finds it again: repeated names get their number.
  package func name(ofColumn index: Int) -> String? {
    guard header.indices.contains(index) else { return nil }
    let earlier = header[..<index].count { $0 == header[index] }
    return earlier == 0 ? header[index] : "\(header[index])#\(earlier + 1)"
  }
}

extension DelimitedRow {
  /// The text in a column; empty where the row is too short.
  package subscript(_ column: Int) -> String {
    cells.indices.contains(column) ? cells[column] : ""
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

/// Warns about rows of another width; cells beyond the header count only if they hold text.
private func raggedRows(_ rows: [DelimitedRow], width: Int, path: String) -> [Diagnostic] {
  let shown = 10
  let ragged = rows.filter { row in
    row.cells.count < width || row.cells.dropFirst(width).contains { !$0.isEmpty }
  }
  var findings = ragged.prefix(shown).map { row in
    Diagnostic(
      .warning, rule: "table.ragged", at: SourceLocation(path: path, line: row.line),
      message: "row \(row.number) has \(row.cells.count) cells, the header has \(width)")
  }
  if ragged.count > shown {
    findings.append(
      Diagnostic(
        .note, rule: "table.ragged", at: SourceLocation(path: path),
        message: "\(ragged.count - shown) more rows have another number of cells than the header"))
  }
  return findings
}

/// Drops outer white space and turns every run of it inside into one space.
private func squeezed(_ name: String) -> String {
  name.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
}
