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

  /// The cases of complaint kinds in K05's days that are left out as duplicates or not valid.
  package var leftOut: [CaseID] {
    let (start, end) = matureCohort
    return cases.filter { file in
      file.received > start && file.received <= end && !file.isCounted
        && rule.kinds.contains(kind(of: file))
    }.map(\.id).sorted()
  }
}
