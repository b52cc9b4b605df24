/// The name of one cell of one table: its dimensions and a code for each.
///
/// Dimensions stand in their own order, so that a total that tables share has one name.
package struct CellKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The dimensions of the table, none for the block's total.
  package let dimensions: [Dimension]
  /// One code per dimension.
  package let codes: [String]

  /// Names a cell, or returns nil when codes and dimensions do not match one to one.
  package init?(_ dimensions: [Dimension], _ codes: [String]) {
    guard dimensions.count == codes.count, Set(dimensions).count == dimensions.count else {
      return nil
    }
    let pairs = zip(dimensions, codes).sorted { $0.0 < $1.0 }
    self.init(sorted: pairs.map(\.0), pairs.map(\.1))
  }

  /// Names a cell whose dimensions are known to be in order.
  init(sorted dimensions: [Dimension], _ codes: [String]) {
    self.dimensions = dimensions
    self.codes = codes
  }

  /// The cell of a block's total.
  package static let total = CellKey(sorted: [], [])

  /// The name of the table in files: its dimensions joined with a hyphen, or `total`.
  package var table: String { Self.tableName(dimensions) }

  /// The name of a table in files.
  package static func tableName(_ dimensions: [Dimension]) -> String {
    dimensions.isEmpty ? "total" : dimensions.map(\.rawValue).joined(separator: "-")
  }

  package var description: String {
    ([table] + codes).joined(separator: " ")
  }

  package static func < (left: CellKey, right: CellKey) -> Bool {
    if left.dimensions != right.dimensions {
      return left.dimensions.lexicographicallyPrecedes(right.dimensions)
    }
    return left.codes.lexicographicallyPrecedes(right.codes)
  }
}
