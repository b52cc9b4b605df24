import CaseModel
import Testing

@testable import Disclosure
import Text

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
      #expect(hidden > 10 && 4 * zeros >= hidden, "\(zeros) of \(hidden)")
    }
  }

  private static func records(_ name: String, _ count: Int, _ codes: [Field: String]) -> [Record] {
    (0..<count).map {
      Record(id: "\(name) \($0)", registered: SyntheticRegister.start, codes: codes)
    }
  }

  private static func hidden(
    _ records: [Record], _ tables: [[String]], seed: UInt64
  ) throws -> Set<CellKey> {
    let plan = try PublicationPlan(maxHidden: 1, tables: tables)
    let block = Block(containing: SyntheticRegister.start, plan: plan)
    var generator = SeededGenerator(seed: seed)
    let draft = Protector.protect(
      block, records: records, plan: plan, book: SyntheticRegister.book, choices: plan.choices,
      using: &generator)
    _ = try Proof.check(
      draft, records: records, plan: plan, book: SyntheticRegister.book,
      earlier: PublicationLedger(), on: block.closesOn)
    return draft.hidden
  }

  @Test
  func `zeros of a row without a case are hidden with its total, however many answers it has`()
    throws
  {
    // One hidden zero alone would look like the only answer of the row: both are hidden, or none.
    let counts = [
      ("0-3", 8, 9), ("4-7", 10, 12), ("8-15", 13, 15), ("16-30", 9, 8), ("31-60", 2, 1),
      ("open", 3, 4),
    ]
    let records = counts.flatMap { band, complaints, others in
      let outcome = band == "open" ? band : "answered"
      return [("minor", complaints), ("information", others)].flatMap { category, count in
        Self.records(
          "\(band) \(category)", count,
          [.category: category, .closing: band, .outcome: outcome])
      }
    }
    for seed in UInt64(1)...5 {
      let hidden = try Self.hidden(records, [["closing", "complaint"]], seed: seed)
      let empty = hidden.filter { $0.codes.contains("over-60") }
      #expect(empty.count == 3, "\(hidden.sorted())")
    }
  }

  @Test func `where no zero stands beside what is hidden, a small count is given for some`() throws
  {
    let channels = [("hotline", 300), ("field", 250), ("box", 97), ("committee", 6)]
    let persons = [("female", 400), ("male", 250), (CodeBook.unknown, 3)]
    let sexes = persons.flatMap { sex, count in Array(repeating: sex, count: count) }
    let reached = channels.flatMap { channel, count in Array(repeating: channel, count: count) }
    let records = zip(sexes, reached).enumerated().map { index, codes in
      Record(
        id: "\(index)", registered: SyntheticRegister.start,
        codes: [.sex: codes.0, .channel: codes.1])
    }
    for seed in UInt64(1)...5 {
      let hidden = try Self.hidden(records, [["sex"], ["channel"]], seed: seed)
      let zeros = hidden.count { ["email", "partner", "social"].contains($0.codes[0]) }
      #expect(4 * zeros >= hidden.count, "\(hidden.sorted())")
      #expect(hidden.contains { $0.codes == ["committee"] })
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
      var generator = SeededGenerator(seed: seed)
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
