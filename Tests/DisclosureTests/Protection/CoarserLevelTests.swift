import CaseModel
import Testing

@testable import Disclosure

/// Where a plan shows a fine level, the coarser one follows by adding up, and must be safe too.
@Suite struct CoarserLevelTests {
  private static let book = SyntheticRegister.book
  private static let today = CalendarDate(day: 20_500)

  /// So many cases of each category, all closed in time.
  private static func records(_ counts: [(String, Int)]) -> [Record] {
    counts.flatMap { category, count in
      (0..<count).map { index in
        Record(
          id: "\(category) \(index)", registered: SyntheticRegister.start,
          codes: [.category: category, .closing: "4-7", .outcome: "answered"])
      }
    }
  }

  @Test func `two small counts that add up to a known small one are refused`() throws {
    let records = Self.records([
      ("thanks", 2), ("information", 1), ("assistance", 40), ("minor", 30), ("major", 20),
      ("out-of-scope", 10),
    ])
    let plan = try PublicationPlan(maxHidden: 1, tables: [["category"]])
    let block = Block(containing: SyntheticRegister.start, plan: plan)
    func cell(_ code: String) -> CellKey { CellKey(sorted: [.category], [code]) }
    // Each of the two may be none, or three: but together they are three in every world.
    func world(_ ids: [String], _ category: String) -> Certificate {
      Certificate(changes: ids.map { .init(record: $0, field: .category, code: category) })
    }
    let draft = ProtectedDraft(
      block: block, choices: plan.choices, hidden: [cell("thanks"), cell("information")],
      certificates: [
        world(["thanks 0", "thanks 1"], "information"), world(["information 0"], "thanks"),
      ])
    let failure = #expect(throws: ProofFailure.self) {
      try Proof.check(
        draft, records: records, plan: plan, book: Self.book, earlier: PublicationLedger(),
        on: Self.today)
    }
    let group = CellKey(sorted: [.group], ["thanks-and-questions"])
    #expect(failure?.findings.contains(.unlistedKnown(group)) == true)
  }

  @Test(arguments: [
    [["category"]], [["category"], ["timely"]], [["category", "channel"], ["timely"]],
    [["district"], ["channel"]],
  ])
  func `the protector leaves no known small count at a coarser level`(tables: [[String]]) throws {
    let plan = try SyntheticRegister.plan(maxHidden: 0.8, tables: tables)
    let all = SyntheticRegister.records(casesAYear: 120, seed: 11)
    let publishing = try Publishing(all, plan: plan, seed: 3)
    try #require(publishing.proofs.count > 4)
    for (proof, records) in zip(publishing.proofs, publishing.records) {
      for (fine, coarse) in [(Dimension.category, Dimension.group), (.district, .region)] {
        let shown = proof.published.cells(of: [fine])
        guard !shown.isEmpty else { continue }
        let hidden = Set(shown.filter { $0.value == .hidden }.flatMap(\.cell.codes))
        let groups = Dictionary(grouping: records) { $0.code(coarse, in: Self.book) }
        let hiding = groups.filter { _, cases in
          cases.contains { hidden.contains($0.code(fine, in: Self.book)) }
        }
        // Where one group alone hides something, its count follows from the total.
        guard hiding.count == 1, let only = hiding.first?.value else { continue }
        let count = only.count { hidden.contains($0.code(fine, in: Self.book)) }
        #expect(count == 0 || count >= 5 || only.count >= 5)
      }
    }
  }
}
