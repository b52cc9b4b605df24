internal import Exchange
internal import Tables
internal import Text

/// The search for the row that names the columns, below titles and remarks that stand above it.
///
/// Names are words and no dates or numbers, hardly two alike, and in at least three of five columns
/// that the rows below fill. A row right below belongs to them when it holds tags, or words in the
/// columns that are dates and numbers further down.
struct HeaderSearch {
  private let rows: [TableRow]

  init(_ rows: [TableRow]) {
    self.rows = rows.filter { row in row.cells.contains { !onOneLine($0).isEmpty } }
  }

  /// The row of the header, the first one in an empty table; nil when none looks like one.
  var headerRow: Int? {
    guard let first = rows.first else { return 1 }
    if let tagged = rows.prefix(Self.reach).firstIndex(where: isOfTags) {
      return rows[top(ofHeaderAbove: tagged)].number
    }
    for index in rows.indices.prefix(Self.reach) {
      let below = typicalWidth(below: index)
      if below <= 1, index == 0 { return first.number }
      let cells = filled(rows[index])
      guard cells.count * 5 >= below * 3, cells.count > 1 || below <= 1 else { continue }
      if isOfData(cells) { return nameAbove(index) }
      if Set(cells).count * 10 >= cells.count * 6 { return rows[index].number }
    }
    return nil
  }

  /// The first row of the names above a row of tags: the one right above it, and the one before
  /// where that leaves columns without a name.
  private func top(ofHeaderAbove tagged: Int) -> Int {
    let last = max(0, tagged - 1)
    guard last > 0, filled(rows[last]).count < rows[last].cells.count else { return last }
    let before = filled(rows[last - 1])
    let names = Set(before).count == before.count && before.count * 2 >= rows[last].cells.count
    return names ? last - 1 : last
  }

  /// The first row of all, when data begin right below it and it names half of their columns.
  private func nameAbove(_ index: Int) -> Int? {
    let cells = filled(rows[0])
    guard index == 1, !isOfData(cells), cells.count * 2 >= filled(rows[1]).count else { return nil }
    return rows[0].number
  }

  private func isOfData(_ cells: [String]) -> Bool {
    cells.count(where: Self.isDatum) * 3 > cells.count
  }

  /// The row where the data begin, when further rows of names or of tags are below the header.
  func firstRow(below headerRow: Int) -> Int? {
    guard let index = rows.firstIndex(where: { $0.number == headerRow }) else { return nil }
    // What stands between the names and their tags are names too.
    let near = rows.indices.filter { $0 > index && $0 <= index + 3 }
    if let tagged = near.first(where: { isOfTags(rows[$0]) }) { return rows[tagged].number + 1 }
    var next = index + 1
    while next < rows.count, next <= index + 3, isOfNames(next, index) {
      next += 1
    }
    return next > index + 1 ? rows[next - 1].number + 1 : nil
  }

  /// The Humanitarian Exchange Language asks for tags in the first 25 rows.
  private static let reach = 25

  private func isOfTags(_ row: TableRow) -> Bool { row.isOfTags && filled(row).count > 1 }

  private func filled(_ row: TableRow) -> [String] {
    row.cells.map(onOneLine).filter { !$0.isEmpty }
  }

  /// How many cells the middle one of the rows below fills; none without any.
  private func typicalWidth(below index: Int) -> Int {
    let widths = rows[(index + 1)...].prefix(200).map { filled($0).count }.sorted()
    return widths.isEmpty ? 0 : widths[widths.count / 2]
  }

  /// Whether a row below the header says words where the rows below it hold dates and numbers, or
  /// nothing where all of these are filled.
  private func isOfNames(_ index: Int, _ header: Int) -> Bool {
    let below = rows[(index + 1)...].prefix(50)
    let width = rows[header].cells.count
    guard below.count >= 2, filled(rows[index]).allSatisfy({ $0.count <= 120 }) else {
      return false
    }
    let columns = (0..<width).filter { column in
      let cells = below.map { onOneLine($0[column]) }.filter { !$0.isEmpty }
      return cells.count * 10 >= below.count * 8
        && cells.count(where: Self.isDatum) * 10 >= cells.count * 9
    }
    let cells = columns.map { onOneLine(rows[index][$0]) }
    guard !cells.isEmpty, !cells.contains(where: Self.isDatum) else { return false }
    let named = cells.count { !$0.isEmpty && !AbsentWords.isOne($0) }
    return named > 0 || columns.count > 1 && cells.allSatisfy(\.isEmpty)
  }

  /// Whether a cell is a date or a number: not many more letters than a month's name has.
  private static func isDatum(_ cell: String) -> Bool {
    let plain = LocalisedNumber.asciiDigits(cell)
    let digits = plain.count { $0.isASCII && $0.isNumber }
    let letters = plain.count(where: \.isLetter)
    let isPlain = plain.allSatisfy {
      $0.isLetter || $0.isNumber || $0.isWhitespace || ".,:/+-−()%$€£'".contains($0)
    }
    let begins = plain.first { !"+-−([$€£ ".contains($0) }.map { $0.isNumber } ?? false
    return isPlain && digits > 0 && begins && letters <= max(2, digits * 2) && plain.count <= 40
  }
}
