package import CaseModel

/// Endings that make K05 look better and may not come from work: each is right or wrong only for who
/// looks at the case.
extension RegisterFigures {
  /// An ending in time that somebody should look at.
  package struct Ending: Sendable, Hashable {
    /// The case.
    package let id: CaseID
    /// How it ended.
    package let outcome: Outcome?
    /// Days from receipt to closing.
    package let days: Int
    /// Whether somebody worked on the case, or decided it.
    package let hadSomebody: Bool
  }

  /// The complaints of K05's days that count as closed in time without a decision by anybody who had
  /// them, or that ended on their last two days as what asks for no remedy; by case.
  package var doubtfulEndings: [Ending] {
    inTime.compactMap { theCase, closed in
      let ending = Ending(
        id: theCase.id, outcome: theCase.outcome, days: closed - theCase.received,
        hadSomebody: theCase.assignee != nil || theCase.decided != nil)
      let isImported = importDays[theCase.id] != nil
      let isAtTheLimit = ending.days >= Self.targetDays - 1 && theCase.endedWithoutRemedy
      return isAtTheLimit || (!ending.hadSomebody && !isImported) ? ending : nil
    }.sorted { $0.id < $1.id }
  }

  /// A day on which many of the complaints of K05's days were closed.
  package struct ClosingDay: Sendable, Hashable {
    /// The day.
    package let day: CalendarDate
    /// How many that count as closed in time were closed on it.
    package let cases: Int
    /// Of how many.
    package let whole: Int
  }

  /// The days on which five or more, and a tenth or more, of what counts as closed in time was closed;
  /// oldest first.
  package var busyClosingDays: [ClosingDay] {
    let closings = inTime
    return Dictionary(grouping: closings, by: \.closed).compactMap { day, files in
      guard files.count >= 5, files.count * 10 >= closings.count else { return nil }
      return ClosingDay(day: day, cases: files.count, whole: closings.count)
    }.sorted { $0.day < $1.day }
  }

  /// An open case that was past its deadline once, and is not by the one it has now.
  package struct OpenedAgain: Sendable, Hashable {
    /// The case.
    package let id: CaseID
    /// The deadline that it had missed when it was closed.
    package let missed: CalendarDate
    /// Its deadline now, on which K10 looks.
    package let due: CalendarDate?
  }

  /// The open cases that were overdue when they were closed and have a later deadline since they were
  /// opened again: K10 is better by them, whether there was a reason or not; by case.
  package var openedAgain: [OpenedAgain] {
    openCases.compactMap { theCase in
      guard theCase.due.map({ $0 >= asOf }) ?? true,
        let missed = theCase.closings.last(where: { closing in
          closing.reopened.map { $0 <= asOf } ?? false && !closing.isDayUnknown
            && closing.due.map { $0 < closing.closed } ?? false
        })?.due
      else { return nil }
      return OpenedAgain(id: theCase.id, missed: missed, due: theCase.due)
    }.sorted { $0.id < $1.id }
  }

  /// What came in with one import.
  package struct LateImport: Sendable, Hashable {
    /// The day of the import.
    package let day: CalendarDate
    /// Its cases.
    package let cases: [CaseID]
  }

  /// The complaints of K05's days that count as closed in time because a log says so that was imported
  /// when their 15 days were over; by day.
  package var importedInTime: [LateImport] {
    let files = inTime.compactMap { theCase, _ in
      importDays[theCase.id].flatMap { day in
        day - theCase.received > Self.targetDays ? (id: theCase.id, day: day) : nil
      }
    }
    return Dictionary(grouping: files, by: \.day).map { day, files in
      LateImport(day: day, cases: files.map(\.id).sorted())
    }.sorted { $0.day < $1.day }
  }

  /// The complaints that K05 counts as closed in time, each with the day by which it does.
  private var inTime: [(theCase: Case, closed: CalendarDate)] {
    complaints.filter(isInCohort).compactMap { theCase in
      guard let closed = theCase.closed(asOf: asOf), closed - theCase.received <= Self.targetDays
      else {
        return nil
      }
      return (theCase, closed)
    }
  }
}

extension Case {
  /// Whether it ended as what asks nobody to mend anything.
  fileprivate var endedWithoutRemedy: Bool {
    waived == .unreachable
      || [.withdrawn, .unreachable, .notUpheld, .undetermined].contains(outcome)
  }
}
