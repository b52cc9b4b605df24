import CaseModel
import Testing

@testable import Disclosure
import Text

@Suite struct ProtectionRulesTests {
  private static let book = SyntheticRegister.book
  private static let today = CalendarDate(day: 20_500)

  private static func record(
    _ index: Int, complainant: String? = nil, partner: String? = nil, _ codes: [Field: String]
  ) -> Record {
    Record(
      id: "c\(index)", registered: SyntheticRegister.start, complainant: complainant,
      partner: partner, codes: codes)
  }

  private static func proof(_ records: [Record], _ tables: [[String]]) throws -> Proof {
    let plan = try PublicationPlan(maxHidden: 1, tables: tables)
    let block = Block(containing: SyntheticRegister.start, plan: plan)
    var generator = SeededGenerator(seed: 1)
    let draft = Protector.protect(
      block, records: records, plan: plan, book: book, choices: plan.choices, using: &generator)
    return try Proof.check(
      draft, records: records, plan: plan, book: book, earlier: PublicationLedger(), on: today)
  }

  private static func cell(_ dimension: Dimension, _ code: String) -> CellKey {
    CellKey(sorted: [dimension], [code])
  }

  @Test func `many cases of few persons are hidden`() throws {
    // Twenty cases by hotline from four persons; thirty by field and thirty by box from thirty each.
    let cases =
      (0..<20).map { Self.record($0, complainant: "p\($0 % 4)", [.channel: "hotline"]) }
      + (20..<50).map { Self.record($0, complainant: "p\($0)", [.channel: "field"]) }
      + (50..<80).map { Self.record($0, [.channel: "box"]) }
    let block = try Self.proof(cases, [["channel"]]).published
    #expect(block[Self.cell(.channel, "hotline")] == .hidden)
    #expect(block[.total] == .published(80))
  }

  @Test func `a cell of which one source makes half is hidden`() throws {
    func cases(_ complainant: (Int) -> String?, _ partner: (Int) -> String?) -> [Record] {
      (0..<20).map {
        Self.record(
          $0, complainant: complainant($0), partner: partner($0), [.channel: "hotline"])
      } + (20..<60).map { Self.record($0, [.channel: $0 % 2 == 0 ? "field" : "box"]) }
    }
    let hotline = Self.cell(.channel, "hotline")
    let even = try Self.proof(cases({ "p\($0)" }, { "q\($0 % 3)" }), [["channel"]])
    #expect(even.published[hotline] == .published(20))
    let person = try Self.proof(cases({ $0 < 10 ? "p" : nil }, { _ in nil }), [["channel"]])
    #expect(person.published[hotline] == .hidden)
    let partner = try Self.proof(cases({ "p\($0)" }, { $0 < 10 ? "q" : "r\($0)" }), [["channel"]])
    #expect(partner.published[hotline] == .hidden)
  }

  @Test func `a row that lies in one sensitive cell is hidden`() throws {
    let cases =
      (0..<12).map { Self.record($0, [.area: "R1", .category: "minor"]) }
      + (12..<60).map {
        Self.record(
          $0, [.area: "R2", .category: ["minor", "assistance", "thanks"][$0 % 3]])
      }
    let block = try Self.proof(cases, [["group", "region"]]).published
    #expect(block[CellKey(sorted: [.group, .region], ["complaints", "R1"])] == .hidden)
    #expect(block[Self.cell(.region, "R1")] == .published(12))
  }

