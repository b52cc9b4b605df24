package import CaseModel

/// What somebody changed that could make K05 look better: nothing of it goes by in silence.
extension RegisterFigures {
  /// A correction of a case in K05's days.
  package struct Reclassification: Sendable, Hashable {
    /// The case.
    package let id: CaseID
    /// `category` or `received`.
    package let field: CaseField
    package let was: String
    package let value: String
    /// The day on which it was recorded.
    package let on: CalendarDate
    /// Whether K05 counts the case as a complaint.
    package let isCounted: Bool
  }

  /// Corrections of cases received in K05's days that made a complaint something else or the reverse,
  /// or moved the day of receipt; by day, then by case.
  package var reclassified: [Reclassification] {
    let (start, end) = matureCohort
    func isInCohort(_ day: CalendarDate) -> Bool { day > start && day <= end }
    return cases.flatMap { theCase in
      theCase.corrections.filter { correction in
        guard correction.on <= asOf else { return false }
        if correction.field == .received {
          return isInCohort(theCase.received)
            || CalendarDate(correction.was).map(isInCohort) == true
        }
        return isInCohort(theCase.received)
          && rule.isComplaint(correction.was, of: theCase)
            != rule.isComplaint(correction.value, of: theCase)
      }.map { correction in
        Reclassification(
          id: theCase.id, field: correction.field, was: correction.was, value: correction.value,
          on: correction.on,
          isCounted: isInCohort(theCase.received) && rule.counts(theCase, asOf: asOf))
      }
    }.sorted { ($0.on, $0.id) < ($1.on, $1.id) }
  }

  /// What took a case of a complaint kind out of K05's days, or would have.
  package struct SetAside: Sendable, Hashable {
    /// Why it is no complaint any more.
    package enum Reason: String, Sendable, Hashable {
      case duplicate
      case invalid
      case raised
    }

    /// The case.
    package let id: CaseID
    package let reason: Reason
    /// Whether K05 counts it as a complaint all the same.
    package let isCounted: Bool
  }

  /// The cases of complaint kinds in K05's days that somebody called duplicates or not valid, or
  /// raised to sensitive ones; by case.
  package var setAside: [SetAside] {
    cohort.compactMap { theCase in
      guard rule.isComplaint(kind(of: theCase), of: theCase), let reason = Self.reason(theCase)
      else {
        return nil
      }
      return SetAside(id: theCase.id, reason: reason, isCounted: rule.counts(theCase, asOf: asOf))
    }.sorted { $0.id < $1.id }
  }

  /// A case that was raised and is open.
  package struct OpenRaised: Sendable, Hashable {
    /// The case.
    package let id: CaseID
    /// Whether K01, K09 and K10 count it, because it was overdue or late already.
    package let isCounted: Bool
  }

  /// The open cases that somebody raised to sensitive ones by the day; by case.
  package var openRaised: [OpenRaised] {
    raised.filter { theCase in
      theCase.closing(asOf: asOf) == nil && theCase.raised.map { $0 <= asOf } == true
    }.map { theCase in
      OpenRaised(id: theCase.id, isCounted: raisedAndCounted.contains { $0.id == theCase.id })
    }.sorted { $0.id < $1.id }
  }

  /// A closing that names a day within the 15 days and was recorded after them.
  package struct RecordedLate: Sendable, Hashable {
    /// The case.
    package let id: CaseID
    /// The day that was told.
    package let closed: CalendarDate
    /// The day on which it was recorded, and by which it counts.
    package let recorded: CalendarDate
  }

  /// The closings in K05's days that count as late because they were recorded late; by case.
  package var recordedLate: [RecordedLate] {
    cohort.filter { rule.counts($0, asOf: asOf) }.flatMap { theCase in
      theCase.closings.filter { closing in
        !closing.isDayUnknown && closing.closed - theCase.received <= Self.targetDays
          && closing.recorded <= asOf
          && theCase.counted(closing) - theCase.received > Self.targetDays
      }.map { RecordedLate(id: theCase.id, closed: $0.closed, recorded: $0.recorded) }
    }.sorted { ($0.id, $0.recorded) < ($1.id, $1.recorded) }
  }

  /// The cases of K05's days, with those that were raised; not all of them count.
  private var cohort: [Case] { cases.filter(isInCohort) + raised.filter(isInCohort) }

  private static func reason(_ theCase: Case) -> SetAside.Reason? {
    if theCase.raised != nil { return .raised }
    guard theCase.isSetAside else { return nil }
    return theCase.outcome == .invalid ? .invalid : .duplicate
  }
}

extension Case {
  /// Whether the deadline had passed when the case was raised: to raise it improves no figure then.
  var wasOverdueWhenRaised: Bool {
    guard let due, let raised else { return false }
    return due < raised
  }
}
