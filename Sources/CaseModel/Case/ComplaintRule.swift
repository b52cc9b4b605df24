/// What figures count as a complaint: the one definition for the terminal, the team's pages and the
/// public ones.
///
/// A case counts by what it was when its time was over: nobody improves a figure by calling an
/// overdue complaint something else, by raising it, or by setting it aside alone after that.
package struct ComplaintRule: Hashable, Sendable {
  /// Days within which a complaint should be closed.
  package static let days = 15

  /// The categories of complaints that are not sensitive; sensitive kinds have other clocks, because
  /// a 15-day target must never hurry an inquiry.
  package let kinds: Set<String>

  /// What was in force before, oldest first.
  package let earlier: [Definition]

  /// What counted as a complaint until a day.
  package struct Definition: Hashable, Sendable {
    /// The categories that counted.
    package let kinds: Set<String>
    /// All categories that there were.
    package let categories: Set<String>
    /// The day from which on it was no longer in force.
    package let until: CalendarDate

    /// Describes a definition.
    package init(kinds: Set<String>, categories: Set<String>, until: CalendarDate) {
      self.kinds = kinds
      self.categories = categories
      self.until = until
    }
  }

  /// Takes the categories that count as complaints, and what counted before.
  package init(kinds: Set<String>, earlier: [Definition] = []) {
    self.kinds = kinds
    self.earlier = earlier
  }

  /// Whether a case of a category is a complaint, by what was in force when it was registered: whoever
  /// changes the definition changes it for what is still to come.
  package func isComplaint(_ category: String, of theCase: Case) -> Bool {
    let then = earlier.first { theCase.registered < $0.until && $0.categories.contains(category) }
    return (then?.kinds ?? kinds).contains(category)
  }

  /// The category by which a case counts in figures of a day.
  ///
  /// It is the one in force on received + 15 days, or on the day of the figures if that is earlier.
  /// Of a case that was registered later than its 15 days the category of that day counts.
  package static func category(of theCase: Case, asOf day: CalendarDate) -> String {
    theCase.category(on: limit(of: theCase, asOf: day))
  }

  /// Whether a case counts as a complaint in figures of a day.
  package func counts(_ theCase: Case, asOf day: CalendarDate) -> Bool {
    isComplaint(Self.category(of: theCase, asOf: day), of: theCase)
      && !theCase.isSensitive(on: Self.limit(of: theCase, asOf: day))
      && !leavesOut(theCase, asOf: day)
  }

  /// Whether figures of a day leave a case out as a duplicate or as not valid.
  ///
  /// A complaint that was not closed in its time stays in them, as a late one, unless two people set
  /// it aside: one alone could improve a figure that way. To leave out what was closed in time improves
  /// none. What still has time leaves them too: nobody knows yet whether it would have been late, and
  /// `stats` lists it.
  package func leavesOut(_ theCase: Case, asOf day: CalendarDate) -> Bool {
    theCase.isSetAside && (theCase.isSetAsideByTwo || !isLate(theCase, asOf: day))
  }

  /// Whether the pages may count a case: none that is sensitive, whatever it was before, and of those
  /// set aside the ones that every figure counts.
  package func isOnPages(_ theCase: Case, asOf day: CalendarDate) -> Bool {
    !theCase.sensitivity.isSensitive && !leavesOut(theCase, asOf: day)
  }

  /// Whether a case was a complaint when its 15 days were over, and was not closed by then.
  package func isLate(_ theCase: Case, asOf day: CalendarDate) -> Bool {
    guard day - theCase.received > Self.days,
      isComplaint(Self.category(of: theCase, asOf: day), of: theCase)
    else { return false }
    guard let closing = theCase.closing(asOf: day) else { return true }
    return closing.isDayUnknown
      ? theCase.isKnownLate(closing) : theCase.counted(closing) - theCase.received > Self.days
  }

  private static func limit(of theCase: Case, asOf day: CalendarDate) -> CalendarDate {
    min(day, max(theCase.received.adding(days: days), theCase.registered))
  }
}

extension Case {
  /// Whether the case is said to be a second registration of another one, or not valid.
  package var isSetAside: Bool { duplicateOf != nil || outcome?.setsAside == true }

  /// Whether the case was sensitive at the end of a day.
  fileprivate func isSensitive(on day: CalendarDate) -> Bool {
    sensitivity.isSensitive && (raised.map { $0 <= day } ?? true)
  }
}
