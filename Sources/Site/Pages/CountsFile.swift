import Disclosure

/// All tables as one CSV file (RFC 4180, with line feeds): one published value per line.
///
/// The columns are the table, every dimension that some table has, the measure, the value and its
/// flag. Codes and ASCII digits only; lines are sorted as bytes, so equal releases are equal files.
enum CountsFile {
  static func text(_ release: Release) -> String {
    let dimensions = Set(release.tables.map(\.rowDimension)).sorted()
    var lines: [String] = []
    for table in release.tables {
      for row in table.rows {
        for (measure, value) in zip(table.columns, row.values) {
          let codes = dimensions.map { $0 == table.rowDimension ? row.code : "" }
          let number = value.number.map { String($0) } ?? ""
          lines.append(line([table.id] + codes + [measure, number, value.flag]))
        }
      }
    }
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ([line(["table"] + dimensions + ["measure", "value", "flag"])] + lines)
      .map { $0 + "\n" }.joined()
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",")
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
