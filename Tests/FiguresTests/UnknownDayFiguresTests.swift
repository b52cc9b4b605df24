import CaseModel
import Figures
import Testing

/// Cases that are closed on a day that nobody knows: closed in every count, and in no duration.
@Suite struct UnknownDayFiguresTests {
  private let rule = ComplaintRule(kinds: ["minor", "major"])

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func made(
    _ received: String, closed: String? = nil, isUnknown: Bool = false, knownOpen: String? = nil,
    reopened: String? = nil
  ) throws -> Case {
    let id = try #require(CaseID(year: 26, month: 1, random: [1, 2, 3, 4, 5, 6, 7]))
    let registration = Registration(
      caseID: id, category: "major", themes: ["other"], sensitivity: .internal, priority: .normal,
      channel: "desk", language: "en", received: try date(received), receivedBy: "omar",
      due: try date(received).adding(days: 15), consent: .yes, title: "T")
    var theCase = Case(registration, registered: try date(received))
    guard let closed else { return theCase }
    var closing = Case.Closing(closed: try date(closed), reopened: try reopened.map(date))
    closing.isDayUnknown = isUnknown
    closing.knownOpen = try knownOpen.map(date)
    theCase.closings = [closing]
    return theCase
  }

  private func figures(_ cases: [Case]) throws -> RegisterFigures {
    RegisterFigures(cases, asOf: try date("2026-10-31"), complaints: rule)
  }

  @Test func `it counts as closed and stands in no duration`() throws {
    let figures = try figures([
      try made("2026-06-01", closed: "2026-10-20", isUnknown: true),
      try made("2026-06-01", closed: "2026-06-10"),
    ])
    #expect(figures.open.value == .count(0))
    #expect(figures.overdue.value == .share(0, of: 0))
    #expect(figures.closedInTime.value == .share(1, of: 1))
    #expect(figures.firstClosedInTime.value == .share(1, of: 1))
    #expect(figures.closedInTimeByClosing.value == .share(1, of: 1))
    #expect(figures.medianDays.value == .days(9))
    #expect(figures.closingBalance.value == .share(2, of: 2))
    #expect(figures.closedOnUnknownDay == 1)
    #expect(
      figures.breakdown { $0.channel }.map { [$0.received, $0.open, $0.closed] } == [[2, 0, 2]])
    // Open at the end of no month, and closed in no month that anybody could name.
    #expect(figures.months.map(\.open).max() == 0)
    #expect(figures.months.map(\.closed).reduce(0, +) == 1)
    #expect(figures.ages.map(\.open).max() == 0)
  }

  @Test func `what the register knew open after the 15 days is late all the same`() throws {
    let late = try figures([
      try made("2026-06-01", closed: "2026-10-20", isUnknown: true, knownOpen: "2026-06-17")
    ])
    #expect(late.closedInTime.value == .share(0, of: 1))
    // Watched for 16 days, and not closed by then.
    #expect(late.medianDays.value == .moreThan(days: 16))
    let early = try figures([
      try made("2026-06-01", closed: "2026-10-20", isUnknown: true, knownOpen: "2026-06-16")
    ])
    #expect(early.closedInTime.value == .share(0, of: 0))
  }

  @Test func `figures of an earlier day count it as open for as long as the register did`() throws {
    let theCase = try made(
      "2026-06-01", closed: "2026-10-20", isUnknown: true, knownOpen: "2026-09-30")
    func open(_ day: String) throws -> Figure.Value {
      RegisterFigures([theCase], asOf: try date(day), complaints: rule).open.value
    }
    #expect(try open("2026-09-30") == .count(1))
    #expect(try open("2026-10-01") == .count(0))
  }

  @Test func `opened again it is open`() throws {
    let figures = try figures([
      try made("2026-06-01", closed: "2026-06-20", isUnknown: true, reopened: "2026-10-01")
    ])
    #expect(figures.open.value == .count(1))
    #expect(figures.closedInTime.value == .share(0, of: 1))
  }

  @Test func `one that was set aside is not late`() throws {
    var theCase = try made("2026-06-01", closed: "2026-10-20", isUnknown: true)
    theCase.outcome = .duplicate
    let day = try date("2026-10-31")
    #expect(!rule.isLate(theCase, asOf: day) && rule.leavesOut(theCase, asOf: day))
  }
}
