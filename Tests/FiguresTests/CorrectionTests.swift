import CaseModel
import Figures
import Testing

/// What somebody changes afterwards improves no figure in silence.
@Suite struct CorrectionTests {
  private let rule = ComplaintRule(kinds: ["minor", "major"])

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func made(
    _ received: String, registered: String? = nil, category: String,
    corrected: [(field: CaseField, was: String, value: String, on: String)] = []
  ) throws -> Case {
    let id = try #require(CaseID(year: 26, month: 1, random: [1, 2, 3, 4, 5, 6, 7]))
    let registration = Registration(
      caseID: id, category: category, themes: ["other"], sensitivity: .internal, priority: .normal,
      channel: "desk", language: "en", received: try date(received), receivedBy: "omar",
      due: nil, consent: .yes, title: "T")
    var theCase = Case(registration, registered: try date(registered ?? received))
    theCase.corrections = try corrected.map {
      Correction(field: $0.field, was: $0.was, value: $0.value, on: try date($0.on))
    }
    return theCase
  }

  @Test(
    "a case counts by the category in force on its 15th day",
    arguments: [
      // corrected on, day of the figures, counted as a complaint
      ("2026-06-16", "2026-10-31", false),  // on day 15
      ("2026-06-17", "2026-10-31", true),  // on day 16
      ("2026-06-10", "2026-06-09", true),  // the correction lies after the day of the figures
      ("2026-06-10", "2026-06-11", false),
    ])
  func inForce(on day: String, asOf: String, isCounted: Bool) throws {
    let theCase = try made(
      "2026-06-01", category: "information",
      corrected: [(.category, "minor", "information", day)])
    #expect(rule.counts(theCase, asOf: try date(asOf)) == isCounted)
  }

  @Test func `a case that was written down late counts by what it was called on that day`() throws {
    let late = try made(
      "2026-06-01", registered: "2026-07-20", category: "minor",
      corrected: [(.category, "information", "minor", "2026-07-20")])
    #expect(rule.counts(late, asOf: try date("2026-10-31")))
    let later = try made(
      "2026-06-01", registered: "2026-07-20", category: "information",
      corrected: [(.category, "minor", "information", "2026-07-21")])
    #expect(rule.counts(later, asOf: try date("2026-10-31")))
  }

  @Test func `there and back again counts by what stood on the day`() throws {
    let theCase = try made(
      "2026-06-01", category: "minor",
      corrected: [
        (.category, "minor", "information", "2026-06-05"),
        (.category, "information", "minor", "2026-07-05"),
      ])
    #expect(!rule.counts(theCase, asOf: try date("2026-10-31")))
    #expect(rule.counts(theCase, asOf: try date("2026-06-04")))
  }

  @Test func `relabelling overdue complaints leaves K05 as it is, and lists them`() throws {
    let day = try date("2026-10-31")
    let open = try (1...9).map { try made("2026-06-0\($0)", category: "minor") }
    let relabelled = try (1...9).map { number in
      try made(
        "2026-06-0\(number)", category: "information",
        corrected: [(.category, "minor", "information", "2026-09-01")])
    }
    let (before, after) = (
      RegisterFigures(open, asOf: day, complaints: rule),
      RegisterFigures(relabelled, asOf: day, complaints: rule)
    )
    #expect(before.closedInTime.value == .share(0, of: 9))
    #expect(after.closedInTime.value == before.closedInTime.value)
    #expect(after.medianDays.value == before.medianDays.value)
    #expect(before.reclassified.isEmpty)
    #expect(after.reclassified.count == 9)
    #expect(after.reclassified.allSatisfy { $0.isCounted && $0.value == "information" })
  }

  @Test(
    "what one person set aside leaves the complaints only where that improves nothing",
    arguments: [
      // closed on, by two people, day of the figures, counted as a complaint
      ("2026-06-10", false, "2026-10-31", false),  // closed in time: one success less
      ("2026-06-16", false, "2026-10-31", false),  // day 15
      ("2026-06-17", false, "2026-10-31", true),
      ("2026-06-17", true, "2026-10-31", false),
      (nil, false, "2026-10-31", true),  // linked, and open for ever
      (nil, true, "2026-10-31", false),
      (nil, false, "2026-06-16", false),  // still has time
      (nil, false, "2026-06-17", true),
    ] as [(String?, Bool, String, Bool)])
  func setAside(closed: String?, byTwo: Bool, asOf: String, isCounted: Bool) throws {
    for isLinked in [true, false] where isLinked || closed != nil {
      var theCase = try made("2026-06-01", category: "minor")
      if isLinked { theCase.duplicateOf = theCase.id } else { theCase.outcome = .invalid }
      theCase.closings = try [closed].compactMap(\.self).map { Case.Closing(closed: try date($0)) }
      theCase.isSetAsideByTwo = byTwo
      #expect(rule.counts(theCase, asOf: try date(asOf)) == isCounted)
    }
  }

  @Test func `a late complaint that is raised stays late, and one raised in time is none`() throws {
    let day = try date("2026-10-31")
    let raised = try ["2026-06-16", "2026-06-17"].map { day in
      var theCase = try made("2026-06-01", category: "minor")
      (theCase.sensitivity, theCase.raised) = (.confidential, try date(day))
      return theCase
    }
    let figures = RegisterFigures([], raised: raised, asOf: day, complaints: rule)
    #expect(figures.closedInTime.value == .share(0, of: 1))
    #expect(figures.received.value == .count(1))
    #expect(figures.setAside.map(\.isCounted) == [false, true])
    #expect(figures.setAside.allSatisfy { $0.reason == .raised })
  }

  @Test func `a day of receipt that was moved is listed where it was and where it is`() throws {
    let day = try date("2026-10-31")
    let moved = try made(
      "2026-10-20", registered: "2026-06-01", category: "minor",
      corrected: [(.received, "2026-06-01", "2026-10-20", "2026-09-01")])
    let figures = RegisterFigures([moved], asOf: day, complaints: rule)
    #expect(figures.reclassified.map(\.field) == [.received])
    #expect(figures.reclassified.map(\.isCounted) == [false])
  }

  @Test(arguments: [(846, 1000, false), (849, 1000, false), (850, 1000, true), (17, 20, true)])
  func `a target is judged by the exact share`(part: Int, whole: Int, isMet: Bool) {
    #expect(TargetRule.isMet(part, of: whole, target: 85) == isMet)
    #expect(TargetRule.isMet(part, of: 0, target: 85) == nil)
  }
}
