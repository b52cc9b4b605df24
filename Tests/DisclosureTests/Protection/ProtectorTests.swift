import CaseModel
import Testing

@testable import Disclosure

@Suite struct ProtectorTests {
  /// The smallest share of the two-way cases that must be shown: nearly nothing hidden would be
  /// unsafe, but everything hidden would be useless.
  private static let leastShown = [150: 15, 400: 45, 1_000: 70]

  // Without optimisation the search takes forty times as long; then a sample has to do.
  #if DEBUG
    private static let sizes = [150]
    private static let seeds: [UInt64] = [1]
  #else
    private static let sizes = [150, 400, 1_000]
    private static let seeds: [UInt64] = [1, 2, 3]
  #endif

  @Test(arguments: sizes, seeds)
  func `the proof accepts every block that the protector made`(casesAYear: Int, seed: UInt64)
    throws
  {
    let plan = try SyntheticRegister.plan(maxHidden: 1)
    let all = SyntheticRegister.records(casesAYear: casesAYear, seed: seed)
    let publishing = try Publishing(all, plan: plan, seed: seed)
    #expect(publishing.proofs.count == 8)
    #expect(publishing.ledger.countedRecords.count == all.count)
    var (shown, all2) = (0, 0)
    for (proof, records) in zip(publishing.proofs, publishing.records) {
      #expect(!proof.spans.isEmpty)
      for (cell, span) in proof.spans {
        #expect(span.upperBound - span.lowerBound >= plan.width, "\(cell)")
        #expect(span.lowerBound >= 0, "\(cell)")
      }
      for row in proof.published.rows {
        if let number = row.value.number { #expect(number == 0 || number >= plan.threshold) }
      }
      for table in plan.tables where table.count == 2 {
        shown += proof.published.cells(of: table).compactMap(\.value.number).reduce(0, +)
        all2 += records.count
      }
    }
    #expect(shown * 100 / all2 >= Self.leastShown[casesAYear] ?? 100)
  }

  @Test(arguments: sizes)
  func `a table that hides too much is shown more coarsely or left out`(casesAYear: Int) throws {
    let plan = try SyntheticRegister.plan(maxHidden: 0.4)
    let all = SyntheticRegister.records(casesAYear: casesAYear, seed: 2)
    let publishing = try Publishing(all, plan: plan, seed: 1)
    var levels: [[Dimension]: [Dimension]] = [:]
    var year = 0
    for (draft, records) in zip(publishing.drafts, publishing.records) {
      if draft.block.year != year { (levels, year) = ([:], draft.block.year) }
      for choice in draft.choices {
        if let before = levels[choice.planned] {
          #expect(TableChoice.isSameOrCoarser(choice.level, than: before))
        }
        levels[choice.planned] = choice.level
        for table in choice.published {
          let hidden = draft.hidden.filter { $0.dimensions == table }
          let cases = records.count { record in
            hidden.contains(
              CellKey(
                sorted: table, table.map { record.code($0, in: SyntheticRegister.book) }))
          }
          let cells = publishing.proofs[0].published.rows.count { $0.cell.dimensions == table }
          #expect(
            cases * 10 <= records.count * 4 || hidden.count * 10 <= max(1, cells) * 4,
            "\(table)")
        }
      }
    }
    #expect(publishing.drafts.contains { $0.choices.contains { $0.published != [$0.planned] } })
  }
}
