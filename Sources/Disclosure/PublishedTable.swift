/// A table of published counts: one dimension down, the measures across.
package struct PublishedTable: Sendable, Equatable {
  /// How the rows want to be read.
  package enum Order: Sendable, Equatable {
    /// The order has a meaning of its own: months, ages, bands.
    case given
    /// Any order will do, so a chart may put the longest bar first.
    case bySize
  }

  /// One row: a code of the row dimension and one value per column.
  package struct Row: Sendable, Equatable {
    /// The code, such as `minor` or `2026-03`.
    package let code: String
    /// One value per column, in the order of the columns.
    package let values: [PublishedValue]
  }

  /// The name of the table in addresses and in open data, such as `category`.
  package let id: String
  /// The key of its title among the texts of the site.
  package let titleKey: String
  /// What the rows are codes of, such as `month`, `category`, `channel`, `area` or `days-open`.
  package let rowDimension: String
  /// Codes of what is counted, such as `received`, `closed`, `open`.
  package let columns: [String]
  /// The rows, in the order in which they were given.
  package let rows: [Row]
  /// How the rows want to be read.
  package let order: Order
  /// Whether every case stands in exactly one row, so that the rows add up to a whole.
  package let isPartition: Bool
  /// The first day counted, `YYYY-MM-DD`; nil for a stock at one day.
  package let from: String?
  /// The last day counted, `YYYY-MM-DD`.
  package let to: String

  /// The sum of a column, when every value of it is published.
  package func total(column: Int) -> PublishedValue {
    var sum = 0
    for row in rows {
      guard row.values.indices.contains(column), let number = row.values[column].number else {
        return .hidden
      }
      let (next, overflow) = sum.addingReportingOverflow(number)
      guard !overflow else { return .missing }
      sum = next
    }
    return .published(sum)
  }
}
