extension CellSystem {
  /// The cells of a table that differ in one dimension only, in the order of its codes; in a table of
  /// one dimension all of them.
  struct Line {
    let axis: Axis
    let cells: [Int]
    /// The cell of their sum.
    let total: Int
    /// How many dimensions the table has.
    let dimensionCount: Int
  }

  /// Every line of every table.
  var lines: [Line] {
    tables.flatMap { table -> [Line] in
      let counts = table.axes.map(\.codes.count)
      return table.axes.indices.flatMap { column -> [Line] in
        let rows = counts.indices.contains(1 - column) ? counts[1 - column] : 1
        let totals = tables.first {
          $0.dimensions == table.dimensions.filter { $0 != table.dimensions[column] }
        }
        return (0..<rows).map { row in
          Line(
            axis: table.axes[column],
            cells: (0..<counts[column]).map { place in
              let index =
                counts.count == 1
                ? place : column == 1 ? row * counts[1] + place : place * counts[1] + row
              return table.offset + index
            }, total: (totals?.offset ?? 0) + row, dimensionCount: counts.count)
        }
      }
    }
  }
}
