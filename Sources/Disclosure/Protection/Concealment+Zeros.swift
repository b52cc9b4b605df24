/// Zeros that are hidden although nothing asks for it (R4).
extension Concealment {
  /// How many zeros of a row are tried before it is left as it is.
  private static let triesForEachRow = 12

  /// Hides zeros beside hidden counts, so that a hidden count tells little of whether anybody is there.
  ///
  /// First those that take no case from the reader: their worlds change nothing but zeros and what is
  /// hidden already. Then some that take a few, as long as it is little beside all that is hidden.
  func withZeros(using generator: inout some RandomNumberGenerator) -> Concealment {
    var next = self
    var budget = 0
    for _ in 0...1 {
      for line in system.lines.shuffled(using: &generator) {
        next.hideZeros(of: line, budget: &budget, using: &generator)
      }
      let hidden = truth.indices.reduce(0) { $0 + (next.isHidden[$1] ? truth[$1] : 0) }
      budget = hidden / 10 + (truth.reduce(0, +) - hidden) / 100
    }
    return next
  }

  private mutating func hideZeros(
    of line: CellSystem.Line, budget: inout Int, using generator: inout some RandomNumberGenerator
  ) {
    let cells = line.cells.filter { system.isPossible[$0] }
    // As many zeros as counts: somebody is behind one hidden cell of two, where there are zeros.
    let wanted = cells.count { isHidden[$0] && truth[$0] > 0 }
    var tries = Self.triesForEachRow
    for zero in cells.filter({ truth[$0] == 0 }).shuffled(using: &generator)
    where !isHidden[zero] && tries > 0
      && cells.count(where: { isHidden[$0] && truth[$0] == 0 }) < wanted
    {
      tries -= 1
      guard let (next, cases) = hiding(zero: zero, atMost: budget, using: &generator) else {
        continue
      }
      self = next
      budget -= cases
    }
  }

  /// The concealment with one more hidden zero and what that hides with it, and how many cases these
  /// are; nil when they are too many.
  private func hiding(
    zero: Int, atMost budget: Int, using generator: inout some RandomNumberGenerator
  ) -> (Concealment, cases: Int)? {
    var next = self
    let order = Array(0..<system.recordCount).shuffled(using: &generator)
    let weights = isHidden.indices.map { isHidden[$0] ? 0 : 1 + 10 * Double(truth[$0]) }
    var search = WorldSearch(system, weights: weights, order: order)
    var open = [zero]
    var cases = 0
    while let cell = open.popLast() {
      guard let (world, moved) = search.world(moving: cell, by: width), moved == width else {
        return nil
      }
      for cell in world.delta.indices where world.delta[cell] != 0 && !next.isHidden[cell] {
        guard cell != 0 else { return nil }
        cases += truth[cell]
      }
      guard cases <= budget else { return nil }
      next.keep([world])
      open = next.isHidden.indices.filter { next.isHidden[$0] && next.isNarrow($0) }
    }
    return next.closedRow == nil ? (next, cases) : nil
  }
}
