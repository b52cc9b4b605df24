package import CaseModel

/// The figures of a register on one day, from its cases.
///
/// Counts are of cases: one case is one complainant and one matter. Durations are whole calendar
/// days from the day of receipt, which is day 0. A case counts as closed on a day when it is closed
/// then, at its last closing; a case that was reopened counts from its next closing.
package struct RegisterFigures: Sendable {
  /// The day for which the figures hold.
  package let asOf: CalendarDate
  private let cases: [Case]
  /// C●: minor and major complaints that are neither duplicates nor invalid.
  private let complaints: [Case]
  /// The cases that are not closed on the day.
  private let openCases: [Case]

  /// The complaint kinds of the 15-day figures; sensitive kinds have other clocks.
  package static let complaintKinds: Set<String> = ["minor", "major"]
  /// Days within which a complaint should be closed.
  package static let targetDays = 15

  /// Takes the cases that were received by a day; later ones are left out.
  package init(_ cases: [Case], asOf day: CalendarDate) {
    asOf = day
    self.cases = cases.filter { $0.received <= day }
    complaints = self.cases.filter { file in
      Self.complaintKinds.contains(file.category) && file.duplicateOf == nil
        && file.outcome != .duplicate && file.outcome != .invalid
    }
    openCases = self.cases.filter { $0.closed(asOf: day) == nil }
  }

  /// The day after which the last six months begin: six months before, the end clamped.
  private var periodStart: CalendarDate { asOf.adding(months: -6) }

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
    let count = cases.count { $0.received >= tableStart }
    return figure(.received, .count(count), cases: count, from: tableStart)
  }

  /// K05: the share of the mature cohort that was closed within 15 days of receipt.
  ///
  /// The cohort was received more than 15 days ago, so that each of its cases had its 15 days:
  /// A − 15 d − 6 months < r ≤ A − 15 d.
  package var closedInTime: Figure { cohortShare(.closedInTime) { $0.closed(asOf: asOf) } }

  /// K05f: as K05, with the first closing.
  package var firstClosedInTime: Figure {
    cohortShare(.firstClosedInTime) { file in
      file.closings.first.map(\.closed).flatMap { $0 <= asOf ? $0 : nil }
    }
  }

  private func cohortShare(
    _ id: FigureID, _ closed: (Case) -> CalendarDate?
  ) -> Figure {
    let end = asOf.adding(days: -Self.targetDays)
    let start = end.adding(months: -6)
    let cohort = complaints.filter { $0.received > start && $0.received <= end }
    let inTime = cohort.count { file in
      closed(file).map { $0 - file.received <= Self.targetDays } ?? false
    }
    return figure(
      id, .share(inTime, of: cohort.count), cases: cohort.count, from: start.adding(days: 1),
      to: end)
  }

  /// K05b: of the complaints closed in the last six months, the share closed within 15 days.
  package var closedInTimeByClosing: Figure {
    let days = complaints.compactMap { file -> Int? in
      guard let closed = file.closed(asOf: asOf), closed > periodStart else { return nil }
      return closed - file.received
    }
    let inTime = days.count { $0 <= Self.targetDays }
    return figure(
      .closedInTimeByClosing, .share(inTime, of: days.count), cases: days.count,
      from: periodStart.adding(days: 1))
  }

  /// K07: median days to close of the complaints received in the last six months.
  package var medianDays: Figure {
    let observations = complaints.filter { $0.received > periodStart }.map { file in
      if let closed = file.closed(asOf: asOf) {
        SurvivalCurve.Observation(days: closed - file.received, isClosed: true)
      } else {
        SurvivalCurve.Observation(days: asOf - file.received, isClosed: false)
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
    let received = cases.count { $0.received >= tableStart }
    let closed = cases.count { $0.closed(asOf: asOf).map { $0 >= tableStart } ?? false }
    return figure(
      .closingBalance, .share(closed, of: received), cases: received, from: tableStart)
  }

  /// K09: cases open on the day.
  package var open: Figure {
    let count = openCases.count
    return figure(.open, .count(count), cases: count)
  }

  /// K10: open cases whose deadline has passed, as a share of the open ones.
  package var overdue: Figure {
    let late = openCases.count { file in file.due.map { $0 < asOf } ?? false }
    return figure(.overdue, .share(late, of: openCases.count), cases: openCases.count)
  }
}

// MARK: - Breakdowns

extension RegisterFigures {
  /// Counts of one code: what came in, what is open, what was closed, what was closed in time.
  package struct Row: Sendable, Hashable {
    /// The code, or the month as `YYYY-MM`; empty when the case has none.
    package let code: String
    /// Cases received in the twelve months of the table.
    package var received = 0
    /// Cases of these that are open on the day.
    package var open = 0
    /// Cases of these that are closed on the day.
    package var closed = 0
  }

  /// The first day of the twelve calendar months that end with the day's month.
  package var tableStart: CalendarDate {
    asOf.endOfLastMonth.adding(days: 1).adding(months: -11)
  }

  /// Counts the cases of the last twelve months by a property, by code.
  package func breakdown(by property: (Case) -> String?) -> [Row] {
    var rows: [String: Row] = [:]
    let begin = tableStart
    for file in cases where file.received >= begin {
      let code = property(file) ?? ""
      var row = rows[code] ?? Row(code: code)
      row.received += 1
      if file.closed(asOf: asOf) == nil { row.open += 1 } else { row.closed += 1 }
      rows[code] = row
    }
    return rows.values.sorted { $0.code < $1.code }
  }

  /// Counts by month: received in the month, closed in the month, and open at its end.
  package var months: [Row] {
    // What was closed for good before the table begins concerns none of its months.
    let begin = tableStart
    let concerned = cases.filter { file in
      file.closings.last.map { $0.reopened != nil || $0.closed >= begin } ?? true
    }
    return (0..<12).map { index in
      let start = begin.adding(months: index)
      let end = min(start.adding(months: 1).adding(days: -1), asOf)
      var row = Row(code: start.monthText)
      for file in concerned {
        if file.received >= start, file.received <= end { row.received += 1 }
        if let closed = file.closed(asOf: asOf), closed >= start, closed <= end { row.closed += 1 }
        if file.received <= end, file.closed(asOf: end) == nil { row.open += 1 }
      }
      return row
    }
  }

  /// The age bands of open cases: days since receipt.
  package static let ageBands: [(code: String, days: ClosedRange<Int>)] = [
    ("0-15", 0...15), ("16-30", 16...30), ("31-60", 31...60), ("61-90", 61...90),
    ("over-90", 91...Int.max),
  ]

  /// Open cases by age.
  package var ages: [(code: String, open: Int)] {
    Self.ageBands.map { band in
      (band.code, openCases.count { band.days.contains(asOf - $0.received) })
    }
  }
}
