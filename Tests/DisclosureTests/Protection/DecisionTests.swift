import CaseModel
import Testing

@testable import Disclosure
import Text

/// What was decided of complaints, as a table of one dimension.
@Suite struct DecisionTests {
  private static let book = SyntheticRegister.book

  @Test(arguments: [
    ("minor", "upheld", "upheld", "yes"), ("major", "partly-upheld", "partly-upheld", "yes"),
    ("minor", "not-upheld", "not-upheld", "no"), ("minor", "referred", "undecided", "undecided"),
    ("major", "undetermined", "undecided", "undecided"),
    ("minor", "open", "undecided", "undecided"),
    ("assistance", "assisted", "not-measured", "not-measured"),
    // A correction may leave an outcome that no longer fits the kind.
    ("thanks", "upheld", "not-measured", "not-measured"),
  ])
  func `complaints are told apart by what was decided, other kinds not at all`(
    category: String, outcome: String, decision: String, upheld: String
  ) {
    let record = Record(
      id: "c", registered: SyntheticRegister.start,
      codes: [
        .category: category, .outcome: outcome, .closing: outcome == "open" ? "open" : "4-7",
      ])
    #expect(record.code(.decision, in: Self.book) == decision)
    #expect(record.code(.upheld, in: Self.book) == upheld)
  }

  private static func records(_ outcomes: [(String, Int)], questions: Int) -> [Record] {
    let all =
      outcomes.flatMap { Array(repeating: ("minor", $0.0), count: $0.1) }
      + Array(repeating: ("information", "answered"), count: questions)
    return all.enumerated().map { index, kind in
      Record(
        id: "c\(index)", registered: SyntheticRegister.start,
        codes: [
          .category: kind.0, .outcome: kind.1,
          .closing: kind.1 == "open" ? "open" : ["0-3", "4-7", "8-15", "16-30"][index % 4],
        ])
    }
  }

  private static func published(
    _ records: [Record], _ tables: [[String]]
  ) throws -> PublishedBlock {
    let plan = try SyntheticRegister.plan(maxHidden: 1, tables: tables)
    return try #require(
      try Publishing(records, plan: plan, seed: 1, book: book).proofs.first
    ).published
  }

  private static func value(_ block: PublishedBlock, _ code: String) -> PublishedValue? {
    block[CellKey(sorted: [.decision], [code])]
  }

  @Test func `decisions are shown where enough people are behind each`() throws {
    let records = Self.records(
      [("upheld", 14), ("partly-upheld", 6), ("not-upheld", 9), ("referred", 4), ("open", 3)],
      questions: 30)
    let block = try Self.published(records, [["decision"]])
    let shown = ["upheld", "partly-upheld", "not-upheld", "undecided", "not-measured"].map {
      Self.value(block, $0)?.number
    }
    #expect(shown == [14, 6, 9, 7, 30])
  }

  @Test func `nobody learns that every complaint was upheld`() throws {
    let records = Self.records([("upheld", 24), ("referred", 6)], questions: 30)
    let block = try Self.published(records, [["decision"]])
    let others = ["partly-upheld", "not-upheld"].map { Self.value(block, $0) }
    #expect(others.contains(.hidden), "\(others)")
  }

  @Test func `two complaints upheld late cost neither the decisions nor the days`() throws {
    // No table shows them, and both totals do: only cases that exchange outcomes, and keep the day of their
    // closing, make it none or many.
    func records(_ outcome: String, _ closing: String, _ count: Int) -> [Record] {
      (0..<count).map {
        Record(
          id: "\(outcome) \(closing) \($0)", registered: SyntheticRegister.start,
          codes: [.category: "minor", .outcome: outcome, .closing: closing])
      }
    }
    let all =
      records("upheld", "4-7", 12) + records("upheld", "31-60", 2)
      + records("not-upheld", "4-7", 8) + records("not-upheld", "31-60", 8)
    let plan = try SyntheticRegister.plan(maxHidden: 1, tables: [["decision"], ["timely"]])
    let publishing = try Publishing(all, plan: plan, seed: 1, book: Self.book)
    let block = try #require(publishing.proofs.first).published
    #expect(Self.value(block, "upheld") == .published(14))
    #expect(block[CellKey(sorted: [.timely], ["no"])] == .published(10))
  }

  @Test func `a decision that is known one level coarser is protected there, too`() {
    let unlisted = Dimension.unlistedTables(beside: [[.decision], [.channel]])
    #expect(unlisted == [[.upheld], [.channel, .decision], [.channel, .upheld]])
  }
}
