/// `publication.yml` as it was written: which tables may be published, and the limits.
///
/// Whether the limits are strong enough is for disclosure control to say.
package struct PublicationSettings: Sendable {
  /// Where something stands in the file, both counted from 1.
  package struct Place: Sendable, Hashable {
    package let line: Int
    package let column: Int

    /// Names a place.
    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The keys that hold a whole number.
  package static let numbers = [
    "threshold", "sensitive-threshold", "width", "min-denominator", "min-median", "grace-days",
  ]

  private let integers: [String: Int]
  /// The length of a block: month, quarter, half or year; nil for the default.
  package let block: String?
  /// The share of hidden cells above which a table is shown more coarsely; nil for the default.
  package let maxHidden: Double?
  /// The tables, each a list of properties.
  package let tables: [[String]]
  /// The levels of detail of a property, the finest first.
  package let levels: [String: [String]]
  /// Where each key stands; with an empty name the beginning of the file.
  package let places: [String: Place]

  /// Sets the limits and tables.
  package init(
    integers: [String: Int], block: String?, maxHidden: Double?, tables: [[String]],
    levels: [String: [String]], places: [String: Place]
  ) {
    self.integers = integers
    self.block = block
    self.maxHidden = maxHidden
    self.tables = tables
    self.levels = levels
    self.places = places
  }

  /// A number of the file; nil for the default.
  package func number(_ key: String) -> Int? { integers[key] }
}
