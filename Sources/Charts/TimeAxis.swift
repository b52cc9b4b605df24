/// The bands of a time axis, with the name of each period below it.
///
/// The first period stands where reading starts: on the left, or on the right when mirrored.
struct TimeAxis {
  let rows: [ChartSpec.Row]
  let isMirrored: Bool

  /// Fewer columns than this do not get wider.
  private static let fewest = 4
  private static let lineHeight = 115
  /// About so many small letters, and the gaps between their words, fit beside each other on a phone of
  /// 320 pixels.
  private static let letters = 48

  private var band: Int { SVG.fullWidth / max(1, rows.count) }

  /// The width of a column.
  var columnWidth: Int { min(band, SVG.fullWidth / Self.fewest) * 2 / 3 }

  /// Where the band of a row begins.
  func edge(_ index: Int) -> Int { index * band }

  func middle(_ index: Int) -> Int { index * band + band / 2 }

  /// The rows that can have their words without meeting those of a neighbour: every one or every n-th,
  /// counted from the last, and always the first and the last.
  func places(for words: [String]) -> Set<Int> {
    let longest = words.map(\.count).max() ?? 0
    let step = max(1, ((longest + 1) * rows.count + Self.letters - 1) / Self.letters)
    let last = rows.count - 1
    var places = Set(stride(from: last, through: 0, by: -step))
    if let first = places.min(), first > 0 {
      // The first one takes the place of the one that it would meet.
      if first < last { places.remove(first) }
      places.insert(0)
    }
    return places
  }

  /// How far below the axis the names of the periods reach, in hundredths of the letter size.
  var height: Int { 40 + (longest + 1) * Self.lineHeight }

  private func lines(_ row: ChartSpec.Row) -> [String] {
    row.label.split(separator: "\n").map(String.init)
  }

  /// The lines that the longest name takes.
  private var longest: Int { rows.map { lines($0).count }.max() ?? 0 }

  /// Names the periods below a baseline, as many as have room, a year where it begins, and lets the axis
  /// end in an arrow.
  func draw(below bottom: Int, in svg: inout SVG) {
    var year = ""
    let named = places(for: rows.flatMap { lines($0) + [$0.share] })
    for (index, row) in rows.enumerated() where named.contains(index) {
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
