/// A month of the calendar, for what must not tell the day.
package struct CalendarMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
  private let first: CalendarDate

  /// The month of a date.
  package init(of date: CalendarDate) { first = date.adding(days: 1 - date.parts.dayOfMonth) }

  /// Reads `YYYY-MM` and nothing else.
  package init?(_ text: some StringProtocol) {
    guard let first = CalendarDate(String(text) + "-01") else { return nil }
    self.first = first
  }

  /// The month as `YYYY-MM`.
  package var description: String { first.monthText }

  package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
    left.first < right.first
  }
}
