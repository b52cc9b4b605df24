import CaseModel
import Testing

@testable import Disclosure
import Text

/// Whoever weakens the protector or changes its files is caught by the proof.
@Suite struct SabotageTests {
  private static let today = CalendarDate(day: 20_500)
  private static let book = SyntheticRegister.book

  /// The first quarter of a register, protected.
  private struct Quarter: Sendable {
    let plan: PublicationPlan
    let records: [Record]
    let draft: ProtectedDraft
    let all: [Record]

    init(threshold: Int = 5) throws {
      plan = try SyntheticRegister.plan(threshold: threshold, maxHidden: 1)
      all = SyntheticRegister.records(casesAYear: 500, seed: 4)
      let block = Block(containing: SyntheticRegister.start, plan: plan)
      records = block.records(of: all, after: PublicationLedger())
      var generator = SeededGenerator(seed: 9)
      draft = Protector.protect(
        block, records: records, plan: plan, book: book, choices: plan.choices,
        using: &generator)
    }

    func with(
      choices: [TableChoice]? = nil, hidden: Set<CellKey>? = nil,
      certificates: [Certificate]? = nil
    ) -> ProtectedDraft {
      ProtectedDraft(
        block: draft.block, choices: choices ?? draft.choices, hidden: hidden ?? draft.hidden,
        certificates: certificates ?? draft.certificates)
    }

    func check(
      _ draft: ProtectedDraft, plan: PublicationPlan? = nil, records: [Record]? = nil,
      earlier: PublicationLedger = PublicationLedger(), on today: CalendarDate = today
    ) -> [ProofFinding] {
      do {
        _ = try Proof.check(
          draft, records: records ?? self.records, plan: plan ?? self.plan, book: book,
          earlier: earlier, on: today)
        return []
      } catch {
        return error.findings
      }
    }

    func tally(_ cell: CellKey) -> Int {
      records.count { record in
        zip(cell.dimensions, cell.codes).allSatisfy { record.code($0, in: book) == $1 }
      }
    }
  }

  /// Made once for all tests.
  private static let quarter = Result { () throws in try Quarter() }

  @Test func `the untouched draft passes`() throws {
    let quarter = try Self.quarter.get()
    #expect(quarter.check(quarter.draft).isEmpty)
    #expect(!quarter.draft.hidden.isEmpty)
  }

  @Test func `secondary hiding switched off`() throws {
    let quarter = try Self.quarter.get()
    let small = quarter.draft.hidden.filter { (1..<5).contains(quarter.tally($0)) }
    let findings = quarter.check(quarter.with(hidden: small, certificates: []))
    #expect(small.count < quarter.draft.hidden.count)
    for cell in small { #expect(findings.contains(.narrow(cell, span: 0, width: 5))) }
    let kept = quarter.check(quarter.with(hidden: small))
    #expect(kept.contains { if case .shownChanged = $0 { true } else { false } })
  }

  @Test func `any single hidden cell shown again`() throws {
    let quarter = try Self.quarter.get()
    try #require(quarter.draft.hidden.count > 2)
    for cell in quarter.draft.hidden {
      let findings = quarter.check(quarter.with(hidden: quarter.draft.hidden.subtracting([cell])))
      #expect(!findings.isEmpty, "\(cell)")
    }
  }

  @Test func `a weaker threshold`() throws {
    let weak = try Quarter(threshold: 3)
    let plan = try SyntheticRegister.plan(maxHidden: 1)
    let findings = weak.check(weak.draft, plan: plan)
    #expect(findings.contains { if case .smallCountShown = $0 { true } else { false } })

    let strong = try Self.quarter.get()
    let proof = try Proof.check(
      strong.draft, records: strong.records, plan: plan, book: Self.book,
      earlier: PublicationLedger(), on: Self.today)
    let ledger = try PublicationLedger().closing(proof, on: Self.today, digest: "")
    let next = Block(containing: strong.draft.block.end.adding(days: 1), plan: weak.plan)
    let empty = ProtectedDraft(
      block: next, choices: [], hidden: [], certificates: [])
    #expect(
      weak.check(empty, records: [], earlier: ledger)
        == [.weakerThanBefore(key: "threshold", now: 3, before: 5)])
  }

