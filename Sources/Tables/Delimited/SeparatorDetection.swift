/// A character that parts the cells of a row.
package enum CellSeparator: String, Sendable, Hashable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case bar = "|"

  /// The word by which maps and options name it.
  package var name: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .bar: "bar"
    }
  }

  /// Finds a separator by its word, or as itself.
  package init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name || $0.rawValue == name }) else {
      return nil
    }
    self = found
  }

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
/// header row, or, while that is not known, as the commonest row; at least two, and among equals the
/// one with more cells. A table of one column has none, and is read with commas.
func detectSeparator(_ bytes: Span<UInt8>, from start: Int, headerRow: Int?) -> CellSeparator {
  var best = (separator: CellSeparator.comma, share: 0, width: 1)
  for candidate in CellSeparator.allCases {
    var scanner = DelimitedScanner(separator: candidate.byte, from: start)
    var widths: [Int] = []
    while widths.count < 200, let row = scanner.next(in: bytes) {
      if row.number >= headerRow ?? 1 { widths.append(row.cells.count) }
    }
    let width = headerRow == nil ? commonest(widths.filter { $0 > 1 }) : widths.first
    guard let width, width > 1 else { continue }
    let share = widths.count { $0 == width } * 100 / widths.count
    if share > best.share || share == best.share && width > best.width {
      best = (candidate, share, width)
    }
  }
  return best.separator
}

/// The width that most rows have; among equals the larger one.
private func commonest(_ widths: [Int]) -> Int? {
  Dictionary(grouping: widths, by: \.self).max { left, right in
    (left.value.count, left.key) < (right.value.count, right.key)
  }?.key
}
