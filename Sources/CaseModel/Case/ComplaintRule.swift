/// What figures count as a complaint: the one definition for the terminal, the team's pages and the
/// public ones.
///
/// A case counts by the category that was in force when its time was over: nobody improves a figure
/// by calling an overdue complaint something else.
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
    file.category(on: min(day, max(file.received.adding(days: Self.days), file.registered)))
  }

  /// Whether a case counts as a complaint in figures of a day.
  package func counts(_ file: Case, asOf day: CalendarDate) -> Bool {
    file.isCounted && kinds.contains(Self.category(of: file, asOf: day))
  }
}

extension Case {
  /// Whether the case is one person's one matter, not sensitive, and neither a second registration of
  /// another case nor a test.
  package var isCounted: Bool {
    !sensitivity.isSensitive && duplicateOf == nil && outcome != .duplicate && outcome != .invalid
  }
}
