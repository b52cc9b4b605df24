package import Register
internal import Tables

/// The rows that were refused, as a table of their own that can be corrected and imported.
///
/// It holds every cell of those rows, also the private ones: only its owner may read it, and it
/// lies outside the register.
package enum RefusedRowsFile {
  /// The column that says what is wrong; an import passes over it.
  static let reasonColumn = "import-refused"

  /// Writes the refused rows of a plan with mode 0600; those of an earlier import are replaced.
  ///
  /// Throws `Diagnostic` for a path inside the register, for one where anything else stands, or when
  /// the file cannot be written.
  package static func write(_ plan: ImportPlan, to path: String, register: Register) throws {
    try register.writePrivateFile(
      Array(text(plan).utf8), to: path, replacing: isOfAnEarlierImport)
  }

  /// Refuses a path to which the rows could not be written, before anything is imported.
  package static func requirePlace(_ path: String, register: Register) throws {
    try register.requirePrivatePlace(path, replacing: isOfAnEarlierImport)
  }

  /// Whether a file is a table of refused rows, also one that a spreadsheet has saved since: it
  /// names the column near its beginning.
  private static func isOfAnEarlierImport(_ bytes: [UInt8]) -> Bool {
    // A name of a column may hold a line end, so the whole beginning is looked through.
    String(decoding: bytes.prefix(1 << 16), as: UTF8.self).contains(reasonColumn)
  }

  /// The table: UTF-8 with a byte order mark, the header on its old row, one more column of reasons.
  static func text(_ plan: ImportPlan) -> String {
    let table = plan.table
    let old = table.header.firstIndex(of: reasonColumn)
    let without = { (cells: [String]) in
      cells.enumerated().filter { $0.offset != old }.map(\.element)
    }
    var head = DelimitedWriter(for: .machine, separator: table.separator)
    head.append(without(table.header) + [reasonColumn])
    var writer = DelimitedWriter(for: .machine, separator: table.separator)
    let reasons = Dictionary(grouping: plan.refused, by: \.row)
    for row in table.rows {
      guard let problems = reasons[row.number] else { continue }
      let missing = max(0, table.header.count - row.cells.count)
      let cells = row.cells + Array(repeating: "", count: missing)
      writer.append(
        without(Array(cells.prefix(table.header.count)))
          + [problems.map(\.words).joined(separator: "; ")]
          + cells.dropFirst(table.header.count))
    }
    // The rows stand where the map looks for them.
    let above = String(repeating: "\r\n", count: max(0, table.headerRow - 1))
    let between = String(repeating: "\r\n", count: max(0, table.firstRow - table.headerRow - 1))
    return "\u{FEFF}" + above + head.text + between + writer.text
  }
}
