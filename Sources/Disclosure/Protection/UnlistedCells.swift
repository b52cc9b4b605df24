/// Small counts that no table shows: nobody may be able to prove that they are small.
struct UnlistedCells {
  /// Worlds in which every small unlisted count is none or no longer small; or a count without one.
  enum Result {
    case done([[Int]])
    case stuck([Dimension])
  }

  private let system: CellSystem
  private let truth: [Int]
  private let weights: [Double]
  private let unlisted: [Range<Int>]

  /// Far more than a walk can save by making a shown cell agree again.
  private static let forbidden = 1_000_000.0

  /// - Parameters:
  ///   - tables: The tables that are shown.
  ///   - hidden: The cells of them that are hidden.
  ///   - records: The records, in the same order as for the tables.
  ///   - book: The codes of the register.
  ///   - days: Those by which the age of open cases and their ending bind each other.
  init(
    tables: [[Dimension]], hidden: Set<CellKey>, records: [Record], book: CodeBook,
    days: BlockDays
  ) {
    let others = Set(Dimension.unlistedTables(beside: tables))
    // Coarser levels tell no codes apart that finer ones do not: the same classes, so that worlds of
    // both systems are alike.
    let system = CellSystem(tables: tables + others, records: records, book: book, days: days)
    self.system = system
    truth = system.counts
    unlisted = system.tables.filter { others.contains($0.dimensions) }.map {
      $0.offset..<$0.offset + $0.size
    }
    var weights = Array(repeating: Self.forbidden, count: system.cellCount)
    for cells in unlisted { for cell in cells { weights[cell] = 0 } }
    for cell in weights.indices where hidden.contains(system.key(cell)) { weights[cell] = 0 }
    self.weights = weights
  }

  /// Finds the worlds that are missing beside those that protect the hidden cells.
  func worlds(beside known: [[Int]], threshold: Int) -> Result {
    var counts = known.map { system.counts(of: $0) }
    var added: [[Int]] = []
    var search = WorldSearch(
      system, weights: weights, order: Array(0..<system.recordCount))
    for cells in unlisted {
      for cell in cells where (1..<threshold).contains(truth[cell]) {
        guard !counts.contains(where: { !(1..<threshold).contains($0[cell]) }) else { continue }
        guard let world = world(cell, threshold, &search) else {
          return .stuck(system.key(cell).dimensions)
        }
        added.append(world.states)
        counts.append(system.counts(of: world.states))
      }
    }
    return .done(added)
  }

  private func world(
    _ cell: Int, _ threshold: Int, _ search: inout WorldSearch
  ) -> WorldSearch.World? {
    for distance in [-truth[cell], threshold - truth[cell]] {
      guard let (world, moved) = search.world(moving: cell, by: distance), moved == distance
      else { continue }
      if world.delta.indices.allSatisfy({ world.delta[$0] == 0 || weights[$0] == 0 }) {
        return world
      }
    }
    return nil
  }
}
