import Disclosure

/// Columns along a time axis, and a second series as a line over them.
///
/// The first period stands where reading starts: on the left, or on the right when mirrored.
struct TimeColumnChart {
  let spec: ChartSpec
  private let ticks: [Int]
  private let band: Int
  /// The room beside the plot for the numbers of its axis, and the class that makes it.
  private let room: Int
  private let style: String

  private static let plotHeight = 1_100
  /// Room for the legend, which takes a second line when something is hidden, and a value.
  private var plotTop: Int { spec.hasHidden ? 470 : 320 }
  private var plotBottom: Int { plotTop + Self.plotHeight }

  init(spec: ChartSpec) {
    self.spec = spec
    ticks = ChartScale.ticks(upTo: spec.largest)
    band = SVG.fullWidth / max(1, spec.rows.count)
    let letters = ticks.map { (spec.tickTexts[$0] ?? "").count }.max() ?? 1
    (room, style) =
      letters <= 3 ? (240, "plot") : letters <= 6 ? (380, "plot plot-6") : (700, "plot plot-12")
  }

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    drawLegend(in: &svg)
    drawGrid(in: &svg)
    drawColumns(in: &svg)
    if spec.series.count > 1 { drawLine(in: &svg) }
    drawValues(in: &svg)
    drawPeriods(in: &svg)
    return svg.document(
      for: spec, style: style, height: plotBottom + 210, hatch: spec.hasHidden)
  }

  // MARK: Scales

  private func y(_ value: Int) -> Int {
    plotBottom - ChartScale.scaled(value, of: ticks.last ?? 1, to: Self.plotHeight)
  }

  private func bandStart(_ index: Int) -> Int { index * band }
  private func middle(_ index: Int) -> Int { bandStart(index) + band / 2 }

  // MARK: Parts

  private func drawLegend(in svg: inout SVG) {
    svg.group(x: 0, y: 0) { marks in
      marks.rectangle("bar", at: -room, width: 90, y: 20, height: 90)
      marks.text(at: 130 - room, y: 100, spec.series[0])
      guard spec.series.count > 1 else { return }
      let second = 330 - room + 58 * spec.series[0].count
      marks.lineWithDot(line: "line", dot: "dot", at: second, width: 160, y: 65)
      marks.text(at: second + 200, y: 100, spec.series[1])
    }
    if spec.hasHidden {
      svg.group(x: 0, y: 150) { marks in
        marks.rectangle("hidden", at: -room, width: 90, y: 20, height: 90, fill: "\(spec.id)-hatch")
        marks.text(at: 130 - room, y: 100, spec.hiddenText)
      }
    }
  }

  private func drawGrid(in svg: inout SVG) {
    for tick in ticks {
      let height = y(tick)
      svg.line(
        tick == 0 ? "axis" : "grid", x1: 0, y1: height, x2: SVG.fullWidth, y2: height)
      svg.text(
        "faint", x: 0, shift: -45, y: height + 35, spec.tickTexts[tick] ?? "", anchor: .end)
    }
  }

  private func drawColumns(in svg: inout SVG) {
    let inset = band / 6
    for (index, row) in spec.rows.enumerated() {
      let start = bandStart(index) + inset
      let width = band - 2 * inset
      switch row.values.first {
      case .published(let number):
        let top = y(number)
        guard top < plotBottom else { continue }
        svg.rectangle("bar", x: start, width: width, y: top, height: plotBottom - top)
      case .hidden:
        svg.rectangle(
          "hidden", x: start, width: width, y: plotBottom - 150, height: 150,
          fill: "\(spec.id)-hatch")
      case .notApplicable, .missing, nil: continue
      }
    }
  }

  /// The second series; a value that is not published breaks the line.
  private func drawLine(in svg: inout SVG) {
    let numbers = spec.rows.map { row in row.values.dropFirst().first?.number }
    for (index, pair) in zip(numbers, numbers.dropFirst()).enumerated() {
      guard let one = pair.0, let two = pair.1 else { continue }
      svg.line("line", x1: middle(index), y1: y(one), x2: middle(index + 1), y2: y(two))
    }
    for (index, number) in numbers.enumerated() {
      if let number { svg.dot("dot", x: middle(index), y: y(number)) }
    }
  }

  /// The highest column and the last one carry their number.
  private func drawValues(in svg: inout SVG) {
    let numbers = spec.rows.map { $0.values.first?.number }
    guard let highest = numbers.compactMap(\.self).max(), highest > 0,
      let peak = numbers.firstIndex(of: highest)
    else { return }
    drawValue(at: peak, in: &svg)
    let last = spec.rows.count - 1
    if (last - peak) * band > 900, numbers[last] != nil { drawValue(at: last, in: &svg) }
  }

  private func drawValue(at index: Int, in svg: inout SVG) {
    guard let number = spec.rows[index].values.first?.number else { return }
    // The line passes on its way to the neighbours, so their height counts too.
    let near = max(0, index - 1)...min(spec.rows.count - 1, index + 1)
    let line = near.compactMap { spec.rows[$0].values.dropFirst().first?.number }
    let above = y(max(number, line.max() ?? 0))
    let text = spec.rows[index].texts.first ?? ""
    if index == spec.rows.count - 1 {
      svg.text("value", x: SVG.fullWidth, y: above - 50, text, anchor: .end)
    } else if index == 0 {
      svg.text("value", x: 0, y: above - 50, text)
    } else {
      svg.text("value", x: middle(index), y: above - 50, text, anchor: .middle)
    }
  }

  private func drawPeriods(in svg: inout SVG) {
    let baseline = plotBottom + 150
    guard let first = spec.rows.first, let last = spec.rows.last else { return }
    svg.text("first-period", x: 0, y: baseline, first.label)
    guard spec.rows.count > 1 else { return }
    svg.text(
      "faint", x: SVG.fullWidth / 2, y: baseline, spec.isMirrored ? "←" : "→",
      anchor: .middle)
    svg.text("last-period", x: SVG.fullWidth, y: baseline, last.label, anchor: .end)
  }
}
