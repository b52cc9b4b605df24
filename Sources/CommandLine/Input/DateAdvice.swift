internal import CaseModel
internal import Text

/// What is said of a date that cannot be understood.
enum DateAdvice {
  /// Says how the date is written that was probably meant.
  static func refusal(_ text: String, today: CalendarDate) -> UsageError {
    let numbers = text.asciiDigits.split { !("0"..."9").contains($0) }.map { Int($0) ?? 0 }
    let usual = "write year, month and day, as in \(today); or today, yesterday, +7"
    let hint =
      switch numbers.count {
      case 3 where text.count <= 12: advice(numbers[0], numbers[1], numbers[2], today)
      case 1: joined(numbers[0], today) ?? named(text, numbers, today)
      case 2: named(text, numbers, today)
      default: String?.none
      }
    return UsageError(message: "“\(text)” is no date", hint: hint ?? usual)
  }

  /// Three numbers, whatever stands between them.
  private static func advice(
    _ first: Int, _ second: Int, _ third: Int, _ today: CalendarDate
  ) -> String? {
    if first > 31 {
      if let meant = DateBounds.meant(byYear: first, month: second, day: third, today: today) {
        return meant.text
      }
      guard let date = CalendarDate(year: first, month: second, dayOfMonth: third) else {
        return nil
      }
      return proposal(of: date, today)
    }
    if third > 31 {
      return DateBounds.meant(byDayAndMonth: (first, second), year: third, today: today)?.text
        ?? reversed(first, second, third, today)
    }
    return "write the year first and with four digits, then month and day, as in \(today)"
  }

  /// Eight digits in a row.
  private static func joined(_ number: Int, _ today: CalendarDate) -> String? {
    CalendarDate(year: number / 10_000, month: number / 100 % 100, dayOfMonth: number % 100)
      .map { proposal(of: $0, today) }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// A month by its name, with a day and a year, or with a day of this year.
  private static func named(_ text: String, _ numbers: [Int], _ today: CalendarDate) -> String? {
    let words = text.lowercased().split { !$0.isLetter }.map { String($0.prefix(3)) }
    guard let month = words.compactMap(months.firstIndex).first, let day = numbers.min() else {
      return nil
    }
    let year = numbers.count == 2 ? numbers.max() ?? 0 : today.parts.year
    return CalendarDate(year: year, month: month + 1, dayOfMonth: day)
      .map { proposal(of: $0, today) }
  }

  private static func proposal(of date: CalendarDate, _ today: CalendarDate) -> String {
    isOfOurTime(date, today) ? "write it as \(date)" : lookAgain(today)
  }

  /// A day and a month before the year: which is which is told apart only above twelve.
  private static func reversed(
    _ first: Int, _ second: Int, _ year: Int, _ today: CalendarDate
  ) -> String? {
    let readings = Set([
      CalendarDate(year: year, month: second, dayOfMonth: first),
      CalendarDate(year: year, month: first, dayOfMonth: second),
    ])
    .compactMap(\.self).sorted()
    // What would be refused when it is written so is not proposed.
    guard readings.isEmpty || readings.contains(where: { isOfOurTime($0, today) }) else {
      return lookAgain(today)
    }
    switch readings.count {
    case 1: return proposal(of: readings[0], today)
    case 2:
      return "day and month could be taken for each other: write \(readings[0]) or \(readings[1])"
    default: return nil
    }
  }

  private static func lookAgain(_ today: CalendarDate) -> String {
    "look at the year again; today is \(today)"
  }

  /// Whether some date of a case may be this day.
  private static func isOfOurTime(_ date: CalendarDate, _ today: CalendarDate) -> Bool {
    [DateBounds.happened, .planned].contains { $0.refusal(of: date, today: today) == nil }
  }
}
