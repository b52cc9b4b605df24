import CaseModel
import Testing

@testable import Disclosure
import Text

/// Nobody may learn from the numbers that everybody of a row wanted, thought or got the same (R3).
@Suite struct OneAnswerTests {
  private static let book = SyntheticRegister.book
  private static let today = CalendarDate(day: 20_500)

  private static func records(_ name: String, _ count: Int, _ codes: [Field: String]) -> [Record] {
    (0..<count).map {
      Record(id: "\(name) \($0)", registered: SyntheticRegister.start, codes: codes)
    }
  }

  /// Cases of all groups in R1 to R3, and some of one kind only in R4.
  private static func oneKindInR4(_ count: Int) -> [Record] {
    let kinds = ["minor", "major", "assistance", "thanks", "information", "out-of-scope"]
    return ["R1", "R2", "R3"].flatMap { region in
      kinds.flatMap { records("\(region) \($0)", 7, [.area: region, .category: $0]) }
    } + records("R4", count, [.area: "R4", .category: "minor"])
  }

  private static func surveyed(yes: Int, no: Int, notAsked: Int) -> [Record] {
    records("yes", yes, [.satisfied: "yes"]) + records("no", no, [.satisfied: "no"])
      + records("-", notAsked, [:])
  }

  private static func draft(
    _ records: [Record], _ tables: [[String]], seed: UInt64 = 1
  ) throws -> (draft: ProtectedDraft, plan: PublicationPlan) {
    let plan = try PublicationPlan(maxHidden: 1, tables: tables)
    var generator = SeededGenerator(seed: seed)
    return (
      Protector.protect(
        Block(containing: SyntheticRegister.start, plan: plan), records: records, plan: plan,
        book: book, choices: plan.choices, using: &generator), plan
    )
  }

  private static func findings(
    _ draft: ProtectedDraft, _ records: [Record], _ plan: PublicationPlan,
    rules: RulesVersion = .newest, after ledger: PublicationLedger = PublicationLedger()
  ) -> [ProofFinding] {
    do {
      _ = try Proof.check(
        draft, records: records, plan: plan, book: book, rules: rules, earlier: ledger, on: today)
      return []
    } catch {
      return error.findings
    }
  }

  /// The answers of a row that are hidden, or shown and not zero.
  private static func possible(
    _ draft: ProtectedDraft, _ records: [Record], _ plan: PublicationPlan, _ cells: [CellKey]
  ) throws -> Int {
    let published = try Proof.check(
      draft, records: records, plan: plan, book: book, earlier: PublicationLedger(), on: today
    ).published
    return cells.count { cell in
      published[cell] == .hidden || (published[cell]?.number ?? 0) > 0
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 12])
  func `a region whose cases are all of one group leaves another group possible`(count: Int) throws
  {
    let records = Self.oneKindInR4(count)
    let row = Set(Self.book.groups.values).map { CellKey(sorted: [.group, .region], [$0, "R4"]) }
    for seed in UInt64(1)...3 {
      let (draft, plan) = try Self.draft(records, [["group", "region"], ["channel"]], seed: seed)
      #expect(try Self.possible(draft, records, plan, row) > 1)
    }
  }

  @Test(arguments: [(6, 0), (0, 6), (0, 3), (14, 0), (1, 0)])
  func `those who were asked and all answered alike are not told`(yes: Int, no: Int) throws {
    let records = Self.surveyed(yes: yes, no: no, notAsked: 40)
    let (draft, plan) = try Self.draft(records, [["satisfied"]])
    let answers = ["yes", "no"].map { CellKey(sorted: [.satisfied], [$0]) }
    #expect(try Self.possible(draft, records, plan, answers) == 2)
    #expect(answers.contains { draft.hidden.contains($0) })
  }

  @Test func `an outcome that all closed cases share is not told`() throws {
    let records =
      Self.records("closed", 8, [.closing: "4-7", .outcome: "not-upheld"])
      + Self.records("open", 20, [:])
    let (draft, plan) = try Self.draft(records, [["outcome"]])
    let answers = Self.book.outcomes.map { CellKey(sorted: [.outcome], [$0]) }
    #expect(try Self.possible(draft, records, plan, answers) > 1)
  }

  @Test func `two answers are no single one, and no coarser level makes one of them`() throws {
    let records =
      Self.records("upheld", 14, [.category: "minor", .closing: "4-7", .outcome: "upheld"])
      + Self.records("partly", 6, [.category: "minor", .closing: "4-7", .outcome: "partly-upheld"])
    let (draft, plan) = try Self.draft(records, [["outcome"]])
    #expect(draft.hidden.isEmpty)
    #expect(Self.findings(draft, records, plan).isEmpty)
  }

