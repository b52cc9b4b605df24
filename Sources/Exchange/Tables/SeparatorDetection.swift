/// A character that parts the cells of a row.
package enum CellSeparator: String, Sendable, Hashable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case bar = "|"

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }
}

/// Finds the separator of a table that does not name it.
///
/// Each candidate cuts the first rows; the one wins that gives the most rows as many cells as the
/// header row, at least two, and among equals the one with more cells. A table of one column has
/// none, and is read with commas.
func detectSeparator(_ bytes: Span<UInt8>, from start: Int, headerRow: Int) -> CellSeparator {
  var best = (separator: CellSeparator.comma, share: 0, width: 1)
  for candidate in CellSeparator.allCases {
    var scanner = DelimitedScanner(separator: candidate.byte, from: start)
    var width = 0
    var (rows, alike) = (0, 0)
    while rows < 200, let row = scanner.next(in: bytes) {
      guard row.number >= headerRow else { continue }
      if width == 0 { width = row.cells.count }
      rows += 1
      if row.cells.count == width { alike += 1 }
    }
    guard width > 1 else { continue }
    let share = alike * 100 / rows
    if share > best.share || share == best.share && width > best.width {
      best = (candidate, share, width)
    }
  }
  return best.separator
}
