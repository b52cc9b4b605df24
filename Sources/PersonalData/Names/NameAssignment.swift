/// The assignment of every word of a query to a word of its own in a name (a bipartite matching).
enum NameAssignment {
  /// Returns the likeness of each pair, the better partner tried first; nil when a word is left over.
  ///
  /// `likeness` has a row for each word of the query and a column for each word of the name.
  static func best(_ likeness: [[Int?]]) -> [Int]? {
    var search = Search(likeness: likeness)
    // Words with the same letters find each other first, so that no likeness takes their place.
    let order = likeness.indices.sorted { best(of: likeness[$0]) > best(of: likeness[$1]) }
    for row in order {
      var tried: Set<Int> = []
      guard search.place(row, &tried) else { return nil }
    }
    return search.owners.map { column, row in likeness[row][column] ?? 0 }
  }

  private static func best(of row: [Int?]) -> Int { row.compactMap(\.self).max() ?? 0 }

  private struct Search {
    let likeness: [[Int?]]
    /// The row that holds a column.
    var owners: [Int: Int] = [:]

    /// Finds a column for a row, moving other rows where that helps.
    mutating func place(_ row: Int, _ tried: inout Set<Int>) -> Bool {
      let columns = likeness[row].indices.filter { likeness[row][$0] != nil }
        .sorted { (likeness[row][$0] ?? 0, $1) > (likeness[row][$1] ?? 0, $0) }
      if let free = columns.first(where: { owners[$0] == nil && !tried.contains($0) }),
        likeness[row][free] == likeness[row][columns[0]]
      {
        owners[free] = row
        return true
      }
      for column in columns where tried.insert(column).inserted {
        guard let owner = owners[column] else {
          owners[column] = row
          return true
        }
        if place(owner, &tried) {
          owners[column] = row
          return true
        }
      }
      return false
    }
  }
}
