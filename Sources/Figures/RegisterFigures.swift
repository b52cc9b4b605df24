package import CaseModel

/// The figures of a register on one day, from its cases.
///
/// Counts are of cases: one case is one complainant and one matter. Durations are whole calendar
/// days from the day of receipt, which is day 0. A case counts as closed on a day when it is closed
/// then, at its last closing; a case that was reopened counts from its next closing.
package struct RegisterFigures: Sendable {
  /// The day for which the figures hold.
  package let asOf: CalendarDate
  let cases: [Case]
  /// C●: the complaints, by the one rule for them.
  let complaints: [Case]
  /// What counts as a complaint.
  let rule: ComplaintRule
  /// The cases that are not closed on the day.
  let openCases: [Case]

  /// Days within which a complaint should be closed.
  package static let targetDays = ComplaintRule.days

  /// The cases that were ordinary ones until they were raised.
  let raised: [Case]
  /// Those of them that stay in every figure, because to raise them would improve one.
  let raisedAndCounted: [Case]

  /// The days on which closings of other systems' logs were taken over.
  let importDays: [CaseID: CalendarDate]

  /// The day after which the last six months begin: six months before, the end clamped.
  private let periodStart: CalendarDate
  /// The day after which K05's cohort begins, and its last day.
  let matureCohort: (start: CalendarDate, end: CalendarDate)
  /// The first day of the twelve calendar months that end with the day's month.
  package let tableStart: CalendarDate

  /// Takes the cases that were received by a day; later ones are left out.
  package init(
    _ cases: [Case], raised: [Case] = [], importDays: [CaseID: CalendarDate] = [:],
    asOf day: CalendarDate, complaints rule: ComplaintRule
  ) {
    self.importDays = importDays
    asOf = day
    // Asked of every case: worked out once.
    periodStart = day.adding(months: -6)
    let end = day.adding(days: -Self.targetDays)
    matureCohort = (end.adding(months: -6), end)
    tableStart = day.endOfLastMonth.adding(days: 1).adding(months: -11)
    self.rule = rule
    self.cases = cases.filter { $0.received <= day }
    self.raised = raised.filter { $0.received <= day }
    // Filtered before they are put together: a copy of every case costs as much as reading it.
    complaints =
      self.cases.filter { rule.counts($0, asOf: day) }
      + self.raised.filter { rule.counts($0, asOf: day) }
    raisedAndCounted = self.raised.filter { rule.counts($0, asOf: day) || $0.wasOverdueWhenRaised }
    openCases =
      self.cases.filter { $0.closing(asOf: day) == nil }
      + raisedAndCounted.filter { $0.closing(asOf: day) == nil }
  }

  /// All figures, in the order of their ids.
  package var all: [Figure] {
    [
      received, closedInTime, closedInTimeByClosing, firstClosedInTime, medianDays, closingBalance,
      open, overdue,
    ]
  }

  private func figure(
    _ id: FigureID, _ value: Figure.Value, cases: Int, from: CalendarDate? = nil,
    to: CalendarDate? = nil
  ) -> Figure {
    Figure(id: id, value: value, cases: cases, from: from, to: to ?? asOf, asOf: asOf)
  }

  /// K01: cases received in the last twelve months.
  package var received: Figure {
    let count = count { $0.received >= tableStart }
    return figure(.received, .count(count), cases: count, from: tableStart)
  }

  /// K05: the share of the mature cohort that was closed within 15 days of receipt.
  ///
  /// The cohort was received more than 15 days ago, so that each of its cases had its 15 days:
  /// A − 15 d − 6 months < r ≤ A − 15 d.
  package var closedInTime: Figure { cohortShare(.closedInTime) { $0.closed(asOf: asOf) } }

  /// K05f: as K05, with the first closing.
  package var firstClosedInTime: Figure {
    cohortShare(.firstClosedInTime) { theCase in
      theCase.closings.first.map(theCase.counted).flatMap { $0 <= asOf ? $0 : nil }
    }
  }

  /// The days of receipt of all cases that K05 and K07 of a day look at.
  package static func timelinessReceipts(asOf day: CalendarDate) -> ClosedRange<CalendarDate> {
    day.adding(days: -targetDays).adding(months: -6)...day
  }

  /// Whether a case was received in K05's days.
  func isInCohort(_ theCase: Case) -> Bool {
    let (start, end) = matureCohort
    return theCase.received > start && theCase.received <= end
  }

  /// Whether it is known if a complaint was closed within its 15 days: not of one that was closed on
  /// an unknown day, unless the register knew it open after them.
  private func isTimed(_ theCase: Case) -> Bool {
    theCase.closing(asOf: asOf).map { !$0.isDayUnknown || theCase.isKnownLate($0) } ?? true
  }

  private func cohortShare(
    _ id: FigureID, _ closed: (Case) -> CalendarDate?
  ) -> Figure {
    let (start, end) = matureCohort
    let cohort = complaints.filter { isInCohort($0) && isTimed($0) }
    let inTime = cohort.count { theCase in
      closed(theCase).map { $0 - theCase.received <= Self.targetDays } ?? false
    }
    return figure(
      id, .share(inTime, of: cohort.count), cases: cohort.count, from: start.adding(days: 1),
      to: end)
  }

  /// K05b: of the complaints closed in the last six months, the share closed within 15 days.
  package var closedInTimeByClosing: Figure {
    let days = complaints.compactMap { theCase -> Int? in
      guard let closed = theCase.closed(asOf: asOf), closed > periodStart else { return nil }
      return closed - theCase.received
    }
    let inTime = days.count { $0 <= Self.targetDays }
    return figure(
      .closedInTimeByClosing, .share(inTime, of: days.count), cases: days.count,
      from: periodStart.adding(days: 1))
  }

  /// K07: median days to close of the complaints received in the last six months.
  package var medianDays: Figure {
    let observations = complaints.filter { $0.received > periodStart }.compactMap { theCase in
      if let closing = theCase.closing(asOf: asOf), closing.isDayUnknown {
        // Watched for as long as the register knew it open.
        closing.knownOpen.map {
          SurvivalCurve.Observation(days: $0 - theCase.received, isClosed: false)
        }
      } else if let closed = theCase.closed(asOf: asOf) {
        SurvivalCurve.Observation(days: closed - theCase.received, isClosed: true)
      } else {
        SurvivalCurve.Observation(days: asOf - theCase.received, isClosed: false)
      }
    }
    let curve = SurvivalCurve(observations)
    let value: Figure.Value =
      if let days = curve.days(untilShareClosed: (1, 2)) {
        .days(days)
      } else if let longest = curve.longestDays {
        .moreThan(days: longest)
      } else {
        .none
      }
    return figure(
      .medianDays, value, cases: observations.count, from: periodStart.adding(days: 1))
  }

  /// K08: cases closed in the last twelve months beside those received; may exceed one.
  package var closingBalance: Figure {
    let received = count { $0.received >= tableStart }
    let closed = count { theCase in
      guard let closing = theCase.closing(asOf: asOf) else { return false }
      // What was received in these months and is closed was closed in them, whatever the day.
      return (closing.isDayUnknown ? theCase.received : theCase.counted(closing)) >= tableStart
    }
    return figure(
      .closingBalance, .share(closed, of: received), cases: received, from: tableStart)
  }

  /// How many cases are closed on a day that nobody knows: they count as closed, and in no duration.
  package var closedOnUnknownDay: Int {
    count { $0.closing(asOf: asOf)?.isDayUnknown == true }
  }

  /// How many of the cases that every figure counts are such.
  private func count(_ isSuch: (Case) -> Bool) -> Int {
    cases.count(where: isSuch) + raisedAndCounted.count(where: isSuch)
  }

  /// K09: cases open on the day.
  package var open: Figure {
    let count = openCases.count
    return figure(.open, .count(count), cases: count)
  }

  /// How many of the open cases the pages count as open: none that is sensitive, and none that is set
  /// aside in a way that takes it out of the figures.
  package var openOnPages: Int {
    // Pages know one definition of a complaint, that of today.
    let rule = ComplaintRule(kinds: rule.kinds)
    return openCases.count { $0.registered <= asOf && rule.isOnPages($0, asOf: asOf) }
  }

  /// K10: open cases whose deadline has passed, as a share of the open ones.
  package var overdue: Figure {
    let late = openCases.count { theCase in theCase.due.map { $0 < asOf } ?? false }
    return figure(.overdue, .share(late, of: openCases.count), cases: openCases.count)
  }
}
