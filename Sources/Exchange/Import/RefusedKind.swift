/// Rows that are refused for one and the same reason, told in one line.
package struct RefusedKind: Sendable {
  /// The column; empty when the whole rows are meant.
  package let column: String
  package let reason: String
  package let remedy: String
  /// The rows, in order.
  package private(set) var rows: [Int]

  /// The place in words: `row 7, column Kind`, `rows 7, 9 and 30 more, column Kind`.
  package var place: String {
    ChangeLines.rows(rows) + (column.isEmpty ? "" : ", column \(column)")
  }

  /// The kinds of some refused rows, each where it was met first.
  package static func kinds(of refused: [RefusedRow]) -> [RefusedKind] {
    var places: [[String]: Int] = [:]
    var kinds: [RefusedKind] = []
    for row in refused {
      let key = [row.column, row.reason, row.remedy]
      if let place = places[key] {
        kinds[place].rows.append(row.row)
      } else {
        places[key] = kinds.count
        kinds.append(
          RefusedKind(
            column: row.column, reason: row.reason, remedy: row.remedy, rows: [row.row]))
      }
    }
    return kinds
  }
}
