/// Days of the two other calendars that people of registers live by.
package enum OtherCalendar: CaseIterable, Sendable {
  /// The Solar Hijri calendar of Iran and Afghanistan.
  case persian
  /// The civil Hijri calendar: the tabular one, 30-year cycles, epoch Friday 16 July 622.
  ///
  /// The calendar by the moon, and that of Umm al-Qura, may be a day apart from it.
  case hijri

  /// What a person calls it.
  package var name: String {
    switch self {
    case .persian: "Persian (Solar Hijri)"
    case .hijri: "civil Hijri"
    }
  }

  /// The Gregorian day of a date of this calendar; nil when it has no such day.
  package func day(year: Int, month: Int, dayOfMonth: Int) -> CalendarDate? {
    guard (1...3_000).contains(year), (1...12).contains(month),
      (1...length(ofMonth: month, year)).contains(dayOfMonth)
    else { return nil }
    switch self {
    case .persian: return CalendarDate(day: Self.persianDay(year, month, dayOfMonth))
    case .hijri: return CalendarDate(day: Self.hijriDay(year, month, dayOfMonth))
    }
  }

  private func length(ofMonth month: Int, _ year: Int) -> Int {
    switch self {
    case .persian: month <= 6 ? 31 : month < 12 || Self.isPersianLeap(year) ? 30 : 29
    case .hijri: month % 2 == 1 || month == 12 && (11 * year + 14) % 30 < 11 ? 30 : 29
    }
  }

  /// The rule of 33 years, which agrees with the observed equinox from 1178 to 1633.
  private static func isPersianLeap(_ year: Int) -> Bool {
    [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33)
  }

  /// Counted from 1 Farvardin 1400, which was 21 March 2021 (day 18707).
  private static func persianDay(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Int {
    let leaps = leapsBefore(year) - leapsBefore(1_400)
    let months = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7)
    return 18_707 + 365 * (year - 1_400) + leaps + months + dayOfMonth - 1
  }

  private static func leapsBefore(_ year: Int) -> Int {
    let cycle = [1, 5, 9, 13, 17, 22, 26, 30]
    return (year / 33) * 8 + cycle.count { $0 < year % 33 }
  }

  private static func hijriDay(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Int {
    let before = (11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2
    // The Julian day number, less that of 1 January 1970.
    return before + dayOfMonth + 1_948_440 - 385 - 2_440_588
  }
}
