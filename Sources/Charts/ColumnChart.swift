import Disclosure

/// Columns along a time axis from zero, each with its number; the last one is the page's own.
struct ColumnChart {
  let spec: ChartSpec

  private static let top = 150
  private static let plotHeight = 800
  private static let bottom = top + plotHeight

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    let axis = TimeAxis(rows: spec.rows, isMirrored: spec.isMirrored)
    for (index, row) in spec.rows.enumerated() {
      let middle = axis.middle(index)
      let start = middle - axis.columnWidth / 2
      let isLast = index == spec.rows.count - 1
      switch row.values.first {
      case .published(let number):
        let height = ChartScale.scaled(number, of: spec.largest, to: Self.plotHeight)
        if height > 0 {
          svg.rectangle(
            isLast ? "bar now" : "bar", x: start, width: axis.columnWidth,
            y: Self.bottom - height, height: height)
        }
        svg.text(
          "value", x: middle, y: Self.bottom - height - 45, row.texts.first ?? "", anchor: .middle,
          size: spec.rows.count > 5 ? "small" : "")
      case .hidden:
        svg.rectangle(
          "hidden", x: start, width: axis.columnWidth, y: Self.bottom - 150, height: 150,
          fill: SVG.Pattern.hidden.id(in: spec.id))
      case .notApplicable, .missing, nil: continue
      }
    }
    svg.line("axis", x1: 0, y1: Self.bottom, x2: SVG.fullWidth, y2: Self.bottom)
    axis.draw(below: Self.bottom, in: &svg)
    return svg.document(
      for: spec, style: "plot", height: Self.bottom + axis.height, patterns: spec.patterns)
  }
}
