import Disclosure

/// Two bars for each row, from the middle outwards, on one scale.
struct Pyramid {
  let spec: ChartSpec

  private static let head = 190
  private static let step = 250
  private static let barHeight = 85
  /// From the middle to the foot of a bar.
  private static let foot = 60
  private static let hiddenLength = 700

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    for (side, name) in spec.series.prefix(2).enumerated() {
      svg.text(
        "faint", x: side == 0 ? 0 : SVG.fullWidth, y: 100, name, anchor: side == 0 ? .start : .end)
    }
    for (index, row) in spec.rows.enumerated() {
      let y = Self.head + index * Self.step
      svg.text("", x: SVG.fullWidth / 2, y: y + 95, row.label, anchor: .middle)
      for (side, value) in row.values.prefix(2).enumerated() {
        let text = side < row.texts.count ? row.texts[side] : ""
        svg.text(
          value.number == nil ? "faint" : "value", x: side == 0 ? 0 : SVG.fullWidth, y: y + 95,
          text, anchor: side == 0 ? .start : .end)
        draw(value, side: side, y: y + 130, in: &svg)
      }
    }
    return svg.document(
      for: spec, height: Self.head + spec.rows.count * Self.step, hatch: spec.hasHidden)
  }

  private func draw(_ value: PublishedValue, side: Int, y: Int, in svg: inout SVG) {
    let room = SVG.fullWidth / 2 - Self.foot
    let isHidden = value == .hidden
    let length =
      isHidden
      ? Self.hiddenLength : ChartScale.scaled(value.number ?? 0, of: spec.largest, to: room)
    guard length > 0 else { return }
    let middle = SVG.fullWidth / 2
    svg.rectangle(
      isHidden ? "hidden" : side == 0 ? "bar now" : "bar",
      x: side == 0 ? middle - Self.foot - length : middle + Self.foot, width: length, y: y,
      height: Self.barHeight, fill: isHidden ? "\(spec.id)-hatch" : nil)
  }
}