  @Test func `categories of one group leave another group possible`() throws {
    let records =
      ["R1", "R2"].flatMap { region in
        ["minor", "thanks", "assistance"].flatMap {
          Self.records("\(region) \($0)", 9, [.area: region, .category: $0])
        }
      } + Self.records("minor", 6, [.area: "R4", .category: "minor"])
      + Self.records("major", 7, [.area: "R4", .category: "major"])
    let (draft, plan) = try Self.draft(records, [["category", "region"]])
    let others = Self.book.groups.filter { $0.value != "complaints" }.keys.map {
      CellKey(sorted: [.category, .region], [$0, "R4"])
    }
    #expect(try Self.possible(draft, records, plan, others) > 0)
  }

  @Test func `nobody was asked, or nothing is closed: that is no answer, and is shown`() throws {
    let records = Self.records("-", 40, [:])
    let (draft, plan) = try Self.draft(records, [["satisfied"], ["outcome"]])
    #expect(draft.hidden.isEmpty)
    #expect(Self.findings(draft, records, plan).isEmpty)
  }

  @Test func `the proof refuses a row of one answer without a world that has another`() throws {
    let records = Self.surveyed(yes: 0, no: 6, notAsked: 40)
    let plan = try PublicationPlan(maxHidden: 1, tables: [["satisfied"]])
    let cell = { CellKey(sorted: [.satisfied], [$0]) }
    let bare = ProtectedDraft(
      block: Block(containing: SyntheticRegister.start, plan: plan), choices: plan.choices,
      hidden: [], certificates: [])
    #expect(Self.findings(bare, records, plan) == [.oneAnswer(cell("no"))])
    #expect(Self.findings(bare, records, plan, rules: .first).isEmpty)
    // Hiding the six beside those who were not asked lets nobody doubt what was answered.
    let world = Certificate(
      changes: (0..<5).map { .init(record: "no \($0)", field: .satisfied, code: "not-asked") })
    let hidden = ProtectedDraft(
      block: bare.block, choices: plan.choices, hidden: [cell("no"), cell("not-asked")],
      certificates: [world])
    #expect(Self.findings(hidden, records, plan) == [.oneAnswer(cell("no"))])
  }

  @Test func `a single hidden zero beside zeros looks like an answer and is refused`() throws {
    let records = Self.surveyed(yes: 0, no: 0, notAsked: 40)
    let plan = try PublicationPlan(maxHidden: 1, tables: [["satisfied"]])
    let cell = { CellKey(sorted: [.satisfied], [$0]) }
    let world = Certificate(
      changes: (0..<5).map { .init(record: "- \($0)", field: .satisfied, code: "no") })
    let draft = ProtectedDraft(
      block: Block(containing: SyntheticRegister.start, plan: plan), choices: plan.choices,
      hidden: [cell("no"), cell("not-asked")], certificates: [world])
    #expect(Self.findings(draft, records, plan) == [.oneAnswer(cell("no"))])
  }

  @Test func `switching the rule off is noticed by the proof`() throws {
    var noticed = 0
    for count in 1...4 {
      let records = Self.oneKindInR4(count)
      let (draft, plan) = try Self.draft(records, [["group", "region"]])
      let counts = Recount(draft: draft, records: records, plan: plan, book: Self.book).tallies
      let zeros = draft.hidden.filter {
        $0.dimensions == [.group, .region] && $0.codes[1] == "R4" && counts[$0] == nil
      }
      try #require(!zeros.isEmpty)
      let cheat = ProtectedDraft(
        block: draft.block, choices: draft.choices, hidden: draft.hidden.subtracting(zeros),
        certificates: draft.certificates.filter { world in
          !world.changes.contains { $0.record.hasPrefix("R4") || $0.code == "R4" }
        })
      noticed += Self.findings(cheat, records, plan).count {
        if case .oneAnswer = $0 { true } else { false }
      }
    }
    #expect(noticed >= 4)
  }

  @Test func `no block falls back behind the rules of an earlier one`() throws {
    let records = Self.records("-", 40, [:])
    let (draft, plan) = try Self.draft(records, [["satisfied"]])
    func entry(_ rules: RulesVersion) -> PublicationLedger {
      PublicationLedger([
        PublicationLedger.Entry(
          block: Block(containing: SyntheticRegister.start.adding(days: -1), plan: plan),
          closedOn: Self.today, choices: [], threshold: 5, width: 5, rules: rules, records: [],
          digest: "")
      ])
    }
    #expect(Self.findings(draft, records, plan, rules: .first, after: entry(.first)).isEmpty)
    #expect(Self.findings(draft, records, plan, after: entry(.first)).isEmpty)
    #expect(
      Self.findings(draft, records, plan, rules: .first, after: entry(.second))
        == [.olderRules(now: .first, before: .second)])
  }
}
