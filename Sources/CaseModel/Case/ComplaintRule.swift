/// What figures count as a complaint: the one definition for the terminal, the team's pages and the
/// public ones.
///
/// A case counts by what it was when its time was over: nobody improves a figure by calling an
/// overdue complaint something else, by raising it, or by setting it aside alone.
package struct ComplaintRule: Hashable, Sendable {
  /// Days within which a complaint should be closed.
  package static let days = 15

  /// The categories of complaints that are not sensitive; sensitive kinds have other clocks, because
  /// a 15-day target must never hurry an inquiry.
  package let kinds: Set<String>

  /// Takes the categories that count as complaints.
  package init(kinds: Set<String>) { self.kinds = kinds }

  /// The category by which a case counts in figures of a day.
  ///
  /// It is the one in force on received + 15 days, or on the day of the figures if that is earlier.
  /// Of a case that was registered later than its 15 days the category of that day counts.
  package static func category(of file: Case, asOf day: CalendarDate) -> String {
    file.category(on: limit(of: file, asOf: day))
  }

  /// Whether a case counts as a complaint in figures of a day.
  package func counts(_ file: Case, asOf day: CalendarDate) -> Bool {
    kinds.contains(Self.category(of: file, asOf: day))
      && !file.isSensitive(on: Self.limit(of: file, asOf: day)) && !leavesOut(file, asOf: day)
  }

  /// Whether figures of a day leave a case out as a duplicate or as not valid.
  ///
  /// A complaint that was not closed in its time stays in them, as a late one, unless two people set
  /// it aside: one alone could improve a figure that way. To leave out what was closed in time, or
  /// still has time, improves none.
  package func leavesOut(_ file: Case, asOf day: CalendarDate) -> Bool {
    file.isSetAside && (file.isSetAsideByTwo || !isLate(file, asOf: day))
  }

  /// Whether a case was a complaint when its 15 days were over, and was not closed by then.
  package func isLate(_ file: Case, asOf day: CalendarDate) -> Bool {
    guard day - file.received > Self.days, kinds.contains(Self.category(of: file, asOf: day)) else {
      return false
    }
    return file.closed(asOf: day).map { $0 - file.received > Self.days } ?? true
  }

  private static func limit(of file: Case, asOf day: CalendarDate) -> CalendarDate {
    min(day, max(file.received.adding(days: days), file.registered))
  }
}

extension Case {
  /// Whether the case is said to be a second registration of another one, or not valid.
  package var isSetAside: Bool {
    duplicateOf != nil || outcome == .duplicate || outcome == .invalid
  }

  /// Whether the case was sensitive at the end of a day.
  fileprivate func isSensitive(on day: CalendarDate) -> Bool {
    sensitivity.isSensitive && (raised.map { $0 <= day } ?? true)
  }
}
