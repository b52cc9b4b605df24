internal import CaseModel

/// A table of the open data as RFC 4180 describes it, with line feeds; safe to open with a spreadsheet.
package enum OpenTable {
  /// The bytes of a file with these lines.
  package static func bytes(_ lines: [[String]]) -> [UInt8] {
    Array(lines.map { $0.map(field).joined(separator: ",") + "\n" }.joined().utf8)
  }

  private static func field(_ cell: String) -> String {
    let text = SpreadsheetCell.safe(cell)
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
