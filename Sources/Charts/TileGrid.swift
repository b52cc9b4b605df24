import Disclosure

/// One square of equal size for each area, in rows; the shade follows the published value.
struct TileGrid {
  let spec: ChartSpec
  let columns: Int

  private static let gap = 40

  private var height: Int { columns >= 4 ? 560 : 680 }

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    for (index, row) in spec.rows.enumerated() where !row.label.isEmpty {
      draw(row, column: index % columns, line: index / columns, in: &svg)
    }
    let lines = (spec.rows.count + columns - 1) / columns
    return svg.document(
      for: spec, style: "squares-\(min(4, max(2, columns)))",
      height: lines * (height + Self.gap) - Self.gap,
      patterns: spec.patterns)
  }

  private func draw(_ row: ChartSpec.Row, column: Int, line: Int, in svg: inout SVG) {
    let step = (SVG.fullWidth + 130) / columns
    let (x, width) = (column * step, step - 130)
    let y = line * (height + Self.gap)
    let value = row.values.first ?? .missing
    switch value {
    case .published(let number):
      let shade = max(1, ChartScale.scaled(number, of: spec.largest, to: 5))
      svg.rectangle(
        number == 0 ? "square" : "square s\(shade)", x: x, width: width, y: y,
        height: height)
    case .hidden:
      svg.rectangle(
        "hidden", x: x, width: width, y: y, height: height,
        fill: SVG.Pattern.hidden.id(in: spec.id))
    case .notApplicable, .missing:
      svg.rectangle("square", x: x, width: width, y: y, height: height)
    }
    let inset = x + width / 2
    let style = value == .hidden ? "halo" : ""
    let lines = ChartText.lines(row.label, atMost: columns >= 4 ? 9 : 11)
    let text = value.number == nil ? ChartText.lines(row.texts.first ?? "", atMost: 11) : row.texts
    for (index, words) in lines.enumerated() {
      svg.text(style, x: inset, y: y + 125 + index * 105, words, anchor: .middle, size: "small")
    }
    for (index, words) in text.enumerated() {
      svg.text(
        style, x: inset, y: y + height - 80 - (text.count - 1 - index) * 110, words,
        anchor: .middle, size: value.number == nil ? "small" : "figure")
    }
  }
}
