import Disclosure

/// Columns along a time axis from zero, each with its number where there is room; the last one is the
/// page's own, and always has it.
struct ColumnChart {
  let spec: ChartSpec
  let ticks: [ChartSpec.Tick]

  private static let head = 150
  private static let plotHeight = 800
  private static let bottom = head + plotHeight

  /// What the whole height stands for.
  private var top: Int { max(spec.largest, ticks.map(\.value).max() ?? 0) }

  private func height(_ number: Int) -> Int {
    ChartScale.scaled(number, of: top, to: Self.plotHeight)
  }

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    let axis = TimeAxis(rows: spec.rows, isMirrored: spec.isMirrored)
    let told = axis.places(for: spec.rows.compactMap(\.texts.first))
    ValueAxis(ticks: ticks).draw(in: &svg) { Self.bottom - height($0) }
    for (index, row) in spec.rows.enumerated() {
      let middle = axis.middle(index)
      let start = middle - axis.columnWidth / 2
      let isLast = index == spec.rows.count - 1
      switch row.values.first {
      case .published(let number):
        let height = height(number)
        if height > 0 {
          svg.rectangle(
            isLast ? "bar now" : "bar", x: start, width: axis.columnWidth,
            y: Self.bottom - height, height: height)
        }
        guard told.contains(index) else { continue }
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
