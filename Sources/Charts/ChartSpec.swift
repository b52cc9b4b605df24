package import Disclosure

/// What a chart shows: published values and words, nothing that could be looked up elsewhere.
package struct ChartSpec: Sendable, Equatable {
  /// The shape of a chart.
  package enum Kind: Sendable, Equatable {
    /// One bar per row, its name and value above it; the whole that a full bar would be, nil for the
    /// largest value.
    case bars(whole: Int?)
    /// One column per row along a time axis, beside the marks of the value axis.
    case columns(ticks: [Tick])
    /// Percentages along a time axis, with the target of each row and the words on its line.
    case line(targets: [Target?], ticks: [Tick])
    /// One square per row, with so many in a line; a row without a name is an empty place.
    case tiles(columns: Int)
    /// Two bars per row from the middle outwards, and what the names of the rows are.
    case pyramid(rowName: String)
    /// One whole bar per row, in the parts that the key names; the last value is the whole.
    case stacks(parts: [Part])
  }

  /// A mark of a value axis, and its number in words.
  package struct Tick: Sendable, Equatable {
    let value: Int
    let text: String

    /// Takes a mark at zero or above.
    package init(_ value: Int, _ text: String) {
      self.value = value
      self.text = text
    }
  }

  /// A line to compare with, in per cent, and the words on it.
  package struct Target: Sendable, Equatable {
    let percent: Int
    let words: [String]

    /// Takes a line of 1 to 100 per cent; any other is not drawn.
    package init(percent: Int, words: [String]) {
      self.percent = percent
      self.words = words
    }
  }

  /// A part of whole bars, as the key names it.
  package struct Part: Sendable, Equatable {
    /// How many colours and patterns there are, counted from 1.
    package static let styles = 7

    let style: Int
    let label: String
    let text: String
    let share: String

    /// Takes a part with the colour that it has in every chart, and what the key says of it.
    package init(style: Int, label: String, text: String, share: String = "") {
      self.style = style
      self.label = label
      self.text = text
      self.share = share
    }
  }

  /// A row of the table behind the chart.
  package struct Row: Sendable, Equatable {
    let label: String
    let values: [PublishedValue]
    /// The values as words, such as `1,234` or `not shown`.
    package var texts: [String]
    /// A second text, such as the share of the whole or the year; empty when there is none.
    let share: String

    /// Takes a row; of a time axis each line of the label is a line below the column.
    package init(label: String, values: [PublishedValue], texts: [String], share: String = "") {
      self.label = label
      self.values = values
      self.texts = texts
      self.share = share
    }
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

  /// Takes what a chart shows; ids and words may hold any sign.
  package init(
    id: String, kind: Kind, title: String, summary: String, series: [String], rows: [Row],
    isMirrored: Bool, hiddenText: String
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.summary = summary
    self.series = series
    self.rows = rows
    self.isMirrored = isMirrored
    self.hiddenText = hiddenText
  }

  /// The largest published value, and at least 1.
  var largest: Int {
    max(1, rows.flatMap(\.values).compactMap(\.number).max() ?? 1)
  }

  var hasHidden: Bool {
    rows.contains { $0.values.contains(.hidden) }
  }

  /// The pattern of hidden values, where there is one.
  var patterns: [SVG.Pattern] { hasHidden ? [.hidden] : [] }

  /// Draws the chart as SVG; empty when there are no rows.
  package func svg() -> Markup {
    guard !rows.isEmpty else { return Markup(trusted: "") }
    return switch kind {
    case .bars(let whole): BarChart(spec: self, whole: whole ?? largest).svg()
    case .columns(let ticks): ColumnChart(spec: self, ticks: ticks).svg()
    case .line(let targets, let ticks):
      LineChart(spec: self, targets: targets, ticks: ticks).svg()
    case .tiles(let columns): TileGrid(spec: self, columns: columns).svg()
    case .pyramid(let rowName): Pyramid(spec: self, rowName: rowName).svg()
    case .stacks(let parts): StackChart(spec: self, parts: parts).svg()
    }
  }
}
