/// The bands of a time axis and its first and last period.
///
/// The first period stands where reading starts: on the left, or on the right when mirrored.
struct TimeAxis {
  let rows: [ChartSpec.Row]
  let isMirrored: Bool

  /// Fewer columns than this do not get wider.
  private static let fewest = 4

  private var band: Int { SVG.fullWidth / max(1, rows.count) }

  /// The width of a column.
  var columnWidth: Int { min(band, SVG.fullWidth / Self.fewest) * 2 / 3 }

  /// Where the band of a row begins.
  func edge(_ index: Int) -> Int { index * band }

  func middle(_ index: Int) -> Int { index * band + band / 2 }

  /// How far below the axis the names of the periods reach, in hundredths of the letter size.
  var height: Int { 30 + (longest + 1) * Self.lineHeight }

  private static let lineHeight = 120
  private static let lettersInLine = 16

  private func lines(_ row: ChartSpec.Row) -> [String] {
    ChartText.lines(row.label, atMost: Self.lettersInLine)
  }

  /// The lines that the longer one of the two names takes.
  private var longest: Int {
    [rows.first, rows.last].compactMap { $0.map { lines($0).count } }.max() ?? 1
  }

  /// Names the first and the last period below a baseline, with an arrow between their years.
  func draw(below bottom: Int, in svg: inout SVG) {
    guard let first = rows.first, let last = rows.last else { return }
    guard rows.count > 1 else {
      draw(first, "first-period", x: middle(0), .middle, below: bottom, in: &svg)
      return
    }
    draw(first, "first-period", x: 0, .start, below: bottom, in: &svg)
    draw(last, "last-period", x: SVG.fullWidth, .end, below: bottom, in: &svg)
    svg.text(
      "faint", x: SVG.fullWidth / 2, y: bottom + 120 + longest * Self.lineHeight,
      isMirrored ? "←" : "→", anchor: .middle)
  }

  private func draw(
    _ row: ChartSpec.Row, _ style: String, x: Int, _ anchor: SVG.Anchor, below bottom: Int,
    in svg: inout SVG
  ) {
    let lines = lines(row)
    for (index, words) in lines.enumerated() {
      svg.text(
        index == 0 ? style : "", x: x, y: bottom + 120 + index * Self.lineHeight, words,
        anchor: anchor, size: "small")
    }
    svg.text(
      "faint", x: x, y: bottom + 120 + longest * Self.lineHeight, row.share, anchor: anchor,
      size: "small")
  }
}
