/// A day of the proleptic Gregorian calendar, without a time or a zone.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Whole days since 1 January 1970.
  package let day: Int

  /// Makes a date from days since 1 January 1970.
  package init(day: Int) { self.day = day }

  /// Makes a date from its parts, or returns nil when there is no such day (years 1 to 9999).
  package init?(year: Int, month: Int, dayOfMonth: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), dayOfMonth >= 1,
      dayOfMonth <= Self.days(inMonth: month, of: year)
    else { return nil }
    day = Self.dayNumber(year: year, month: month, dayOfMonth: dayOfMonth)
  }

  /// Reads `YYYY-MM-DD` and nothing else (ISO 8601, extended form).
  package init?(_ text: some StringProtocol) {
    var parts = (year: 0, month: 0, dayOfMonth: 0)
    var index = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 48
      switch index {
      case 4, 7:
        guard byte == UInt8(ascii: "-") else { return nil }
      case 0...9:
        guard (0...9).contains(digit) else { return nil }
        if index < 4 {
          parts.year = parts.year * 10 + digit
        } else if index < 7 {
          parts.month = parts.month * 10 + digit
        } else {
          parts.dayOfMonth = parts.dayOfMonth * 10 + digit
        }
      default: return nil
      }
      index += 1
    }
    guard index == 10 else { return nil }
    self.init(year: parts.year, month: parts.month, dayOfMonth: parts.dayOfMonth)
  }

  /// The date as `YYYY-MM-DD`.
  package var description: String {
    let (year, month, dayOfMonth) = parts
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(dayOfMonth, 2)
  }

  /// The month as `YYYY-MM`.
  package var monthText: String { String(description.prefix(7)) }

  /// Year, month and day of the month.
  package var parts: (year: Int, month: Int, dayOfMonth: Int) {
    // Days are counted in eras of 400 years that begin on 1 March, so that the leap day comes last.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfMonth)
  }

  /// The date a number of days later, or earlier when negative.
  package func adding(days: Int) -> CalendarDate { CalendarDate(day: day + days) }

  /// The date a number of months later or earlier, its end clamped (31 August − 6 = 28 February).
  package func adding(months: Int) -> CalendarDate {
    let (year, month, dayOfMonth) = parts
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let clamped = min(dayOfMonth, Self.days(inMonth: newMonth, of: newYear))
    return CalendarDate(
      day: Self.dayNumber(year: newYear, month: newMonth, dayOfMonth: clamped))
  }

  /// The last day of the month before this date's month.
  package var endOfLastMonth: CalendarDate { adding(days: -parts.dayOfMonth) }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.day < right.day }

  /// Whole days from the second date to the first: `closed - received`.
  package static func - (left: CalendarDate, right: CalendarDate) -> Int { left.day - right.day }

  private static func dayNumber(year: Int, month: Int, dayOfMonth: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + dayOfMonth - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Writes a number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
