/// What is wrong in several rows for one and the same reason, so that it is said once.
package struct RefusedValues: Sendable, Hashable {
  /// The column; empty when whole rows are meant.
  package let column: String
  /// What is wrong, with the value when one is.
  package let reason: String
  /// What to do.
  package let remedy: String
  /// The rows, as a spreadsheet counts them, in order.
  package let rows: [Int]

  /// Puts refused rows together that say the same, in the order in which they come first.
  package static func grouped(_ refused: [RefusedRow]) -> [RefusedValues] {
    var order: [RefusedRow] = []
    var rows: [RefusedRow: [Int]] = [:]
    for row in refused {
      var key = row
      key.row = 0
      if rows[key] == nil { order.append(key) }
      if rows[key]?.last != row.row { rows[key, default: []].append(row.row) }
    }
    return order.map { key in
      RefusedValues(
        column: key.column, reason: key.reason, remedy: key.remedy, rows: rows[key] ?? [])
    }
  }

  /// Where and what in one line: `column Type, rows 3, 9, 12 and 40 more: “Foo” is …`.
  package var words: String {
    (column.isEmpty ? "" : "column \(column), ") + "\(Self.words(rows)): \(reason)"
  }

  /// Row numbers in words; the first three of many.
  static func words(_ rows: [Int]) -> String {
    guard rows.count > 1 else { return "row \(rows.first ?? 0)" }
    if rows.count <= 4 {
      let firsts = rows.dropLast().map(String.init).joined(separator: ", ")
      return "rows \(firsts) and \(rows.last ?? 0)"
    }
    let shown = rows.prefix(3).map(String.init).joined(separator: ", ")
    return "rows \(shown) and \(rows.count - 3) more"
  }
}
