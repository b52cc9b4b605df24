/// One row of `counts.csv`: `period,table,<dimensions…>,value,flag`.
package struct CountRow: Hashable, Sendable, Comparable {
  /// The name of the block's period.
  package let period: String
  /// The cell.
  package let cell: CellKey
  /// The value; nothing but its flag is printed of a hidden one.
  package let value: PublishedValue

  /// Makes a row, for example one that was read from a file.
  package init(period: String, cell: CellKey, value: PublishedValue) {
    self.period = period
    self.cell = cell
    self.value = value
  }

  /// The names of the columns for the dimensions that a file uses.
  package static func header(_ dimensions: [Dimension]) -> [String] {
    ["period", "table"] + dimensions.sorted().map(\.rawValue) + ["value", "flag"]
  }

  /// The dimensions that rows use, in the order of the columns.
  package static func dimensions(of rows: [CountRow]) -> [Dimension] {
    rows.reduce(into: Set<Dimension>()) { $0.formUnion($1.cell.dimensions) }.sorted()
  }

  /// The fields under a header; a dimension that the table does not have is empty.
  package func fields(_ dimensions: [Dimension], as spelling: CountSpelling = .newest) -> [String] {
    let codes = dimensions.sorted().map { dimension in
      cell.dimensions.firstIndex(of: dimension).map { spelling.text(of: cell.codes[$0]) } ?? ""
    }
    return [period, cell.table] + codes + [spelling.text(of: value), value.flag]
  }

  package static func < (left: CountRow, right: CountRow) -> Bool {
    if left.period != right.period { return left.period < right.period }
    // Most neighbours are of one table; its name is put together only where two differ.
    if left.cell.dimensions != right.cell.dimensions {
      let (one, two) = (left.cell.table, right.cell.table)
      if one != two { return one < two }
    }
    return left.cell < right.cell
  }
}
