import Disclosure

/// What a chart shows: published values and words, nothing that could be looked up elsewhere.
struct ChartSpec: Sendable, Equatable {
  /// The shape of a chart.
  enum Kind: Sendable, Equatable {
    /// One bar per row, its name and value above it.
    case bars
    /// One column per row along a time axis.
    case columns
    /// Percentages along a time axis, with the target of each row and the words on its line.
    case line(targets: [Target?])
    /// One square per row, with so many in a line; a row without a name is an empty place.
    case tiles(columns: Int)
    /// Two bars per row from the middle outwards.
    case pyramid
    /// One whole bar per row, in the parts that the key names; the last value is the whole.
    case stacks(key: [Row])
  }

  /// A line to compare with, in per cent, and the words on it.
  struct Target: Sendable, Equatable {
    let percent: Int
    let words: [String]
  }

  /// A row of the table behind the chart.
  struct Row: Sendable, Equatable {
    let label: String
    let values: [PublishedValue]
    /// The values as words, such as `1,234` or `not shown`.
    var texts: [String]
    /// A second text, such as the share of the whole or the year; empty when there is none.
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
    guard !rows.isEmpty else { return Markup(trusted: "") }
    return switch kind {
    case .bars: BarChart(spec: self).svg()
    case .columns: ColumnChart(spec: self).svg()
    case .line(let targets): LineChart(spec: self, targets: targets).svg()
    case .tiles(let columns): TileGrid(spec: self, columns: columns).svg()
    case .pyramid: Pyramid(spec: self).svg()
    case .stacks(let key): StackChart(spec: self, key: key).svg()
    }
  }
}
