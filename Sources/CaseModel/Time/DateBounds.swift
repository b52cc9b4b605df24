package import Text

/// How far from today a date may lie, by what it says.
package enum DateBounds: Sendable {
  /// A day in the life of a case: received, answered, closed. From 1990 to today.
  case recorded
  /// The day of what is reported: up to eighty years ago, and not after today.
  case happened
  /// A day to come: a deadline, a promise. Up to ten years from today.
  case planned
  /// A day to come that a number of days bounds anyway, such as how long a case waits: up to ten years,
  /// and no farther one can be meant.
  case limited
  /// The day of figures: from 1990 to today.
  case figures
  /// One end of a search in the register: from 1900, for to look for old cases harms nothing.
  case search

  /// Why a date cannot be meant; nil when it can.
  ///
  /// Rules `date.year` for a year that is not one of this time, `date.future`. `isFarMeant`: the person
  /// said that the far day is meant; one that is a day of our time in another calendar is refused all
  /// the same. `canBeMeant`: there is a way to say so.
  package func refusal(
    of date: CalendarDate, today: CalendarDate, isFarMeant: Bool = false, canBeMeant: Bool = true
  ) -> Refusal? {
    func far(_ distance: String) -> Refusal? {
      let message: Wording = "\(date) is \(distance) to be meant"
      if let other = Self.meant(by: date, today: today) {
        return Refusal(.dateYear, message, hint: other)
      }
      guard !isFarMeant || self == .limited else { return nil }
      // No figure is of a day before there were cases, whatever is meant.
      return canBeMeant && ![.figures, .search, .limited].contains(self)
        ? Refusal(
          .dateYear, message + " without a word",
          hint: Self.writing(today) + "; if that day is meant, add --far-dates")
        : Refusal(.dateYear, message, hint: Self.writing(today))
    }
    guard date >= earliest(today) else { return far("too long ago") }
    guard let latest = latest(today), date > latest else { return nil }
    if self == .planned || self == .limited { return far("too far away") }
    return Refusal(
      .dateFuture, "\(date) lies in the future; today is \(today)",
      hint: Self.meant(by: date, today: today)
        ?? (self == .figures
          ? "figures are of today or of a day before" : "give the day on which it was"))
  }

  private func earliest(_ today: CalendarDate) -> CalendarDate {
    switch self {
    case .happened: today.adding(months: -80 * 12)
    case .search: CalendarDate(day: Self.firstDayOf1900)
    case .recorded, .planned, .limited, .figures: CalendarDate(day: Self.firstDayOf1990)
    }
  }

  private static let firstDayOf1900 = -25_567
  private static let firstDayOf1990 = 7_305

  private func latest(_ today: CalendarDate) -> CalendarDate? {
    switch self {
    case .recorded, .happened, .figures: today
    case .planned, .limited: today.adding(months: 120)
    case .search: nil
    }
  }

  private static func writing(_ today: CalendarDate) -> Wording {
    "look at the year again; today is \(today)"
  }

  /// The day that a date of another calendar, or with two digits of a year, stands for.
  private static func meant(by date: CalendarDate, today: CalendarDate) -> Wording? {
    let (year, month, day) = date.parts
    let found = days(year, month, day, today: today)
    return found.isEmpty ? nil : hint(found)
  }

  /// What a text may mean that looks like a date and is none of the Gregorian calendar: 1404-12-30,
  /// 31 days in a Persian month that has 30 with us.
  package static func meant(byYear year: Int, month: Int, day: Int, today: CalendarDate) -> Wording?
  {
    let found = days(year, month, day, today: today)
    return found.isEmpty ? nil : hint(found)
  }

  /// What a text may mean whose first two numbers are day and month, in one order or the other.
  package static func meant(
    byDayAndMonth numbers: (Int, Int), year: Int, today: CalendarDate
  ) -> Wording? {
    let orders = Set([[numbers.1, numbers.0], [numbers.0, numbers.1]])
    let found = orders.flatMap { days(year, $0[0], $0[1], today: today) }
    // Of many readings the nearest ones are meant.
    let nearest = found.sorted { abs($0.date - today) < abs($1.date - today) }.prefix(2)
    return nearest.isEmpty ? nil : hint(Array(nearest))
  }

  private static func hint(_ found: [(name: String, date: CalendarDate)]) -> Wording {
    let words = found.map { "\($0.date) (\($0.name))" }.joined(separator: " or ")
    return "did you mean \(words)? dates are written in the Gregorian calendar"
      + (found.contains { $0.name == OtherCalendar.hijri.name }
        ? "; by the moon it may be a day earlier or later" : "")
  }

  /// The readings that lie within fifty years of today, the nearest first.
  private static func days(
    _ year: Int, _ month: Int, _ day: Int, today: CalendarDate
  ) -> [(name: String, date: CalendarDate)] {
    var found: [(name: String, date: CalendarDate)] = []
    for calendar in OtherCalendar.allCases {
      if let date = calendar.day(year: year, month: month, dayOfMonth: day) {
        found.append((calendar.name, date))
      }
    }
    if year < 100, let date = CalendarDate(year: 2_000 + year, month: month, dayOfMonth: day) {
      found.append(("with the whole year", date))
    }
    return found.filter { abs($0.date - today) < 50 * 366 && $0.date <= today.adding(months: 120) }
      .sorted { abs($0.date - today) < abs($1.date - today) }
  }
}
