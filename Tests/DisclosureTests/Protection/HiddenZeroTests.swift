import CaseModel
import Testing

@testable import Disclosure

/// A hidden count is often nobody's, and what is hidden costs the reader little (R4).
@Suite struct HiddenZeroTests {
  private static let published = Result { () throws in
    try Publishing(
      SyntheticRegister.records(casesAYear: 60, seed: 2),
      plan: try SyntheticRegister.plan(
        maxHidden: 1, tables: [["group", "region"], ["channel"], ["outcome"]]),
      seed: 5)
  }

  private static func counts(_ records: [Record], _ table: [Dimension]) -> [CellKey: Int] {
    records.reduce(into: [:]) { counts, record in
      let codes = table.map { record.code($0, in: SyntheticRegister.book) }
      counts[CellKey(sorted: table, codes), default: 0] += 1
    }
  }

  @Test func `of the hidden counts many are zeros, in tables of one dimension and of two`() throws {
    let publishing = try Self.published.get()
    for size in 1...2 {
      var (hidden, zeros) = (0, 0)
      for (draft, records) in zip(publishing.drafts, publishing.records) {
        for (table, cells) in Dictionary(grouping: draft.hidden, by: \.dimensions)
        where table.count == size {
          let counts = Self.counts(records, table)
          hidden += cells.count
          zeros += cells.count { counts[$0] == nil }
        }
      }
      #expect(hidden > 10 && 5 * zeros >= hidden, "\(zeros) of \(hidden)")
    }
  }

  @Test func `a small partner is drawn before a large one`() throws {
    // Three by e-mail need a partner: the eight at the committee more often than 200 by hotline.
    let channels = [("email", 3), ("committee", 8), ("field", 90), ("hotline", 200)]
    let records = channels.flatMap { channel, count in
      (0..<count).map {
        Record(
          id: "\(channel) \($0)", registered: SyntheticRegister.start, codes: [.channel: channel])
      }
    }
    let plan = try PublicationPlan(maxHidden: 1, tables: [["channel"]])
    var drawn: [String: Int] = [:]
    for seed in UInt64(1)...20 {
      var generator = SplitMix64(seed: seed)
      let draft = Protector.protect(
        Block(containing: SyntheticRegister.start, plan: plan), records: records, plan: plan,
        book: SyntheticRegister.book, choices: plan.choices, using: &generator)
      for cell in draft.hidden { drawn[cell.codes[0], default: 0] += 1 }
    }
    #expect(drawn["email"] == 20)
    #expect(drawn["committee", default: 0] > 15)
    #expect(drawn["hotline"] == nil)
  }
}
