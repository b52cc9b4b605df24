internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Text
internal import Terminal

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
    case .wrong(let text): throw DateAdvice.refusal(text, today: today)
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
}

extension String {
  /// The text with Arabic-Indic and Persian digits as ASCII digits.
  var asciiDigits: String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: unicodeScalars.map { asciiDigit($0) ?? $0 })
    return String(result)
  }
}