  @Test func `an open block, and a closed one again`() throws {
    let quarter = try Self.quarter.get()
    let block = quarter.draft.block
    #expect(
      quarter.check(quarter.draft, on: block.closesOn.adding(days: -1))
        == [.notClosedYet(block.period, closesOn: block.closesOn)])
    #expect(quarter.check(quarter.draft, on: block.closesOn).isEmpty)
    let proof = try Proof.check(
      quarter.draft, records: quarter.records, plan: quarter.plan, book: Self.book,
      earlier: PublicationLedger(), on: Self.today)
    let ledger = try PublicationLedger().closing(proof, on: Self.today, digest: "a")
    let again = quarter.check(quarter.draft, earlier: ledger)
    #expect(again.contains(.restated(block.period)))
    #expect(again.contains(.countedBefore(quarter.records[0].id)))
    #expect(throws: ProofFailure.self) {
      try ledger.closing(proof, on: Self.today, digest: "b")
    }
    // A year that contains the closed quarter is a restatement too.
    let year = ProtectedDraft(
      block: Block(containing: block.start, periods: 4, plan: quarter.plan), choices: [],
      hidden: [], certificates: [])
    #expect(
      quarter.check(year, records: [], earlier: ledger).contains {
        if case .restated = $0 { true } else { false }
      })
  }

  @Test func `a percentage from raw counts`() throws {
    let quarter = try Self.quarter.get()
    let proof = try Proof.check(
      quarter.draft, records: quarter.records, plan: quarter.plan, book: Self.book,
      earlier: PublicationLedger(), on: Self.today)
    let rows = proof.published.rows
    let cell = try #require(
      quarter.draft.hidden.sorted().first { $0.dimensions.count == 2 && quarter.tally($0) > 0 })
    let margin = try #require(CellKey([cell.dimensions[0]], [cell.codes[0]]))
    let others = rows.map(\.cell).filter {
      $0.dimensions == cell.dimensions && $0.codes[0] == cell.codes[0] && $0 != cell
    }
    func reference(_ cell: CellKey) -> CellReference {
      CellReference(period: proof.published.block.period, cell: cell)
    }
    let recipe = DerivedRecipe.share(
      of: [reference(cell)], complement: others.map(reference))
    let honest = DerivedNumber(
      name: "share", of: quarter.draft.block.period, recipe: recipe, from: [proof.published],
      plan: quarter.plan)
    #expect(honest.value == .withheld)
    #expect(DerivedNumber.check([honest], rows: rows, plan: quarter.plan).isEmpty)
    let whole = quarter.tally(margin)
    let percent = try #require(wholePercent(quarter.tally(cell), of: whole).number)
    let raw = DerivedNumber(
      name: "share", of: quarter.draft.block.period, recipe: recipe,
      stated: .percent(percent, of: whole))
    #expect(
      DerivedNumber.check([raw], rows: rows, plan: quarter.plan)
        == [
          .wrongDerived(
            "share", stated: "\(percent) % of \(whole)", computed: "withheld")
        ])
  }

  @Test func `certificates that prove nothing`() throws {
    let quarter = try Self.quarter.get()
    let first = try #require(quarter.draft.certificates.first)
    func checking(_ changes: [Certificate.Change]) -> [ProofFinding] {
      quarter.check(
        quarter.with(certificates: quarter.draft.certificates + [Certificate(changes: changes)]))
    }
    let index = quarter.draft.certificates.count
    let known = quarter.records[0].id
    #expect(
      checking([Certificate.Change(record: "nobody", field: .sex, code: "male")])
        == [.foreignRecord(certificate: index, "nobody")])
    #expect(
      checking([Certificate.Change(record: known, field: .channel, code: "pigeon")])
        == [.impossibleWorld(certificate: index, known)])
    let closing = quarter.records[0][.closing] == CodeBook.open ? "0-3" : CodeBook.open
    #expect(
      checking([Certificate.Change(record: known, field: .closing, code: closing)])
        == [.impossibleWorld(certificate: index, known)])
    let none = quarter.check(quarter.with(certificates: []))
    #expect(none.contains { if case .narrow = $0 { true } else { false } })
    #expect(none.contains { if case .unlistedKnown = $0 { true } else { false } })
    #expect(!quarter.check(quarter.with(certificates: [first])).isEmpty)
  }

  @Test func `records that are not the block's`() throws {
    let quarter = try Self.quarter.get()
    let twice = quarter.records + [quarter.records[0]]
    #expect(
      quarter.check(quarter.draft, records: twice).contains(
        .repeatedRecord(quarter.records[0].id)))
    let late = try #require(quarter.all.first { $0.registered > quarter.draft.block.end })
    #expect(
      quarter.check(quarter.draft, records: quarter.records + [late]).contains(
        .outsideBlock(late.id)))
  }

  @Test func `tables outside the plan or finer than the year`() throws {
    let quarter = try Self.quarter.get()
    let foreign = TableChoice(planned: [.outcome], level: [.outcome])
    #expect(
      quarter.check(quarter.with(choices: quarter.draft.choices + [foreign])).contains(
        .notPlanned("outcome")))
    let smuggled = TableChoice(
      planned: [.channel], level: [.channel], published: [[.channel], [.district]])
    #expect(
      quarter.check(quarter.with(choices: quarter.draft.choices + [smuggled])).contains(
        .notPlanned("channel")))
    let coarse = TableChoice(planned: [.sex, .age], level: [.sex, .adult])
    let entry = PublicationLedger.Entry(
      block: Block(containing: SyntheticRegister.start.adding(days: -91), plan: quarter.plan),
      closedOn: Self.today, choices: [coarse], threshold: 5, width: 5, records: [], digest: "")
    let sameYear = PublicationLedger.Entry(
      block: Block(containing: SyntheticRegister.start, plan: quarter.plan),
      closedOn: Self.today, choices: [coarse], threshold: 5, width: 5, records: [], digest: "")
    let second = ProtectedDraft(
      block: Block(containing: SyntheticRegister.start.adding(days: 92), plan: quarter.plan),
      choices: quarter.plan.choices, hidden: [], certificates: [])
    #expect(
      quarter.check(second, records: [], earlier: PublicationLedger([sameYear]))
        == [.finerThanRecorded("sex-age")])
    #expect(
      !quarter.check(second, records: [], earlier: PublicationLedger([entry])).contains(
        .finerThanRecorded("sex-age")))
  }
}
