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

  func middle(_ index: Int) -> Int { index * band + band / 2 }

  /// How far below the axis the names of the periods reach, in hundredths of the letter size.
  static let height = 280

  /// Names the first and the last period below a baseline, with an arrow between them.
  func draw(below bottom: Int, in svg: inout SVG) {
    guard let first = rows.first, let last = rows.last else { return }
    let lines = [bottom + 130, bottom + 255]
    let isAlone = rows.count == 1
    let x = isAlone ? middle(0) : 0
    let anchor: SVG.Anchor = isAlone ? .middle : .start
    svg.text("first-period", x: x, y: lines[0], first.label, anchor: anchor)
    svg.text("faint", x: x, y: lines[1], first.share, anchor: anchor)
    guard !isAlone else { return }
    svg.text(
      "faint", x: SVG.fullWidth / 2, y: lines[0], isMirrored ? "←" : "→", anchor: .middle)
    svg.text("last-period", x: SVG.fullWidth, y: lines[0], last.label, anchor: .end)
    svg.text("faint", x: SVG.fullWidth, y: lines[1], last.share, anchor: .end)
  }
}
