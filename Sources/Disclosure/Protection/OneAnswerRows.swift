/// The rows in which everybody may turn out to have given one answer, although others are possible (R3).
///
/// Nobody may be able to tell: some world must have a case with another answer in the row, so that a
/// cell of another answer has to be hidden, whatever the size of the row.
struct OneAnswerRows {
  /// A row whose cases all give one answer, or that holds no case with an answer.
  private struct Row {
    /// The cells of each answer.
    let answers: [[Int]]
    /// The place of the answer that is given.
    let given: Int?
  }

  private let rows: [Row]

  /// - Parameters:
  ///   - system: The tables.
  ///   - book: Which categories make a group: the answer is known one level coarser, too.
  init(_ system: CellSystem, book: CodeBook) {
    let counts = system.counts
    rows = system.lines.flatMap { line -> [Row] in
      let codes = zip(line.cells, line.axis.codes).filter { system.isPossible[$0.0] }
      return Self.levels(of: line.axis.dimension, book).compactMap { answer in
        let answers = Dictionary(grouping: codes) { answer($0.1) }.filter { $0.key != nil }
          .values.map { $0.map(\.0) }.sorted { $0[0] < $1[0] }
        let given = answers.indices.filter { place in answers[place].contains { counts[$0] > 0 } }
        return answers.count > 1 && given.count < 2
          ? Row(answers: answers, given: given.first) : nil
      }
    }
  }

  /// The cells of other answers in the first row that still tells the only one; nil when none does.
  ///
  /// A row without a case tells nothing of anybody; but a single hidden zero in it looks like one that
  /// does.
  func unprotected(isHidden: [Bool], worlds: [WorldSearch.World]) -> [Int]? {
    rows.lazy.compactMap { row -> [Int]? in
      let hidden = row.answers.indices.filter { place in
        row.answers[place].contains { isHidden[$0] }
      }
      guard let only = row.given ?? (hidden.count == 1 ? hidden[0] : nil) else { return nil }
      let others = row.answers.indices.filter { $0 != only }.flatMap { row.answers[$0] }
      let isOpen = worlds.contains { world in others.contains { world.delta[$0] > 0 } }
      return isOpen ? nil : others
    }.first
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
