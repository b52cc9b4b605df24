import CaseModel
import Testing

@testable import Disclosure
import Text

/// Small registers against all lists of cases that there can be.
@Suite struct AttackTests {
  private static let book = CodeBook(
    groups: ["minor": "g1", "major": "g2"], complaintKinds: ["minor", "major"], areas: [:],
    channels: ["x", "y", "z"], sexes: [], ages: [:], outcomes: ["answered"])

  private static func records(_ count: Int, seed: UInt64) -> [Record] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      func pick(_ codes: [String]) -> String {
        // The first code is the most frequent one, as in life.
        codes[
          min(
            Int.random(in: 0..<codes.count, using: &generator),
            Int.random(in: 0..<codes.count, using: &generator))]
      }
      return Record(
        id: "c\(index)", registered: SyntheticRegister.start,
        codes: [
          .category: pick(["minor", "major"]), .channel: pick(["x", "y", "z"]),
          .closing: pick(["4-7", "16-30"]), .outcome: "answered",
        ])
    }
  }

  private static let plans: [[[String]]] = [
    [["group", "channel"], ["timely"]],
    [["group", "channel"], ["timely", "group"]],
    [["group", "channel"], ["timely", "group"], ["timely", "channel"]],
  ]

  // Without optimisation a few registers have to do.
  #if DEBUG
    private static let seeds = UInt64(1)...2
  #else
    private static let seeds = UInt64(1)...25
  #endif

  @Test(arguments: plans)
  func `no list of cases narrows a hidden count`(tables: [[String]]) throws {
    let plan = try PublicationPlan(threshold: 3, width: 3, maxHidden: 1, tables: tables)
    var (hidden, unlisted) = (0, 0)
    for seed in Self.seeds {
      let records = Self.records(6 + Int(seed % 6) + 1, seed: seed)
      let publishing = try Publishing(records, plan: plan, seed: seed, book: Self.book)
      let proof = try #require(publishing.proofs.first)
      let attack = ExhaustiveAttack(proof.published.rows, book: Self.book)
      #expect(attack.lists > 0)
      for (cell, bounds) in attack.bounds {
        switch proof.published[cell] {
        case .hidden:
          hidden += 1
          #expect(bounds.upperBound - bounds.lowerBound >= plan.width, "\(cell) seed \(seed)")
          let span = try #require(proof.spans[cell])
          // The worlds of the proof are among the lists that the attacker finds.
          #expect(bounds.contains(span.lowerBound) && bounds.contains(span.upperBound))
        case .published(let value):
          #expect(bounds == value...value)
        case .notApplicable: #expect(bounds == 0...0)
        case .missing: Issue.record("a cell is missing: \(cell)")
        case nil:
          unlisted += 1
          let isKnownSmall = bounds.lowerBound >= 1 && bounds.upperBound < plan.threshold
          #expect(!isKnownSmall, "\(cell) seed \(seed)")
        }
      }
    }
    #expect(hidden > 0)
    // Three tables of three dimensions leave no pair of them out, unless one had to go.
    #expect(unlisted > 0 || tables.count == 3)
  }

  @Test func `the attack finds what hiding small counts alone leaves open`() throws {
    let plan = try PublicationPlan(threshold: 3, width: 3, maxHidden: 1, tables: Self.plans[1])
    var exact = 0
    for seed in Self.seeds {
      let records = Self.records(9, seed: seed)
      let draft = ProtectedDraft(
        block: Block(containing: SyntheticRegister.start, plan: plan), choices: plan.choices,
        hidden: [], certificates: [])
      let counted = Recount(draft: draft, records: records, plan: plan, book: Self.book).shownCells
      let rows = counted.map { cell, value in
        CountRow(
          period: "x", cell: cell,
          value: (1..<3).contains(value.number ?? 0) ? .hidden : value)
      }
      let attack = ExhaustiveAttack(rows, book: Self.book)
      exact += rows.count { row in
        row.value == .hidden && attack.bounds[row.cell].map { $0.count == 1 } == true
      }
    }
    #expect(exact > 0)
  }
}
