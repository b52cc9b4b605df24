import CaseModel
import Figures
import Testing

@Suite struct RegisterFiguresTests {
  private let day = CalendarDate(year: 2026, month: 10, dayOfMonth: 31)

  private let rule = ComplaintRule(kinds: ["minor", "major"])

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func made(
    _ received: String, closed: String? = nil, category: String = "major",
    reopened: String? = nil, again: String? = nil, outcome: Outcome? = nil, due: String? = nil
  ) throws -> Case {
    let id = try #require(CaseID(year: 26, month: 1, random: [1, 2, 3, 4, 5, 6, 7]))
    var registration = Registration(
      caseID: id, category: category, themes: ["other"], sensitivity: .internal, priority: .normal,
      channel: "desk", language: "en", received: try date(received), receivedBy: "omar",
      due: nil, consent: .yes, title: "T")
    registration.due = try due.map(date)
    var theCase = Case(registration, registered: try date(received))
    theCase.outcome = outcome
    if let closed {
      theCase.closings = [
        Case.Closing(closed: try date(closed), reopened: try reopened.map(date))
      ]
    }
    if let again { theCase.closings.append(Case.Closing(closed: try date(again))) }
    return theCase
  }

  private func figures(_ cases: [Case]) throws -> RegisterFigures {
    RegisterFigures(cases, asOf: try #require(day), complaints: rule)
  }

  @Test(
    "K05 counts the cohort that had its 15 days",
    arguments: [
      // received, closed, in the cohort, in time
      ("2026-04-16", "2026-04-17", false, false),  // one day before the cohort begins
      ("2026-04-17", "2026-05-02", true, true),  // first day, day 15
      ("2026-04-17", "2026-05-03", true, false),  // day 16
      ("2026-10-16", "2026-10-31", true, true),  // last day of the cohort
      ("2026-10-17", "2026-10-17", false, false),  // too young
      ("2026-06-01", "2026-11-02", true, false),  // closed after the day of the figures
    ])
  func cohort(received: String, closed: String, isCounted: Bool, isInTime: Bool) throws {
    let figure = try figures([try made(received, closed: closed)]).closedInTime
    #expect(figure.value == .share(isInTime ? 1 : 0, of: isCounted ? 1 : 0))
    #expect(figure.from == (try date("2026-04-17")))
    #expect(figure.to == (try date("2026-10-16")))
  }

  @Test(arguments: ["2026-11-21", "2026-03-10", "2026-08-31", "2026-10-01", "2028-02-29"])
  func `the same figure of the days just before leaves out no day and counts none twice`(
    asOf: String
  ) throws {
    let figures = RegisterFigures([], asOf: try date(asOf), complaints: rule)
    for which in [\RegisterFigures.closedInTime, \.medianDays] {
      let figure = figures[keyPath: which]
      let day = try #require(figure.dayBefore)
      let before = RegisterFigures([], asOf: day, complaints: rule)[keyPath: which]
      #expect(before.to.adding(days: 1) == figure.from, "\(figure.id) as of \(day)")
    }
    #expect(figures.open.dayBefore == nil)
  }

  @Test func `the cohort begins six months earlier with the end of the month clamped`() throws {
    // 16 March − 15 days = 1 March; six months before that is 1 September.
    let cases = [try made("2025-09-01", closed: "2025-09-02"), try made("2025-09-02")]
    let figure = RegisterFigures(cases, asOf: try date("2026-03-16"), complaints: rule).closedInTime
    #expect(figure.value == .share(0, of: 1))
  }

  @Test func `only minor and major complaints count, no duplicates, nothing invalid`() throws {
    let cases = [
      try made("2026-06-01", closed: "2026-06-05", category: "minor"),
      try made("2026-06-01", closed: "2026-06-05", category: "information"),
      try made("2026-06-01", closed: "2026-06-05", outcome: .duplicate),
      try made("2026-06-01", closed: "2026-06-05", outcome: .invalid),
      try made("2026-06-01", closed: "2026-06-05", outcome: .withdrawn),
    ]
    #expect(try figures(cases).closedInTime.value == .share(2, of: 2))
  }

  @Test func `a reopened case counts from its next closing, its first closing in K05f`() throws {
    let late = try made(
      "2026-06-01", closed: "2026-06-05", reopened: "2026-06-10", again: "2026-07-20")
    let open = try made("2026-06-01", closed: "2026-06-05", reopened: "2026-06-10")
    let result = try figures([late, open])
    #expect(result.closedInTime.value == .share(0, of: 2))
    #expect(result.firstClosedInTime.value == .share(2, of: 2))
    // On an earlier day the same case still counted as closed.
    let before = RegisterFigures([late], asOf: try date("2026-06-16"), complaints: rule)
    #expect(before.open.value == .count(1))
    let then = RegisterFigures([late], asOf: try date("2026-06-09"), complaints: rule)
    #expect(then.open.value == .count(0))
  }

  @Test func `overdue is after the due day, not on it`() throws {
    let cases = [
      try made("2026-10-01", due: "2026-10-30"), try made("2026-10-01", due: "2026-10-31"),
    ]
    #expect(try figures(cases).overdue.value == .share(1, of: 2))
  }

  @Test func `months hold what came, what was closed and what stayed open`() throws {
    let cases = [
      try made("2026-09-20", closed: "2026-10-02"), try made("2026-10-05"),
      try made("2025-11-01", closed: "2025-11-30"),
    ]
    let months = try figures(cases).months
    #expect(months.count == 12)
    #expect(months.first?.code == "2025-11")
    #expect(months.first.map { [$0.received, $0.closed, $0.open] } == [1, 1, 0])
    #expect(months[10].code == "2026-09")
    #expect([months[10].received, months[10].closed, months[10].open] == [1, 0, 1])
    #expect([months[11].received, months[11].closed, months[11].open] == [1, 1, 1])
  }

  @Test func `a case that was opened again was closed in its month, and is open since`() throws {
    let cases = [
      try made("2026-08-03", closed: "2026-08-10", reopened: "2026-09-05", again: "2026-10-07")
    ]
    let months = try figures(cases).months.suffix(3)
    #expect(
      months.map { [$0.received, $0.closed, $0.open] } == [[1, 1, 0], [0, 0, 1], [0, 1, 0]])
    let open = try figures([
      try made("2026-08-03", closed: "2026-08-10", reopened: "2026-09-05")
    ]).months.suffix(3)
    #expect(
      open.map { [$0.received, $0.closed, $0.open] } == [[1, 1, 0], [0, 0, 1], [0, 0, 1]])
  }

  @Test func `pages leave out of the open cases what is set aside`() throws {
    var linked = try made("2026-10-20")
    linked.duplicateOf = linked.id
    var late = try made("2026-09-01")
    late.duplicateOf = late.id
    let figures = try figures([linked, late, try made("2026-10-21")])
    #expect(figures.open.value == .count(3) && figures.openOnPages == 2)
  }

  @Test func `age bands cover every open case once`() throws {
    let cases = try [0, 15, 16, 30, 31, 60, 61, 90, 91, 400].map { days in
      try made(try date("2026-10-31").adding(days: -days).description)
    }
    let ages = try figures(cases).ages
    #expect(ages.map(\.open) == [2, 2, 2, 2, 2])
  }
}
