import Disclosure

/// Percentages along a time axis, from 0 to 100, with the target as a line that names itself; where it
/// was another one before, with a line for each as long as it held.
struct LineChart {
  let spec: ChartSpec
  /// The target of each row; none for rows at the end without any.
  let targets: [ChartSpec.Target?]
  let ticks: [ChartSpec.Tick]

  private static let top = 170
  private static let plotHeight = 800
  private static let bottom = top + plotHeight

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    let axis = TimeAxis(rows: spec.rows, isMirrored: spec.isMirrored)
    if let name = spec.series.first { svg.text("faint", x: 0, y: 95, name) }
    ValueAxis(ticks: ticks).draw(in: &svg, besides: besideTarget, y: y)
    svg.line("axis", x1: 0, y1: Self.bottom, x2: SVG.fullWidth, y2: Self.bottom)
    drawTargets(axis, in: &svg)
    drawLine(axis, in: &svg)
    axis.draw(below: Self.bottom, in: &svg)
    return svg.document(
      for: spec, style: "plot", height: Self.bottom + axis.height, patterns: spec.patterns)
  }

  private func y(_ percent: Int) -> Int {
    Self.bottom - ChartScale.scaled(percent, of: 100, to: Self.plotHeight)
  }

  /// The per cents whose number would meet the words of the first target: a line above the target's own
  /// height, and a line below it.
  private var besideTarget: Range<Int> {
    guard let percent = target(0)?.percent, (1...100).contains(percent) else { return 0..<0 }
    return percent - 17..<percent + 18
  }

  private func target(_ index: Int) -> ChartSpec.Target? {
    targets.indices.contains(index) ? targets[index] : nil
  }

  /// The words stand beside the plot, where no value can meet them; those of a target that does not hold
  /// from the first period on stand on its line.
  private func drawTargets(_ axis: TimeAxis, in svg: inout SVG) {
    var start = 0
    while start < spec.rows.count {
      let held = target(start)
      let end = (start..<spec.rows.count).first { target($0) != held } ?? spec.rows.count
      if let held, (1...100).contains(held.percent) {
        let height = y(held.percent)
        let from = start == 0 ? 0 : axis.edge(start)
        let to = end == spec.rows.count ? SVG.fullWidth : axis.edge(end)
        svg.line("goal", x1: from, y1: height, x2: to, y2: height)
        if start == 0 {
          for (index, line) in held.words.enumerated() {
            svg.text(
              "", x: 0, shift: -45, y: height - 15 + index * 105, line, anchor: .end, size: "small")
          }
        } else if let last = held.words.last {
          svg.text("faint", x: from, y: height - 25, last, size: "small")
        }
      }
      start = end
    }
  }

  /// A value that is not published breaks the line, and leaves a mark of no height.
  private func drawLine(_ axis: TimeAxis, in svg: inout SVG) {
    let numbers = spec.rows.map { $0.values.first?.number }
    let told = axis.places(for: spec.rows.compactMap(\.texts.first))
    for (index, pair) in zip(numbers, numbers.dropFirst()).enumerated() {
      guard let one = pair.0, let two = pair.1 else { continue }
      svg.line(
        "line", x1: axis.middle(index), y1: y(one), x2: axis.middle(index + 1), y2: y(two))
    }
    for (index, row) in spec.rows.enumerated() {
      let x = axis.middle(index)
      guard let number = row.values.first?.number else {
        if row.values.first == .hidden {
          svg.rectangle(
            "hidden", x: x - axis.columnWidth / 3, width: axis.columnWidth * 2 / 3,
            y: Self.bottom - 90, height: 90, fill: SVG.Pattern.hidden.id(in: spec.id))
        }
        continue
      }
      svg.dot("dot", x: x, y: y(number))
      guard told.contains(index) else { continue }
      // Away from the line of the target, so that neither crosses the other.
      let isBelow = target(index).map { number < $0.percent } ?? false
      let height = isBelow && number > 25 ? y(number) + 125 : y(number) - 60
      svg.text(
        "value", x: x, y: height, row.texts.first ?? "", anchor: .middle,
        size: spec.rows.count > 4 ? "small" : "")
    }
  }
}
