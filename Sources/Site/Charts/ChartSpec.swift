import Disclosure

/// What a chart shows: published values and words, nothing that could be looked up elsewhere.
struct ChartSpec: Sendable, Equatable {
  /// The shape of a chart.
  enum Kind: Sendable, Equatable {
    /// One bar per row, its name and value above it.
    case bars
    /// One column per row along a time axis; a second series runs over them as a line.
    case timeColumns
  }

  /// A row of the table behind the chart.
  struct Row: Sendable, Equatable {
    let label: String
    let values: [PublishedValue]
    /// The values as words, such as `1,234` or `too few to show`.
    let texts: [String]
    /// The share of the whole, as words; empty when there is none.
    var share = ""
  }

  /// Prefix of the ids inside the chart; unique in a page.
  let id: String
  let kind: Kind
  let title: String
  /// What a reader who does not see the chart is told instead.
  let summary: String
  /// The name of each series.
  let series: [String]
  let rows: [Row]
  /// Whether the scale runs from right to left.
  let isMirrored: Bool
  /// Numbers of the value axis as words, by value.
  let tickTexts: [Int: String]
  let hiddenText: String

  /// The largest published value, and at least 1.
  var largest: Int {
    max(1, rows.flatMap(\.values).compactMap(\.number).max() ?? 1)
  }

  var hasHidden: Bool {
    rows.contains { $0.values.contains(.hidden) }
  }

  /// The chart as SVG; empty when there are no rows.
  func svg() -> Markup {
    guard !rows.isEmpty, !series.isEmpty else { return Markup(trusted: "") }
    return switch kind {
    case .bars: BarChart(spec: self).svg()
    case .timeColumns: TimeColumnChart(spec: self).svg()
    }
  }
}