  @Test func `combinations that cannot be are marked as such and stay empty`() throws {
    let cases = (0..<80).map {
      Self.record(
        $0,
        [
          .category: $0 % 2 == 0 ? "minor" : "assistance",
          .closing: $0 % 4 == 0 ? "4-7" : "16-30", .outcome: "answered",
        ])
    }
    let block = try Self.proof(cases, [["timely", "group"]]).published
    #expect(
      block[CellKey(sorted: [.group, .timely], ["assistance", "yes"])] == .notApplicable)
    #expect(block[CellKey(sorted: [.group, .timely], ["complaints", "yes"])] == .published(20))
  }

  @Test func `zeros are shown, and the order of the records changes nothing`() throws {
    let plan = try SyntheticRegister.plan()
    let all = SyntheticRegister.records(casesAYear: 150, seed: 8)
    let one = try Publishing(all, plan: plan, seed: 3)
    let two = try Publishing(all.reversed(), plan: plan, seed: 3)
    #expect(one.drafts == two.drafts)
    #expect(one.proofs.map(\.published) == two.proofs.map(\.published))
    #expect(one.proofs.flatMap(\.published.rows).contains { $0.value == .published(0) })
  }

  @Test func `late, edited and deleted cases change no closed block`() throws {
    let plan = try SyntheticRegister.plan()
    var all = SyntheticRegister.records(casesAYear: 150, seed: 5)
    let before = try Publishing(all, plan: plan, seed: 3)
    let first = before.ledger.entries[0]
    all.removeAll { $0.id == "c3" }
    all[0][.channel] = "box"
    let late = Record(
      id: "late", registered: first.block.start, codes: [.channel: "email"])
    all.append(late)
    let ledger = PublicationLedger([first])
    let registrations = all.map { (id: $0.id, registered: $0.registered) }
    let next = try #require(
      Block.due(registrations: registrations, after: ledger, plan: plan, on: Self.today))
    #expect(next.start == first.block.end.adding(days: 1))
    let counted = next.records(of: all, after: ledger)
    #expect(counted.contains(late))
    #expect(first.records.isDisjoint(with: counted.map(\.id)))
    // The frozen records of the first block still prove what was published.
    let again = try Proof.check(
      before.drafts[0], records: before.records[0], plan: plan, book: Self.book,
      earlier: PublicationLedger(), on: Self.today)
    #expect(again.published.rows == before.proofs[0].published.rows)
  }

  @Test func `a case is reduced to codes, sensitive ones to nothing`() throws {
    let id = try #require(CaseID(canonical: "2605-7YZZ-BEQ9"))
    let received = try #require(CalendarDate("2026-05-01"))
    let days = BlockDays(Block(stockOn: received), grace: 0)
    func made(_ sensitivity: Sensitivity) -> Case {
      var registration = Registration(
        caseID: id, category: "minor", themes: ["quantity"], sensitivity: sensitivity,
        priority: .normal, channel: "pigeon", language: "en", received: received,
        receivedBy: "dina", due: nil, consent: .yes, title: "t")
      registration.concern.area = "R102"
      registration.complainant["sex"] = "female"
      var theCase = Case(registration, registered: received)
      theCase.outcome = .upheld
      theCase.closings = [Case.Closing(closed: received.adding(days: 15), outcome: .upheld)]
      return theCase
    }
    func reduced(_ theCase: Case, after days: Int, complainant: String? = "p") -> Record? {
      Record(
        theCase, asOf: received.adding(days: days), book: Self.book, complainant: complainant,
        partner: nil)
    }
    let closed = try #require(reduced(made(.internal), after: 15))
    let codes = Dimension.allCases.map { closed.code($0, in: Self.book) }
    #expect(
      codes == [
        "minor", "complaints", "yes", "R102", "R1", "unknown", "female", "unknown", "unknown",
        "yes",
        "upheld", "8-15", "not-asked", "not-measured",
      ])
    #expect(closed.isPossible(on: days) && closed.complainant == "p")
    let open = try #require(reduced(made(.open), after: 14))
    #expect(open.code(.timely, in: Self.book) == "no")
    #expect(open.code(.outcome, in: Self.book) == "open")
    #expect(open.isPossible(on: days))
    #expect(reduced(made(.confidential), after: 15) == nil)
    #expect(reduced(made(.restricted), after: 15) == nil)
    #expect(reduced(made(.internal), after: -1) == nil)
    var untimed = made(.open)
    untimed.closings[0].isDayUnknown = true
    let unknown = try #require(reduced(untimed, after: 15))
    #expect(unknown[.closing] == "unknown" && unknown[.outcome] == "upheld")
    #expect(unknown.code(.timely, in: Self.book) == "not-measured")
    #expect(unknown.isPossible(on: days))
    // Opened again and decided otherwise: on an earlier day it had ended as it had.
    var reopened = made(.open)
    reopened.closings[0].reopened = received.adding(days: 30)
    reopened.outcome = .notUpheld
    #expect(reduced(reopened, after: 29)?[.outcome] == "upheld")
    #expect(reduced(reopened, after: 30)?[.outcome] == "open")
    reopened.outcome = nil
    #expect(reduced(reopened, after: 29)?[.outcome] == "upheld")
    reopened.closings.append(
      Case.Closing(closed: received.adding(days: 40), outcome: .partlyUpheld))
    #expect(reduced(reopened, after: 29)?[.outcome] == "upheld")
    #expect(reduced(reopened, after: 40)?[.outcome] == "partly-upheld")
    // Set aside then, opened again since: no row of a block tells that there is such a case.
    reopened.closings[0].outcome = .invalid
    #expect(reduced(reopened, after: 29) == nil)
    #expect(reduced(reopened, after: 30)?[.outcome] == "open")
    var anonymous = made(.open)
    anonymous.complainant["anonymous"] = "yes"
    #expect(reduced(anonymous, after: 15)?.complainant == nil)
  }

  @Test func `small periods merge with the next one and wait for its end`() throws {
    let plan = try SyntheticRegister.plan()
    func cases(_ count: Int, inMonth month: Int) -> [(id: String, registered: CalendarDate)] {
      (0..<count).map { ("m\(month)-\($0)", SyntheticRegister.start.adding(months: month)) }
    }
    func due(
      _ registrations: [(id: String, registered: CalendarDate)], on day: String
    ) throws -> String? {
      Block.due(
        registrations: registrations, after: PublicationLedger(), plan: plan,
        on: try #require(CalendarDate(day)))?.period
    }
    #expect(try due(cases(10, inMonth: 0), on: "2024-04-20") == nil)
    #expect(try due(cases(10, inMonth: 0), on: "2024-04-21") == "2024-Q1")
    let small = cases(9, inMonth: 0) + cases(1, inMonth: 3)
    #expect(try due(small, on: "2024-07-20") == nil)
    #expect(try due(small, on: "2024-07-21") == "2024-Q1-to-2024-Q2")
    #expect(try due([], on: "2025-01-01") == nil)
  }

  @Test(arguments: [
    ("month", "2024-02"), ("quarter", "2024-Q1"), ("half", "2024-S1"), ("year", "2024"),
  ])
  func `blocks are calendar periods`(length: String, name: String) throws {
    let plan = try PublicationPlan(block: length, tables: [["channel"]])
    let day = try #require(CalendarDate("2024-02-29"))
    let block = Block(containing: day, plan: plan)
    #expect(block.period == name)
    #expect(block.start <= day && block.end >= day)
    #expect(block.closesOn - block.end == 21)
    let next = Block(containing: block.end.adding(days: 1), plan: plan)
    #expect(next.start == block.end.adding(days: 1))
  }
}
