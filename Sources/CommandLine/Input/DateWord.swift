internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Text

/// A date as people type it: `2026-11-21`, `today`, `yesterday`, or `+14` for days from today.
///
/// Digits may be Arabic-Indic or Persian. What is no date is refused when the date is asked for,
/// since what to do about it depends on the day.
struct DateWord: ExpressibleByArgument {
  private enum Kind {
    case date(CalendarDate)
    case fromToday(Int)
    case wrong(String)
  }

  private let kind: Kind

  init?(argument: String) {
    let text = argument.asciiDigits.lowercased()
    kind =
      switch text {
      case "today": .fromToday(0)
      case "yesterday": .fromToday(-1)
      case "tomorrow": .fromToday(1)
      default:
        if let date = CalendarDate(text) {
          .date(date)
        } else if text.hasPrefix("+"), let days = Int(text.dropFirst()), (0...3_650).contains(days)
        {
          .fromToday(days)
        } else {
          .wrong(argument)
        }
      }
  }

  /// The date that is meant on a day, when it lies within bounds.
  ///
  /// Throws `UsageError` for what is no date, `Refusal` for a date that cannot be meant; `canBeFar`:
  /// nothing but its being far stands against a far one.
  func date(
    today: CalendarDate, within bounds: DateBounds = .recorded, canBeFar: Bool = true
  ) throws -> CalendarDate {
    let date: CalendarDate
    switch kind {
    case .date(let given): date = given
    case .fromToday(let days): date = today.adding(days: days)
    case .wrong(let text): throw Self.refusal(text, today: today)
    }
    try Self.require(date, today: today, within: bounds, canBeFar: canBeFar)
    return date
  }

  /// Throws unless a date lies within bounds; on a terminal a far year is asked.
  static func require(
    _ date: CalendarDate, today: CalendarDate, within bounds: DateBounds, canBeFar: Bool = true
  ) throws {
    let isMeant = Environment.current.farDates.isMeant(date)
    guard
      let refusal = bounds.refusal(
        of: date, today: today, isFarMeant: isMeant, canBeMeant: canBeFar)
    else { return }
    guard canBeFar, Output.canAsk, bounds.refusal(of: date, today: today, isFarMeant: true) == nil,
      try Question.isYes("\(date) is far from today (\(today)). Is that day meant?")
    else { throw refusal }
    Environment.current.farDates.mean(date)
  }

  /// Says how the date is written that was probably meant.
  private static func refusal(_ text: String, today: CalendarDate) -> UsageError {
    let numbers = text.asciiDigits.split { !("0"..."9").contains($0) }.map { Int($0) ?? 0 }
    var hint = "write year, month and day, as in \(today); or today, yesterday, +7"
    if numbers.count == 3, text.count <= 12 {
      let (first, second, third) = (numbers[0], numbers[1], numbers[2])
      if first > 31 {
        if let date = CalendarDate(year: first, month: second, dayOfMonth: third) {
          hint = isOfOurTime(date, today) ? "write it as \(date)" : lookAgain(today)
        }
        hint =
          DateBounds.meant(byYear: first, month: second, day: third, today: today)?.text ?? hint
      } else if third > 31 {
        hint =
          DateBounds.meant(byDayAndMonth: (first, second), year: third, today: today)?.text
          ?? reversed(first, second, third, today) ?? hint
      }
    }
    return UsageError(message: "“\(text)” is no date", hint: hint)
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
    case 1: return "write it as \(readings[0])"
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

extension String {
  /// The text with Arabic-Indic and Persian digits as ASCII digits.
  var asciiDigits: String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: unicodeScalars.map { asciiDigit($0) ?? $0 })
    return String(result)
  }
}
