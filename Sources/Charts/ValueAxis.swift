/// The value axis of a plot: a line across it and a number beside it for each mark, from zero.
struct ValueAxis {
  let ticks: [ChartSpec.Tick]

  /// The foot of a mark's number below its line, so that the line meets the middle of its digits.
  private static let drop = 30

  /// Draws the marks behind everything else; where other words stand beside the plot, no number does.
  func draw(in svg: inout SVG, besides taken: Range<Int> = 0..<0, y: (Int) -> Int) {
    for tick in ticks {
      let height = y(tick.value)
      if tick.value > 0 { svg.line("grid", x1: 0, y1: height, x2: SVG.fullWidth, y2: height) }
      guard !taken.contains(tick.value) else { continue }
      svg.text(
        "faint", x: 0, shift: -45, y: height + Self.drop, tick.text, anchor: .end, size: "small")
    }
  }
}
