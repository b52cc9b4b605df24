extension Recount {
  /// The rows whose cases all give one answer, where no certificate has a case with another one (R3).
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
          let given = row.filter { (tallies[$0]?.cases ?? 0) > 0 }
          guard given.count == 1, row.count > 1 else { return nil }
          let isOpen = row.contains { $0 != given[0] && (high[$0] ?? 0) > 0 }
          return isOpen ? nil : given[0]
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
