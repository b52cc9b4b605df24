/// The bands of a time axis, with the name of each period below it.
///
/// The first period stands where reading starts: on the left, or on the right when mirrored.
struct TimeAxis {
  let rows: [ChartSpec.Row]
  let isMirrored: Bool

  /// Fewer columns than this do not get wider.
  private static let fewest = 4
  private static let lineHeight = 115

  private var band: Int { SVG.fullWidth / max(1, rows.count) }

  /// The width of a column.
  var columnWidth: Int { min(band, SVG.fullWidth / Self.fewest) * 2 / 3 }

  /// Where the band of a row begins.
  func edge(_ index: Int) -> Int { index * band }

  func middle(_ index: Int) -> Int { index * band + band / 2 }

  /// How far below the axis the names of the periods reach, in hundredths of the letter size.
  var height: Int { 40 + (longest + 1) * Self.lineHeight }

  private func lines(_ row: ChartSpec.Row) -> [String] {
    row.label.split(separator: "\n").map(String.init)
  }

  /// The lines that the longest name takes.
  private var longest: Int { rows.map { lines($0).count }.max() ?? 0 }

  /// Names every period below a baseline, a year where it begins, and lets the axis end in an arrow.
  func draw(below bottom: Int, in svg: inout SVG) {
    var year = ""
    for (index, row) in rows.enumerated() {
      let lines = lines(row) + (row.share == year ? [] : [row.share])
      year = row.share
      for (line, words) in lines.enumerated() {
        let isYear = words == row.share && line == lines.count - 1
        let style = line == 0 ? place(index) : isYear ? "faint" : ""
        svg.text(
          style, x: middle(index), y: bottom + 115 + line * Self.lineHeight, words,
          anchor: .middle, size: "small")
      }
    }
    guard rows.count > 1 else { return }
    svg.text(
      "faint", x: SVG.fullWidth, y: bottom + 32, isMirrored ? "←" : "→", anchor: .end)
  }

  /// The class of the first line below a column, by which the way of the axis can be told.
  private func place(_ index: Int) -> String {
    index == 0 ? "first-period" : index == rows.count - 1 ? "last-period" : ""
  }
}
