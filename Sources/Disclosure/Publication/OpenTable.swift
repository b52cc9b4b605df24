internal import Text
internal import CaseModel

/// A table of the open data as RFC 4180 describes it, with line feeds; safe to open with a spreadsheet.
package enum OpenTable {
  /// The bytes of a file with these lines.
  package static func bytes(_ lines: [[String]]) -> [UInt8] {
    Array(
      lines.map { DelimitedLine.text($0.map(SpreadsheetCell.safe)) + "\n" }.joined().utf8)
  }
}
