import CaseModel
import Testing

@testable import Disclosure
import Text

/// What was open at the end of a block and is closed in it took longer than it was old, and no longer
/// than that and the days until the counts (R8): readers know all of these days.
@Suite struct ClosingTimeTests {
  private static let book = SyntheticRegister.book
  private static let start = SyntheticRegister.start

  private static func plan(_ table: [String]) throws -> PublicationPlan {
    try PublicationPlan(maxHidden: 1, tables: [table])
  }

  /// Cases of one band; those that were open at the end have an age, and were registered shortly before.
  private static func cases(_ band: String, _ count: Int, age: String? = nil) throws -> [Record] {
    let block = Block(containing: start, plan: try plan(["closing"]))
    return (0..<count).map { number in
      Record(
        id: "\(band) \(age ?? "closed") \(number)",
        registered: age == nil ? start : block.end.adding(days: -10),
        codes: [
          .category: "minor", .closing: band, .outcome: "answered",
          .ageing: age ?? CodeBook.notMeasured,
        ])
    }
  }

  /// 82 cases, of which twelve were 16 to 30 days old at the end of the block and are closed since.
  private static func twelveOfOneAge() throws -> [Record] {
    try cases("0-3", 30) + cases("4-7", 20) + cases("8-15", 18)
      + cases("31-60", 12, age: "16-30") + cases("over-60", 2)
  }

  private static func closed(
    _ records: [Record], table: [String], seed: UInt64
  ) throws -> (block: ClosedBlock, numbers: BlockNumbers) {
    let plan = try plan(table)
    let block = Block(containing: start, plan: plan)
    let closed = try ClosedBlock.closing(
      block,
      contents: BlockContents(
        records: records, open: records.filter { $0[.ageing] != CodeBook.notMeasured }, book: book,
        sensitiveYears: []),
      plan: plan, after: PublicationLedger(), on: block.closesOn, seed: seed)
    return (closed, try closed.proved(after: PublicationLedger(), digest: { _ in "" }).numbers)
  }

  private static func cell(_ dimension: Dimension, _ code: String) -> CellKey {
    CellKey(sorted: [dimension], [code])
  }

