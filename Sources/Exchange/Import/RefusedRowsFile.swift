package import Register

/// The rows that were refused, as a table of their own that can be corrected and imported.
///
/// It holds every cell of those rows, also the private ones: only its owner may read it, and it
/// lies outside the register.
package enum RefusedRowsFile {
  /// The column that says what is wrong; an import passes over it.
  static let reasonColumn = "import-refused"

  /// Writes the refused rows of a plan with mode 0600; an earlier file of that name is replaced.
  ///
  /// Throws `Diagnostic` for a path inside the register, or when the file cannot be written.
  package static func write(_ plan: ImportPlan, to path: String, register: Register) throws {
    try register.writePrivateFile(Array(text(plan).utf8), to: path)
  }

  /// The table: UTF-8 with a byte order mark, the header on its old row, one more column of reasons.
  static func text(_ plan: ImportPlan) -> String {
    let table = plan.table
    let old = table.header.firstIndex(of: reasonColumn)
    let without = { (cells: [String]) in
      cells.enumerated().filter { $0.offset != old }.map(\.element)
    }
    var writer = DelimitedWriter(for: .machine, separator: table.separator)
    writer.append(without(table.header) + [reasonColumn])
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
    let above = String(repeating: "\r\n", count: max(0, plan.headerRow - 1))
    return "\u{FEFF}" + above + writer.text
  }
}
