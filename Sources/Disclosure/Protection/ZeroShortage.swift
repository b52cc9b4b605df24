/// How many zeros are missing among the hidden cells of a block: somebody should be behind no more than
/// three of four, whatever can be seen of their row (R4).
struct ZeroShortage {
  /// What a reader sees of a row with hidden cells.
  private struct Pattern: Hashable {
    let dimensions: Int
    let hidden: Int
    let isTotalHidden: Bool
    let areZerosShown: Bool
  }

  /// How many hidden counts there may be for each hidden zero.
  private static let countsForEachZero = 3
  /// Rows with more hidden cells than this look alike.
  private static let mostTold = 4

  /// The hidden counts that have no zero beside them, over all patterns.
  let sum: Int

  init(_ lines: [CellSystem.Line], of concealment: Concealment) {
    let (isHidden, truth) = (concealment.isHidden, concealment.truth)
    let isPossible = concealment.system.isPossible
    func lack(_ cells: [Int]) -> Int {
      cells.reduce(0) { $0 + (truth[$1] > 0 ? 1 : -Self.countsForEachZero) }
    }
    var lacks: [Pattern: Int] = [:]
    for line in lines {
      let cells = line.cells.filter { isPossible[$0] }
      let hidden = cells.filter { isHidden[$0] }
      guard !hidden.isEmpty else { continue }
      let pattern = Pattern(
        dimensions: line.dimensionCount, hidden: min(Self.mostTold, hidden.count),
        isTotalHidden: isHidden[line.total],
        areZerosShown: cells.contains { !isHidden[$0] && truth[$0] == 0 })
      lacks[pattern, default: 0] += lack(hidden)
    }
    let all = lack(isHidden.indices.filter { isHidden[$0] })
    sum = lacks.values.reduce(max(0, all)) { $0 + max(0, $1) }
  }
}