  /// The counts of all closing bands that a reader finds possible, who knows that twelve cases were 16 to
  /// 30 days old: these are open, or took 17 to 51 days.
  private static func lists(_ numbers: BlockNumbers) throws -> [[String: Int]] {
    let bands = numbers.flows.cells(of: [.closing])
    var lists: [[String: Int]] = [[:]]
    for (cell, value) in bands {
      let code = cell.codes[0]
      lists = lists.flatMap { list in
        let left = 82 - list.values.reduce(0, +)
        let counts = value.number.map { $0...$0 } ?? 0...max(0, left)
        return counts.map { list.merging([code: $0]) { _, new in new } }
      }
    }
    return lists.filter { list in
      let open = list["open"] ?? 0
      return list.values.reduce(0, +) == 82 && open <= 12
        && open + (list["16-30"] ?? 0) + (list["31-60"] ?? 0) >= 12
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `no band of closings is bounded by the age of the open cases and the day of the closing`(
    seed: UInt64
  ) throws {
    let numbers = try Self.closed(Self.twelveOfOneAge(), table: ["closing"], seed: seed).numbers
    try #require(numbers.stock?[Self.cell(.ageing, "16-30")] == .published(12))
    let hidden = numbers.flows.cells(of: [.closing]).filter { $0.value == .hidden }.map(\.cell)
    #expect(hidden.contains(Self.cell(.closing, "over-60")))
    let lists = try Self.lists(numbers)
    for cell in hidden {
      let counts = lists.map { $0[cell.codes[0]] ?? 0 }
      let (low, high) = (try #require(counts.min()), try #require(counts.max()))
      #expect(high - low >= 5, "\(cell): \(low) to \(high)")
    }
  }

  /// What a program that knows the shortest time only hides and takes for a proof.
  private static func shortestOnly() throws -> (draft: ProtectedDraft, records: [Record]) {
    let plan = try plan(["closing"])
    let records = try twelveOfOneAge()
    let moved = records.filter { $0[.ageing] == "16-30" }.prefix(5)
    let draft = ProtectedDraft(
      block: Block(containing: start, plan: plan), choices: plan.choices,
      hidden: [cell(.closing, "31-60"), cell(.closing, "over-60")],
      certificates: [
        Certificate(changes: moved.map { .init(record: $0.id, field: .closing, code: "over-60") })
      ])
    return (draft, records)
  }

  @Test func `a certificate in which a case was closed after the day of the counts is refused`()
    throws
  {
    let (draft, records) = try Self.shortestOnly()
    let plan = try Self.plan(["closing"])
    func findings(_ rules: RulesVersion) -> [ProofFinding] {
      do {
        _ = try Proof.check(
          draft, records: records, plan: plan, book: Self.book, rules: rules,
          earlier: PublicationLedger(), on: draft.block.closesOn)
        return []
      } catch {
        return error.findings
      }
    }
    let found = findings(.second)
    #expect(found.contains { if case .impossibleWorld(0, _) = $0 { true } else { false } })
    #expect(found.contains(.narrow(Self.cell(.closing, "over-60"), span: 0, width: 5)))
    #expect(findings(.first).isEmpty)
  }

  @Test func `a block of the first rules stays sound, and what they did not look at is said`()
    throws
  {
    let (draft, records) = try Self.shortestOnly()
    let closed = ClosedBlock(
      flows: ClosedBlock.Part(draft: draft, records: records), stock: nil,
      plan: try Self.plan(["closing"]), rules: .first, book: Self.book,
      closedOn: draft.block.closesOn, seed: 1, sensitiveYears: [])
    #expect(
      try closed.proved(after: PublicationLedger(), digest: { _ in "" }).ledger.entries.count == 1)
    #expect(
      closed.unprotected
        == ["31-60", "over-60"].map { .narrow(Self.cell(.closing, $0), span: 0, width: 5) })
  }

  @Test func `a case that may be late by a time that it can have taken protects those that are`()
    throws
  {
    // All were at most 15 days old at the end: late they are open, or took no more than 36 days.
    let records = try Self.cases("8-15", 37, age: "0-15") + Self.cases("16-30", 3, age: "0-15")
    let (block, numbers) = try Self.closed(records, table: ["timely"], seed: 1)
    #expect(numbers.flows[Self.cell(.timely, "no")] == .hidden)
    let closings = block.flows.draft.certificates.flatMap(\.changes).filter { $0.field == .closing }
    #expect(closings.contains { $0.code == "31-60" })
    #expect(!closings.contains { $0.code == "over-60" })
  }

  @Test func `no world makes an open case too young for the time that it took`() throws {
    let records = try Self.cases("over-60", 30, age: "61-90")
    let plan = try ClosedBlock.stockPlan(Self.plan(["closing"]))
    let block = Block(stockOf: Block(containing: Self.start, plan: plan))
    let world = Certificate(
      changes: records.prefix(5).map { .init(record: $0.id, field: .ageing, code: "16-30") })
    let draft = ProtectedDraft(
      block: block, choices: plan.choices,
      hidden: [Self.cell(.ageing, "16-30"), Self.cell(.ageing, "61-90")], certificates: [world])
    let failure = #expect(throws: ProofFailure.self) {
      try Proof.check(
        draft, records: records, plan: plan, book: Self.book, earlier: PublicationLedger(),
        on: block.closesOn)
    }
    #expect(
      failure?.findings.contains { if case .impossibleWorld(0, _) = $0 { true } else { false } }
        == true)
  }

  @Test(arguments: [
    ("16-30", "8-15", 20, false), ("16-30", "16-30", 20, true), ("16-30", "16-30", 40, true),
    ("0-15", "0-3", 10, true), ("over-90", "over-60", 40, true), ("31-60", "31-60", 40, true),
    ("31-60", "16-30", 40, false), ("31-60", "open", 40, true), ("not-measured", "0-3", 40, true),
    // Within the 21 days from the end of the block to its closing.
    ("0-15", "31-60", 10, true), ("0-15", "over-60", 10, false), ("16-30", "over-60", 20, false),
    ("16-30", "31-60", 20, true), ("31-60", "over-60", 40, true), ("16-30", "unknown", 20, true),
  ])
  func `age and time until closing bind each other`(
    age: String, closing: String, daysAgo: Int, isPossible: Bool
  ) {
    let day = SyntheticRegister.start.adding(days: 90)
    let record = Record(
      id: "c", registered: day.adding(days: -daysAgo),
      codes: [
        .ageing: age, .closing: closing, .outcome: closing == "open" ? "open" : "answered",
      ])
    #expect(record.isPossible(on: Self.days(day)) == isPossible)
  }

  @Test(arguments: [
    ("over-90", "16-30", false), ("over-90", "31-60", true), ("16-30", "16-30", true),
  ])
  func `no world makes a case younger than its registration, but a corrected receipt may`(
    truth: String, age: String, isPossible: Bool
  ) {
    let day = SyntheticRegister.start.adding(days: 90)
    func record(_ age: String) -> Record {
      Record(id: "c", registered: day.adding(days: -40), codes: [.ageing: age])
    }
    #expect(record(truth).isPossible(on: Self.days(day)))
    #expect(
      record(truth).mayBecome(record(age), on: Self.days(day), besideStock: true) == isPossible)
  }

  private static func days(
    _ day: CalendarDate, grace: Int = 21, rules: RulesVersion = .newest
  ) -> BlockDays {
    BlockDays(
      Block(stockOn: day, closesOn: day.adding(days: grace)), grace: grace, rules: rules)
  }

  @Test(arguments: [
    (30, RulesVersion.second, false), (31, .second, true), (21, .first, true),
  ])
  func `how long the closing comes after the end decides, under rules that look at it`(
    grace: Int, rules: RulesVersion, isPossible: Bool
  ) {
    let day = SyntheticRegister.start.adding(days: 90)
    let record = Record(
      id: "c", registered: day.adding(days: -20),
      codes: [.ageing: "16-30", .closing: "over-60", .outcome: "answered"])
    #expect(record.isPossible(on: Self.days(day, grace: grace, rules: rules)) == isPossible)
  }

  @Test(arguments: [
    ("not-measured", "4-7", true, false), ("not-measured", "4-7", false, true),
    ("0-15", "31-60", true, true), ("not-measured", "open", true, true),
  ])
  func `beside the open cases of the last day no world opens a closed one`(
    age: String, closing: String, isStockShown: Bool, isPossible: Bool
  ) {
    let day = SyntheticRegister.start.adding(days: 90)
    func record(_ closing: String) -> Record {
      Record(
        id: "c", registered: day.adding(days: -10),
        codes: [
          .ageing: age, .closing: closing, .outcome: closing == "open" ? "open" : "answered",
        ])
    }
    #expect(
      record(closing).mayBecome(
        record("open"), on: Self.days(day), besideStock: isStockShown) == isPossible)
  }
}
