/// A search for worlds that sets out from the true list of cases.
///
/// It walks in single steps that hide as little as possible.
struct WorldSearch {
  /// A list of cases that differs from the true one, and how its counts differ.
  struct World {
    /// The records, as in ``CellSystem/states``.
    var states: [Int]
    /// Count in this world less the true count, by cell.
    var delta: [Int]
  }

  /// A change of one part of one record, or an exchange of it with a second record.
  private struct Step {
    let part: Int
    let record: Int
    let value: Int
    let partner: Int?
  }

  private let system: CellSystem
  /// What it costs to hide each cell; hidden ones cost nothing.
  private let weights: [Double]
  /// The records in the order in which they are tried.
  private let order: [Int]
  private var scratch: [Int]

  init(_ system: CellSystem, weights: [Double], order: [Int]) {
    self.system = system
    self.weights = weights
    self.order = order
    scratch = Array(repeating: 0, count: system.cellCount)
  }

  /// Walks from the truth until a cell has moved by a number of cases, or no step is possible.
  ///
  /// - Returns: The world and how far the cell has moved; nil when it cannot move at all.
  mutating func world(moving cell: Int, by distance: Int) -> (world: World, moved: Int)? {
    var world = World(
      states: system.states, delta: Array(repeating: 0, count: system.cellCount))
    var moved = 0
    while moved != distance, step(&world, target: cell, up: distance > 0) {
      moved += distance > 0 ? 1 : -1
    }
    return moved == 0 ? nil : (world, moved)
  }

  private mutating func step(_ world: inout World, target: Int, up: Bool) -> Bool {
    let table = system.tables[system.table(of: target)]
    let parts = Set(table.axes.flatMap { [$0.first, $0.second].compactMap(\.self) }).sorted()
    var best: Step?
    var bestCost = Double.infinity
    for part in parts {
      search(part, table, world, target: target, up: up, &best, &bestCost)
    }
    guard let best else { return false }
    perform(best, on: &world)
    return true
  }

  /// Tries every step of a part that moves the target by one.
  private mutating func search(
    _ part: Int, _ table: CellSystem.Table, _ world: World, target: Int, up: Bool,
    _ best: inout Step?, _ bestCost: inout Double
  ) {
    let byValue = profiles(part, world)
    for (own, records) in byValue.enumerated() {
      for record in records {
        var state = Array(state(record, in: world))
        let isInside = table.cell(state[...]) == target
        guard isInside != up else { continue }
        for value in byValue.indices
        where value != own && system.limits.allows(record, part, value) {
          state[part] = value
          guard (table.cell(state[...]) == target) == up else { continue }
          consider(
            Step(part: part, record: record, value: value, partner: nil), world, &best, &bestCost)
          for partner in byValue[value] where system.limits.allows(partner, part, own) {
            var other = Array(self.state(partner, in: world))
            let before = table.cell(other[...]) == target
            other[part] = own
            // The partner must not undo what the record does.
            guard before == (table.cell(other[...]) == target) else { continue }
            consider(
              Step(part: part, record: record, value: value, partner: partner), world, &best,
              &bestCost)
          }
        }
      }
    }
  }

  /// One record for each combination of the parts that tables show beside a part, by its value.
  private func profiles(_ part: Int, _ world: World) -> [[Int]] {
    var seen: Set<Int> = []
    var byValue: [[Int]] = Array(repeating: [], count: system.classCounts[part])
    let neighbours = system.neighbours[part]
    for record in order {
      let base = record * CellSystem.width
      var profile = system.limits.kinds[record]
      for neighbour in neighbours {
        profile = profile * system.classCounts[neighbour] + world.states[base + neighbour]
      }
      if seen.insert(profile).inserted { byValue[world.states[base + part]].append(record) }
    }
    return byValue
  }

  private func state(_ record: Int, in world: World) -> ArraySlice<Int> {
    world.states[record * CellSystem.width..<(record + 1) * CellSystem.width]
  }

  private mutating func consider(
    _ step: Step, _ world: World, _ best: inout Step?, _ bestCost: inout Double
  ) {
    let cost = cost(step, world)
    if cost < bestCost { (best, bestCost) = (step, cost) }
  }

  /// The weight of the cells that would begin to differ, less that of those that would agree again.
  private mutating func cost(_ step: Step, _ world: World) -> Double {
    let touched = differences(step, world)
    var cost = 0.0
    for (cell, change) in touched { scratch[cell] += change }
    for (cell, _) in touched where scratch[cell] != 0 {
      let (before, after) = (world.delta[cell], world.delta[cell] + scratch[cell])
      scratch[cell] = 0
      if before == 0 { cost += weights[cell] } else if after == 0 { cost -= weights[cell] }
    }
    return cost
  }

  private func differences(_ step: Step, _ world: World) -> [(cell: Int, change: Int)] {
    var touched: [(cell: Int, change: Int)] = []
    touched.reserveCapacity(4 * system.tablesOfPart[step.part].count)
    func add(_ record: Int, _ value: Int) {
      let before = state(record, in: world)
      var after = before
      after[after.startIndex + step.part] = value
      for index in system.tablesOfPart[step.part] {
        let (from, to) = (system.tables[index].cell(before), system.tables[index].cell(after))
        guard from != to else { continue }
        touched.append((from, -1))
        touched.append((to, 1))
      }
    }
    add(step.record, step.value)
    if let partner = step.partner {
      add(partner, world.states[step.record * CellSystem.width + step.part])
    }
    return touched
  }

  private func perform(_ step: Step, on world: inout World) {
    for (cell, change) in differences(step, world) { world.delta[cell] += change }
    let index = step.record * CellSystem.width + step.part
    if let partner = step.partner {
      world.states[partner * CellSystem.width + step.part] = world.states[index]
    }
    world.states[index] = step.value
  }
}
