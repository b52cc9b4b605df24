internal import Exchange

/// The several answers in one cell of a question with many answers: `food late` or `Food; Late`.
enum ColumnParts {
  /// What stands between the answers; nil when the cells are whole answers.
  ///
  /// Some cells must hold several, of few that come again and again, and half of them must stand
  /// alone in some other cell: so the words of an ordinary answer are not taken for answers.
  static func separator(of cells: [String]) -> String? {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count >= 4 else { return nil }
    return [";", ",", "|", " "].first { separate(filled, by: $0) }
  }

  /// The parts of a cell.
  static func parts(of cell: String, by separator: String) -> [String] {
    cell.split(separator: separator).map { onOneLine(String($0)) }.filter { !$0.isEmpty }
  }

  private static func separate(_ cells: [String], by separator: String) -> Bool {
    var alone: Set<String> = []
    var together: [String: Int] = [:]
    var combinations: Set<[String]> = []
    for cell in cells {
      let parts = parts(of: cell, by: separator)
      if parts.count == 1 { alone.insert(parts[0]) }
      guard parts.count > 1 else { continue }
      guard parts.count <= 12, Set(parts).count == parts.count else { return false }
      combinations.insert(parts)
      for part in parts { together[part, default: 0] += 1 }
    }
    let known = together.keys.count(where: alone.contains)
    return combinations.count >= 2 && !together.isEmpty && together.count <= 40
      && known * 2 >= together.count
  }
}
