/// The rows whose cases all give one answer, although others are possible (R3).
///
/// Nobody may be able to tell: some world must have a case with another answer in the row, so that one
/// of these cells has to be hidden, whatever the size of the row.
struct OneAnswerRows {
  /// For each such row the cells of the other answers.
  let others: [[Int]]

  /// - Parameters:
  ///   - system: The tables.
  ///   - book: Which categories make a group: the answer is known one level coarser, too.
  init(_ system: CellSystem, book: CodeBook) {
    let counts = system.counts
    others = system.lines.flatMap { line -> [[Int]] in
      let dimension = line.axis.dimension
      let codes = zip(line.cells, line.axis.codes).filter { system.isPossible[$0.0] }
      return Self.levels(of: dimension, book).compactMap { answer in
        let answers = codes.compactMap { cell, code in answer(code).map { (cell: cell, code: $0) } }
        let given = Set(answers.filter { counts[$0.cell] > 0 }.map(\.code))
        guard given.count == 1 else { return nil }
        let rest = answers.filter { !given.contains($0.code) }.map(\.cell)
        return rest.isEmpty ? nil : rest
      }
    }
  }

  /// What a code answers, in its own words and, for categories, as a group.
  private static func levels(
    of dimension: Dimension, _ book: CodeBook
  ) -> [(String) -> String?] {
    let own = { dimension.answer($0) }
    guard dimension == .category else { return [own] }
    return [own, { code in dimension.answer(code).flatMap { book.groups[$0] } }]
  }
}
