internal import CaseModel

/// The choice of what a block hides, so that no hidden count can be worked out from what is shown.
package enum Protector {
  /// Proposes tables, hidden cells and certificates for a block.
  ///
  /// The proposal is safe to publish only after ``Proof``.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - records: Its records, as on the day of its closing.
  ///   - plan: The plan.
  ///   - book: The codes of the register.
  ///   - choices: The level of each table, from ``PublicationLedger/choices(in:plan:)``; tables
  ///     that hide too much step up from there.
  ///   - generator: Decides between equally good partners; seeded once per block, in private.
  /// - Returns: The draft; in the worst case it shows the block's total only.
  package static func protect(
    _ block: Block, records: [Record], plan: PublicationPlan, book: CodeBook,
    choices: [TableChoice], using generator: inout some RandomNumberGenerator
  ) -> ProtectedDraft {
    // The order of files on a disk must not change what is published.
    let records = records.sorted { $0.id < $1.id }
    let days = BlockDays(block, grace: plan.graceDays)
    var choices = choices
    while true {
      let system = CellSystem(
        tables: choices.flatMap(\.published), records: records, book: book, days: days)
      let primary = PrimaryHiding(system, records: records, threshold: plan.threshold).cells
      let start = Concealment(
        system, primary: primary, rows: OneAnswerRows(system, book: book),
        width: plan.width)
      // What is hidden for its own sake stays hidden: no search makes such a table less crowded.
      if let crowded = crowdedTable(choices, start, limit: plan.maxHidden) {
        choices = steppingUp(choices, crowded, plan: plan)
        continue
      }
      let blamed: [Dimension]
      switch start.completed(using: &generator) {
      case .stuck(let cell):
        blamed = system.key(cell).dimensions
      case .done(let result):
        if let crowded = crowdedTable(choices, result, limit: plan.maxHidden) {
          blamed = crowded
          break
        }
        let result = result.withZeros(using: &generator)
        let hidden = result.hiddenCells
        let unlisted = UnlistedCells(
          tables: choices.flatMap(\.published), hidden: hidden, records: records, book: book,
          days: days)
        let known = result.worlds.map(\.states)
        switch unlisted.worlds(beside: known, threshold: plan.threshold) {
        case .stuck(let pair):
          blamed = pair
        case .done(let added):
          return ProtectedDraft(
            block: block, choices: choices, hidden: hidden,
            certificates: (known + added).map { certificate($0, system, records) })
        }
      }
      choices = steppingUp(choices, blamed, plan: plan)
    }
  }

  /// The table that hides too much: more than the limit both of its cells and of its cases.
  ///
  /// Cells alone would drop a table that shows nearly everything beside a row of unknown codes.
  private static func crowdedTable(
    _ choices: [TableChoice], _ result: Concealment, limit: Double
  ) -> [Dimension]? {
    let shown = Set(choices.flatMap(\.published))
    let shares = result.system.tables.filter { shown.contains($0.dimensions) }.map { table in
      let cells = (table.offset..<table.offset + table.size)
        .filter { result.system.isPossible[$0] }
      let hidden = cells.filter { result.isHidden[$0] }
      let cases = hidden.reduce(0) { $0 + result.truth[$1] }
      let share = min(
        Double(hidden.count) / Double(max(1, cells.count)),
        Double(cases) / Double(max(1, result.system.recordCount)))
      return (table.dimensions, share)
    }
    let worst = shares.max { ($0.1, $1.0.count) < ($1.1, $0.0.count) }
    return worst.flatMap { $0.1 > limit ? $0.0 : nil }
  }

  /// Coarsens one table: the one that has most of the blamed dimensions, and most besides.
  private static func steppingUp(
    _ choices: [TableChoice], _ blamed: [Dimension], plan: PublicationPlan
  ) -> [TableChoice] {
    func rank(_ table: [Dimension]) -> (Int, Int) {
      (table.count { blamed.contains($0) }, table.count)
    }
    guard let table = choices.flatMap(\.published).max(by: { rank($0) < rank($1) }) else {
      return choices
    }
    return choices.map { choice in
      choice.published.contains(table) ? choice.steppingUp(table, plan: plan) : choice
    }
  }

  private static func certificate(
    _ world: [Int], _ system: CellSystem, _ records: [Record]
  ) -> Certificate {
    let changed = world.indices.filter { world[$0] != system.states[$0] }
    return Certificate(
      changes: changed.flatMap { index in
        let (place, part) = index.quotientAndRemainder(dividingBy: CellSystem.width)
        let record = records[place]
        let assigned = system.limits.codes(place, part, world[index]) ?? []
        return assigned.filter { record[$0.field] != $0.code }.map { field, code in
          Certificate.Change(record: record.id, field: field, code: code)
        }
      })
  }
}
