package import CaseModel

/// What somebody changed that could make K05 look better: nothing of it goes by in silence.
extension RegisterFigures {
  /// A correction of a case in K05's days.
  package struct Reclassification: Sendable, Hashable {
    /// The case.
    package let id: CaseID
    /// `category` or `received`.
    package let field: String
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
    return cases.flatMap { file in
      file.corrections.filter { correction in
        guard correction.on <= asOf else { return false }
        if correction.field == "received" {
          return isInCohort(file.received) || CalendarDate(correction.was).map(isInCohort) == true
        }
        return isInCohort(file.received)
          && rule.kinds.contains(correction.was) != rule.kinds.contains(correction.value)
      }.map { correction in
        Reclassification(
          id: file.id, field: correction.field, was: correction.was, value: correction.value,
          on: correction.on, isCounted: isInCohort(file.received) && rule.counts(file, asOf: asOf))
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
    let (start, end) = matureCohort
    return (cases + raised).compactMap { file in
      guard file.received > start, file.received <= end, rule.kinds.contains(kind(of: file)),
        let reason = Self.reason(file)
      else { return nil }
      return SetAside(id: file.id, reason: reason, isCounted: rule.counts(file, asOf: asOf))
    }.sorted { $0.id < $1.id }
  }

  private static func reason(_ file: Case) -> SetAside.Reason? {
    if file.raised != nil { return .raised }
    guard file.isSetAside else { return nil }
    return file.outcome == .invalid ? .invalid : .duplicate
  }
}
