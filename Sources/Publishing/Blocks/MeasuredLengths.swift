package import Disclosure

/// How much of a register's cases blocks of each length do not show, as it was measured over simulated
/// registers of three years (docs/publishing.md): what can be said before the first case.
package enum MeasuredLengths {
  private struct Row {
    let casesAYear: Int
    /// Of a hundred cases those in counts that are not shown.
    let hidden: [(length: BlockLength, cases: Int)]
  }

  private static let rows = [
    Row(casesAYear: 100, hidden: [(.quarter, 30), (.half, 15), (.year, 9)]),
    Row(casesAYear: 300, hidden: [(.quarter, 11), (.half, 8), (.year, 5)]),
    Row(casesAYear: 1_000, hidden: [(.quarter, 5), (.half, 4), (.year, 1)]),
  ]

  /// Of a hundred cases those in counts that are not shown, by length, in a register of about so many
  /// cases a year.
  package static func hidden(casesAYear cases: Int) -> [(length: BlockLength, cases: Int)] {
    // Between two sizes the smaller one: nothing is promised that may not come.
    (rows.last { $0.casesAYear <= cases } ?? rows[0]).hidden
  }
}
