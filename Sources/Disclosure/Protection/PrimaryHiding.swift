/// The cells that are hidden for their own sake, because too few persons stand behind them (R2).
struct PrimaryHiding {
  private let system: CellSystem
  private let threshold: Int
  private var cases: [Int]
  private var persons: [Set<String>]
  private var largest: [Int]

  init(_ system: CellSystem, records: [Record], threshold: Int) {
    self.system = system
    self.threshold = threshold
    cases = Array(repeating: 0, count: system.cellCount)
    persons = Array(repeating: [], count: system.cellCount)
    largest = Array(repeating: 0, count: system.cellCount)
    var bySource: [[String: Int]] = Array(repeating: [:], count: system.cellCount)
    for (index, record) in records.enumerated() {
      let base = index * CellSystem.width
      let state = system.states[base..<base + CellSystem.width]
      // The marks keep keys of complainants, partners and anonymous cases apart.
      let sources = [
        record.complainant.map { "c" + $0 }, record.partner.map { "p" + $0 },
      ].compactMap(\.self)
      for table in system.tables {
        let cell = table.cell(state)
        cases[cell] += 1
        persons[cell].insert(record.complainant.map { "c" + $0 } ?? "a\(index)")
        for source in sources {
          let count = bySource[cell][source, default: 0] + 1
          bySource[cell][source] = count
          largest[cell] = max(largest[cell], count)
        }
      }
    }
  }

  /// For each cell whether it must be hidden; the block's total never is.
  var cells: [Bool] {
    var hidden = cases.indices.map { cell in
      cases[cell] > 0 && (persons[cell].count < threshold || 2 * largest[cell] >= cases[cell])
    }
    hidden[0] = false
    return hidden
  }
}
