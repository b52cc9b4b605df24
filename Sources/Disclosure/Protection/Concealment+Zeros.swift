/// Zeros that are hidden although nothing asks for it (R4).
extension Concealment {
  /// How often zeros are looked for: one that is hidden makes room for others.
  private static let rounds = 3
  /// How many worlds one more zero may need.
  private static let worldsForOneZero = 8

  /// Hides zeros beside hidden counts, so that a hidden count tells little of whether anybody is there.
  ///
  /// First those that take no case from the reader: their worlds change nothing but zeros and what is
  /// hidden already. Then, where fewer than a quarter of what is hidden are zeros, some that take a few,
  /// as long as it is little beside all that is hidden.
  func withZeros(using generator: inout some RandomNumberGenerator) -> Concealment {
    var next = self
    var budget = affordableCases
    let lines = system.lines
    for _ in 0..<Self.rounds {
      let before = next.hiddenCount
      for line in lines.shuffled(using: &generator) {
        next.hideFreeZeros(of: line, using: &generator)
      }
      next.hideDearZeros(lines, budget: &budget, using: &generator)
      if next.hiddenCount == before { break }
    }
    return next
  }

  private var hiddenCount: Int { isHidden.count { $0 } }

  private mutating func hideFreeZeros(
    of line: CellSystem.Line, using generator: inout some RandomNumberGenerator
  ) {
    let cells = line.cells.filter { system.isPossible[$0] }
    // As many zeros as counts: somebody is behind one hidden cell of two, where there are zeros.
    let wanted = cells.count { isHidden[$0] && truth[$0] > 0 }
    for zero in cells.filter({ truth[$0] == 0 }).shuffled(using: &generator)
    where !isHidden[zero] && cells.count(where: { isHidden[$0] && truth[$0] == 0 }) < wanted {
      if let (next, _) = hiding(zero: zero, atMost: 0, using: &generator) { self = next }
    }
  }

  /// Hides zeros that cost cases, first those that make up most of what is short for least.
  private mutating func hideDearZeros(
    _ lines: [CellSystem.Line], budget: inout Int,
    using generator: inout some RandomNumberGenerator
  ) {
    var shortage = ZeroShortage(lines, of: self).sum
    guard shortage > 0 else { return }
    let zeros = truth.indices.filter { truth[$0] == 0 && system.isPossible[$0] && !isHidden[$0] }
    var offers: [(zero: Int, worth: Double)] = []
    for zero in zeros.shuffled(using: &generator) {
      guard let (next, cases) = hiding(zero: zero, atMost: budget, using: &generator) else {
        continue
      }
      let gain = shortage - ZeroShortage(lines, of: next).sum
      if gain > 0 { offers.append((zero, Double(gain) / Double(1 + cases))) }
    }
    for (zero, _) in offers.sorted(by: { ($0.worth, $1.zero) > ($1.worth, $0.zero) })
    where !isHidden[zero] {
      guard let (next, cases) = hiding(zero: zero, atMost: budget, using: &generator) else {
        continue
      }
      let rest = ZeroShortage(lines, of: next).sum
      guard rest < shortage else { continue }
      self = next
      (shortage, budget) = (rest, budget - cases)
    }
  }

  /// How many cases may be hidden for the sake of zeros alone.
  private var affordableCases: Int {
    let hidden = truth.indices.reduce(0) { $0 + (isHidden[$1] ? truth[$1] : 0) }
    return hidden / 10 + (truth.reduce(0, +) - hidden) / 100
  }

  /// The concealment with one more hidden zero and what that hides with it, and how many cases these
  /// are; nil when they are too many.
  private func hiding(
    zero: Int, atMost budget: Int, using generator: inout some RandomNumberGenerator
  ) -> (Concealment, cases: Int)? {
    var next = self
    let order = Array(0..<system.recordCount).shuffled(using: &generator)
    var targets = [zero]
    var cases = 0
    for _ in 0..<Self.worldsForOneZero {
      guard let worlds = next.fewestCases(for: targets, order: order) else { return nil }
      cases += next.cases(hiddenBy: worlds)
      guard cases <= budget else { return nil }
      next.keep(worlds)
      guard let open = next.unprotected else { return (next, cases) }
      targets = open
    }
    return nil
  }

  /// The worlds that widen the span of one of some cells enough and hide the fewest cases; nil when
  /// there are none, or only such as change the total.
  private func fewestCases(for cells: [Int], order: [Int]) -> [WorldSearch.World]? {
    let weights = isHidden.indices.map { isHidden[$0] ? 0 : 1 + 10 * Double(truth[$0]) }
    var search = WorldSearch(system, weights: weights, order: order)
    return cells.flatMap { candidates(for: $0, &search) }
      .filter { worlds in worlds.allSatisfy { $0.delta[0] == 0 } }
      .min { cases(hiddenBy: $0) < cases(hiddenBy: $1) }
  }

  /// How many cases stand in the shown cells that some worlds change.
  private func cases(hiddenBy worlds: [WorldSearch.World]) -> Int {
    truth.indices.reduce(0) { sum, cell in
      let isNew = !isHidden[cell] && worlds.contains { $0.delta[cell] != 0 }
      return isNew ? sum + truth[cell] : sum
    }
  }
}
