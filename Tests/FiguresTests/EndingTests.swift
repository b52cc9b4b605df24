import CaseModel
import Figures
import Testing

/// What makes K05 look better without work is there for whoever asks.
@Suite struct EndingTests {
  private let rule = ComplaintRule(kinds: ["minor"])

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// A complaint, by its number; closed on a day, or open.
  private func made(
    _ number: Int, received: String = "2026-06-01", closed: String? = nil,
    recorded: String? = nil, outcome: Outcome? = .upheld, assignee: String? = "rana"
  ) throws -> Case {
    let id = try #require(CaseID(year: 26, month: 6, random: [number, 2, 3, 4, 5, 6, 7]))
    let registration = Registration(
      caseID: id, category: "minor", themes: ["other"], sensitivity: .internal, priority: .normal,
      channel: "desk", language: "en", received: try date(received), receivedBy: "omar",
      due: try date(received).adding(days: 15), consent: .yes, title: "T")
    var theCase = Case(registration, registered: try date(received))
    theCase.assignee = assignee
    if let closed {
      theCase.outcome = outcome
      theCase.closings = [
        Case.Closing(closed: try date(closed), recorded: try recorded.map(date), outcome: outcome)
      ]
    }
    return theCase
  }

  private func figures(
    _ cases: [Case], raised: [Case] = [], imported: [CaseID: CalendarDate] = [:],
    asOf day: String = "2026-10-31"
  ) throws -> RegisterFigures {
    RegisterFigures(
      cases, raised: raised, importDays: imported, asOf: try date(day), complaints: rule)
  }

  @Test(
    "an ending that nobody worked for, or without a remedy on the last days, is doubtful",
    arguments: [
      // closed, outcome, handler, doubtful
      ("2026-06-05", .upheld, "rana", false), ("2026-06-05", .upheld, nil, true),
      ("2026-06-05", .notUpheld, "rana", false), ("2026-06-14", .notUpheld, "rana", false),
      ("2026-06-15", .notUpheld, "rana", true), ("2026-06-16", .withdrawn, "rana", true),
      ("2026-06-16", .unreachable, "rana", true), ("2026-06-16", .undetermined, "rana", true),
      ("2026-06-16", .upheld, "rana", false), ("2026-06-17", .withdrawn, nil, false),
      (nil, nil, nil, false),
    ] as [(String?, Outcome?, String?, Bool)])
  func doubtful(closed: String?, outcome: Outcome?, assignee: String?, isDoubtful: Bool) throws {
    let theCase = try made(1, closed: closed, outcome: outcome, assignee: assignee)
    let endings = try figures([theCase]).doubtfulEndings
    #expect(endings.map(\.id) == (isDoubtful ? [theCase.id] : []))
    #expect(endings.allSatisfy { $0.outcome == outcome && $0.hadSomebody == (assignee != nil) })
  }

  @Test func `somebody who decided had the case, and a list does not say who`() throws {
    var decided = try made(1, closed: "2026-06-05", assignee: nil)
    decided.decided = try date("2026-06-04")
    let listed = try made(2, closed: "2026-06-05", assignee: nil)
    let imported = [listed.id: try date("2026-06-10")]
    #expect(try figures([decided, listed], imported: imported).doubtfulEndings.isEmpty)
  }

  @Test(
    "a day on which many were closed",
    arguments: [(4, 0, false), (5, 0, true), (5, 45, true), (5, 46, false), (6, 46, true)])
  func busyDay(there: Int, elsewhere: Int, isTold: Bool) throws {
    let here = try (0..<there).map { try made($0 % 32, closed: "2026-06-10") }
    // Four a day at most, from the second of June.
    let others = try (0..<elsewhere).map { number in
      let day = 1 + number % 4 + number / 16 * 4
      return try made(
        number % 32, received: "2026-07-01", closed: "2026-07-\(day < 10 ? "0" : "")\(day)")
    }
    let days = try figures(here + others).busyClosingDays
    #expect(days.map(\.day) == (isTold ? [try date("2026-06-10")] : []))
    #expect(days.allSatisfy { $0.cases == there && $0.whole == there + elsewhere })
  }

  @Test func `a late case that was opened again has a later deadline, and is told`() throws {
    var theCase = try made(1)
    theCase.closings = [
      Case.Closing(
        closed: try date("2026-07-01"), reopened: try date("2026-10-20"),
        due: try date("2026-06-16"))
    ]
    theCase.due = try date("2026-11-04")
    let opened = try figures([theCase]).openedAgain
    #expect(opened.map(\.id) == [theCase.id])
    #expect(opened.first?.missed == CalendarDate("2026-06-16"))
    #expect(opened.first?.due == CalendarDate("2026-11-04"))
    // It counts as overdue again by its own deadline.
    #expect(try figures([theCase], asOf: "2026-11-20").openedAgain.isEmpty)
    // On the day before, it was not open.
    #expect(try figures([theCase], asOf: "2026-10-19").openedAgain.isEmpty)
    theCase.closings[0].due = try date("2026-07-01")
    #expect(try figures([theCase]).openedAgain.isEmpty, "it was closed on its last day")
  }

  @Test func `a log that came after the 15 days says in time of itself`() throws {
    let cases = try (1...3).map { try made($0, closed: "2026-06-05") }
    let imported = [
      cases[0].id: try date("2026-06-16"), cases[1].id: try date("2026-06-17"),
      cases[2].id: try date("2026-06-17"),
    ]
    let late = try figures(cases, imported: imported).importedInTime
    #expect(late.map(\.day) == [try date("2026-06-17")])
    #expect(late.first?.cases == [cases[1].id, cases[2].id].sorted())
  }

  @Test(
    "a closing that was recorded late counts from that day, and is told",
    arguments: [
      ("2026-06-10", "2026-06-16", false), ("2026-06-10", "2026-06-17", true),
      ("2026-06-17", "2026-06-18", false), ("2026-06-10", "2026-11-01", false),
    ])
  func recordedLate(closed: String, recorded: String, isTold: Bool) throws {
    let theCase = try made(1, closed: closed, recorded: recorded)
    let told = try figures([theCase]).recordedLate
    #expect(told.map(\.id) == (isTold ? [theCase.id] : []))
    #expect(told.allSatisfy { $0.closed == CalendarDate(closed) })
  }

  @Test func `what is no complaint any more is told with its reason`() throws {
    var (duplicate, invalid) = (try made(1), try made(2, closed: "2026-06-10", outcome: .invalid))
    duplicate.duplicateOf = invalid.id
    invalid.outcome = .invalid
    let plain = try made(3, closed: "2026-06-10")
    let told = try figures([plain, invalid, duplicate]).setAside
    #expect(told.map(\.id) == [duplicate.id, invalid.id].sorted())
    #expect(Set(told.map(\.reason)) == [.duplicate, .invalid])
  }

  @Test func `a raised case that is open is told, and whether it counts`() throws {
    let raised = try ["2026-06-16", "2026-06-20"].enumerated().map { number, day in
      var theCase = try made(number)
      (theCase.sensitivity, theCase.raised) = (.confidential, try date(day))
      return theCase
    }
    let told = try figures([], raised: raised).openRaised
    #expect(told.map(\.id) == raised.map(\.id).sorted())
    #expect(Set(told.map(\.isCounted)) == [true, false], "one was overdue when it was raised")
  }
}
