/// The input for one table of a draft: plain values, checked when the release is made.
package struct DraftTable: Sendable, Equatable {
  let id: String
  let rowDimension: String
  let columns: [String]
  let rows: [(code: String, counts: [Int?])]
  let order: PublishedTable.Order
  let isPartition: Bool
  let from: String?
  let to: String

  /// Describes a table of counts.
  ///
  /// - Parameters:
  ///   - id: Lower-case letters, digits and hyphens, such as `category`. The site looks for its
  ///     title under the text key `table-<id>` and its definition under `table-<id>-definition`.
  ///   - rowDimension: What the rows are codes of. A table by `month` (codes `YYYY-MM`, ascending)
  ///     is drawn as columns over time, any other one as bars. Codes of `days-open` are bands
  ///     such as `0-15` and `90+`.
  ///   - columns: What is counted, such as `["received", "closed"]`. The site looks for the name
  ///     under the text key `measure-<code>`.
  ///   - rows: A code and one count per column; nil where nothing was recorded.
  ///   - order: Whether the order of the rows has a meaning of its own.
  ///   - isPartition: Whether every case stands in exactly one row (total and shares are shown).
  ///   - from: The first day counted, `YYYY-MM-DD`; nil for a stock at one day.
  ///   - to: The last day counted, `YYYY-MM-DD`.
  package init(
    id: String, rowDimension: String, columns: [String],
    rows: [(code: String, counts: [Int?])], order: PublishedTable.Order, isPartition: Bool,
    from: String?, to: String
  ) {
    self.id = id
    self.rowDimension = rowDimension
    self.columns = columns
    self.rows = rows
    self.order = order
    self.isPartition = isPartition
    self.from = from
    self.to = to
  }

  package static func == (left: DraftTable, right: DraftTable) -> Bool {
    left.id == right.id && left.rowDimension == right.rowDimension
      && left.columns == right.columns && left.order == right.order
      && left.isPartition == right.isPartition && left.from == right.from && left.to == right.to
      && left.rows.elementsEqual(right.rows) { $0.code == $1.code && $0.counts == $1.counts }
  }
}
