import Disclosure

/// Two bars for each row, from the names in the middle outwards, on one scale.
struct Pyramid {
  let spec: ChartSpec
  /// What the names in the middle are, such as ages.
  let rowName: String

  private static let lineHeight = 110
  private static let step = 175
  private static let barHeight = 110
  /// From the middle of the names to the foot of a bar.
  private static let foot = 1_450
  /// What a value beside the end of the longest bar needs on a phone.
  private static let roomOfValue = 1_250
  /// A mark: what is hidden has no length.
  private static let hiddenLength = 280
  /// What fits between the sides on a phone.
  private static let lettersInMiddle = 10

  /// The names of the two sides, broken so that they do not meet on a phone.
  private var names: [[String]] {
    spec.series.prefix(2).map { ChartText.lines($0, atMost: 14) }
  }

  private var middleNames: [String] { ChartText.lines(rowName, atMost: Self.lettersInMiddle) }

  private var head: Int {
    60 + max(1, middleNames.count, names.map(\.count).max() ?? 0) * Self.lineHeight
  }
  private var middle: Int { SVG.fullWidth / 2 }

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    for (index, words) in middleNames.enumerated() {
      svg.text(
        "faint", x: middle, y: 100 + index * Self.lineHeight, words, anchor: .middle, size: "small")
    }
    for (side, lines) in names.enumerated() {
      for (index, words) in lines.enumerated() {
        svg.text(
          "faint", x: foot(side), y: 100 + index * Self.lineHeight, words, anchor: anchor(side),
          size: "small")
      }
    }
    for (index, row) in spec.rows.enumerated() {
      let y = head + index * Self.step
      svg.text("", x: middle, y: y + 90, row.label, anchor: .middle, size: "small")
      for (side, value) in row.values.prefix(2).enumerated() {
        draw(value, side < row.texts.count ? row.texts[side] : "", side: side, y: y, in: &svg)
      }
    }
    return svg.document(
      for: spec, height: head + spec.rows.count * Self.step, patterns: spec.patterns)
  }

  /// Where the bars of a side begin.
  private func foot(_ side: Int) -> Int { side == 0 ? middle - Self.foot : middle + Self.foot }

  /// The words of a side stand on the far side of their position.
  private func anchor(_ side: Int) -> SVG.Anchor { side == 0 ? .end : .start }

  private func draw(
    _ value: PublishedValue, _ text: String, side: Int, y: Int, in svg: inout SVG
  ) {
    let room = middle - Self.foot - Self.roomOfValue
    let isHidden = value == .hidden
    let length =
      isHidden
      ? Self.hiddenLength : ChartScale.scaled(value.number ?? 0, of: spec.largest, to: room)
    let end = side == 0 ? foot(0) - length : foot(1) + length
    svg.text(
      value.number == nil ? "faint" : "value", x: end, shift: side == 0 ? -35 : 35, y: y + 95, text,
      anchor: anchor(side), size: value.number == nil ? "small" : "")
    guard length > 0 else { return }
    svg.rectangle(
      isHidden ? "hidden" : side == 0 ? "bar now" : "bar", x: min(end, foot(side)), width: length,
      y: y, height: Self.barHeight, fill: isHidden ? SVG.Pattern.hidden.id(in: spec.id) : nil)
  }
}
