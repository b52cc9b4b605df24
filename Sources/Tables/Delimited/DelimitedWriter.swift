internal import Text

/// The writer of rows as delimited text (RFC 4180, lines end with CR LF).
package struct DelimitedWriter: Sendable {
  /// The reader for whom the file is written.
  package enum Reader: Sendable, Hashable {
    /// A program: every cell comes back exactly as it was.
    case machine
    /// A person with a spreadsheet: the file begins with a byte order mark, without which Excel
    /// reads UTF-8 as something else, and no cell can become a formula.
    case spreadsheet
  }

  /// What was written so far.
  package private(set) var text: String
  private let separator: CellSeparator
  private let reader: Reader
  private var isFirstCell = true

  package init(for reader: Reader, separator: CellSeparator = .comma) {
    self.reader = reader
    self.separator = separator
    text = reader == .spreadsheet ? "\u{FEFF}" : ""
  }

  /// Appends one row, which must have a cell.
  package mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += separator.rawValue }
      let value = reader == .spreadsheet ? SpreadsheetCell.safe(cell) : cell
      let isEmptyLine = cells.count == 1 && value.isEmpty
      let isInstruction = isFirstCell && opensFile(value)
      text += DelimitedLine.cell(
        value, separator: separator.byte, isQuoted: isEmptyLine || isInstruction)
      isFirstCell = false
    }
    text += "\r\n"
  }

  /// Whether a reader would take the first cell for a byte order mark or a `sep=` line.
  private func opensFile(_ cell: String) -> Bool {
    cell.unicodeScalars.first == "\u{FEFF}" || cell.lowercased().hasPrefix("sep=")
  }
}
