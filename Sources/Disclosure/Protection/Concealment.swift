/// The hidden cells of a block while they are being chosen, and the worlds that protect them.
struct Concealment {
  /// What became of a choice of tables.
  enum Result {
    case done(Concealment)
    /// No world moves this cell far enough, or none gives the row of this cell another answer.
    case stuck(cell: Int)
  }

  let system: CellSystem
  let truth: [Int]
  let primary: [Bool]
  let rows: OneAnswerRows
  let width: Int
  private(set) var isHidden: [Bool]
  private(set) var worlds: [WorldSearch.World] = []
  /// What makes the choice of partners one of many: whoever knows the method, and not the seed, must
  /// not be able to tell from the choice which counts would have led to it.
  private var chance: [Double]

  /// Attempts with weights disturbed at random, beside the one with the true weights.
  private static let disturbedAttempts = 3

  init(_ system: CellSystem, primary: [Bool], rows: OneAnswerRows, width: Int) {
    self.system = system
    self.primary = primary
    self.rows = rows
    self.width = width
    isHidden = primary
    truth = system.counts
    chance = Array(repeating: 1, count: system.cellCount)
  }

  /// Hides partners until every hidden cell is uncertain enough (R5), then shows what it can again.
  func completed(using generator: inout some RandomNumberGenerator) -> Result {
    var next = self
    next.chance = chance.map { _ in Double.random(in: 1...4, using: &generator) }
    var failed = next.protectAll(using: &generator)
    if let failed { return .stuck(cell: failed) }
    for cell in next.secondaryCells {
      var without = next
      without.show(cell)
      failed = without.protectAll(forbidding: cell, using: &generator)
      if failed == nil, without.hiddenWeight < next.hiddenWeight { next = without }
    }
    return .done(next)
  }

  /// The names of the hidden cells.
  var hiddenCells: Set<CellKey> {
    Set(isHidden.indices.filter { isHidden[$0] }.map { system.key($0) })
  }

  /// The hidden cells that are not small themselves, those that would tell most first.
  private var secondaryCells: [Int] {
    isHidden.indices.filter { isHidden[$0] && !primary[$0] }.sorted {
      (weight($0), $1) > (weight($1), $0)
    }
  }

  private var hiddenWeight: Double {
    isHidden.indices.reduce(0) { isHidden[$1] ? $0 + weight($1) : $0 }
  }

  private mutating func show(_ cell: Int) {
    isHidden[cell] = false
    worlds.removeAll { $0.delta[cell] != 0 }
  }

  /// Returns the first cell that cannot be protected, or nil when all are.
  private mutating func protectAll(
    forbidding forbidden: Int? = nil, using generator: inout some RandomNumberGenerator
  ) -> Int? {
    while true {
      guard let targets = unprotected, let first = targets.first else { return nil }
      guard let found = cheapest(for: targets, forbidding: forbidden, using: &generator) else {
        return first
      }
      keep(found)
    }
  }

  /// Takes worlds, and hides what they change.
  mutating func keep(_ found: [WorldSearch.World]) {
    worlds += found
    for world in found {
      for index in world.delta.indices where world.delta[index] != 0 { isHidden[index] = true }
    }
  }

  /// The cells of which one must become more uncertain next: those of other answers in a row that tells
  /// the only one, or a hidden one with too narrow a span; nil when all are protected.
  var unprotected: [Int]? {
    rows.unprotected(isHidden: isHidden, worlds: worlds) ?? narrowest.map { [$0] }
  }

  private func bounds(_ cell: Int) -> (low: Int, high: Int) {
    worlds.reduce(into: (0, 0)) { bounds, world in
      bounds = (min(bounds.0, world.delta[cell]), max(bounds.1, world.delta[cell]))
    }
  }

  /// Whether the worlds leave too little room for doubt about a cell.
  private func isNarrow(_ cell: Int) -> Bool {
    let (low, high) = bounds(cell)
    return high - low < width
  }

  /// Of the hidden cells whose span is too narrow the one with the smallest count.
  ///
  /// Small cells have the fewest worlds; the partners found for them serve the larger ones too.
  private var narrowest: Int? {
    isHidden.indices.filter { cell in
      isHidden[cell] && isNarrow(cell)
    }.min { (truth[$0], $1) < (truth[$1], $0) }
  }

  /// The cheapest one or two worlds that widen the span of one of some cells enough.
  private func cheapest(
    for cells: [Int], forbidding forbidden: Int?, using generator: inout some RandomNumberGenerator
  ) -> [WorldSearch.World]? {
    var weights = isHidden.indices.map { isHidden[$0] ? 0 : weight($0) }
    // Not infinite: a cell that differs half way may agree again at the end.
    if let forbidden { weights[forbidden] = 1_000_000 }
    var best: (worlds: [WorldSearch.World], cost: Double)?
    for attempt in 0...Self.disturbedAttempts {
      let disturbed =
        attempt == 0
        ? weights : weights.map { $0 * Double.random(in: 0.5...1.5, using: &generator) }
      let order = Array(0..<system.recordCount).shuffled(using: &generator)
      var search = WorldSearch(system, weights: disturbed, order: order)
      for worlds in cells.flatMap({ candidates(for: $0, &search) }) {
        let cost = cost(of: worlds, weights)
        guard forbidden.map({ index in worlds.allSatisfy { $0.delta[index] == 0 } }) ?? true,
          cost < best?.cost ?? .infinity
        else { continue }
        best = (worlds, cost)
      }
    }
    return best?.worlds
  }

  /// Ways to widen a span: up alone, down alone, or down as far as it goes and up for the rest.
  func candidates(
    for cell: Int, _ search: inout WorldSearch
  ) -> [[WorldSearch.World]] {
    let (low, high) = bounds(cell)
    var found: [[WorldSearch.World]] = []
    let (up, down) = (low + width, high - width)
    if let (world, moved) = search.world(moving: cell, by: up), moved == up {
      found.append([world])
    }
    guard truth[cell] > 0 else { return found }
    let least = max(down, -truth[cell])
    guard least < low, let (below, moved) = search.world(moving: cell, by: least) else {
      return found
    }
    if moved <= down {
      found.append([below])
    } else if moved < low, let (above, rise) = search.world(moving: cell, by: moved + width),
      rise == moved + width
    {
      found.append([below, above])
    }
    return found
  }

  private func cost(of worlds: [WorldSearch.World], _ weights: [Double]) -> Double {
    weights.indices.reduce(0) { sum, cell in
      worlds.contains { $0.delta[cell] != 0 } ? sum + weights[cell] : sum
    }
  }

  /// What it costs to hide a cell: what the reader loses (R4).
  ///
  /// A zero is nearly free, a large count dear, a total dearer, and dearest what headlines are computed
  /// from. The size counts for less than it is: the smallest partner must not always be the one.
  private func weight(_ cell: Int) -> Double {
    let loss = truth[cell] == 0 ? 0.1 : 1 + Double(truth[cell]) / 4
    let dimensions = system.tables[system.table(of: cell)].dimensions
    let isHeadline = dimensions.contains { Dimension.headline.contains($0) }
    let position = dimensions.count == 1 ? (isHeadline ? 80.0 : 40) : isHeadline ? 10 : 0
    return chance[cell] * loss + position
  }
}
