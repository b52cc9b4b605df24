extension Recount {
  /// The rows in which everybody may have given one answer only, by all numbers and certificates (R3).
  ///
  /// `high` says by how much each cell is larger in the certificate that moves it up furthest.
  func oneAnswerFindings(_ high: [CellKey: Int]) -> [ProofFinding] {
    answerTables.flatMap { table in
      let cells = Self.possibleCells(of: table, book: book, codes: codes)
      return table.indices.flatMap { column -> [ProofFinding] in
        let answers = cells.filter { table[column].answer($0.codes[column]) != nil }
        let rows = Dictionary(grouping: answers) { cell in
          cell.codes.indices.filter { $0 != column }.map { cell.codes[$0] }
        }
        return rows.values.compactMap { row -> CellKey? in
          // What a reader of the numbers, or somebody who knows who is there, takes for the only one.
          let possible = row.filter { (tallies[$0]?.cases ?? 0) + (high[$0] ?? 0) > 0 }
          return row.count > 1 && possible.count == 1 ? possible[0] : nil
        }.sorted().map { .oneAnswer($0) }
      }
    }
  }

  /// The tables that are shown, and those of groups that follow where categories are shown.
  private var answerTables: [[Dimension]] {
    let groups = tables.filter { $0.contains(.category) }.map { table in
      table.map { $0 == .category ? .group : $0 }.sorted()
    }
    return tables + groups.filter { !tables.contains($0) }
  }
}
