internal import CaseModel

/// The rule in the footer of a time zone file, such as `EET-2EEST,M3.5.0/0,M10.5.0/0`.
///
/// POSIX.1, section 8.3, with the extended hours of RFC 8536 §3.3.1. Only the `M` form of days is
/// read, which is what the IANA database uses; others give no further transitions.
struct PosixTimeZone {
  private struct Change {
    let month: Int
    let week: Int
    let weekday: Int
    let seconds: Int
  }

  private let standard: Int
  private let summer: (offset: Int, begins: Change, ends: Change)?

  init?(_ text: String) {
    var rest = Substring(text)
    guard Self.skipName(&rest), let west = Self.time(&rest) else { return nil }
    standard = -west
    guard Self.skipName(&rest) else {
      summer = nil
      return
    }
    let offset = Self.time(&rest).map { -$0 } ?? standard + 3_600
    guard let begins = Self.change(&rest), let ends = Self.change(&rest) else { return nil }
    summer = (offset, begins, ends)
  }

  /// The changes of clocks after a moment, to the end of a year.
  func transitions(after moment: Timestamp?, until year: Int) -> [TimeZoneRules.Transition] {
    guard let summer else { return [] }
    let start = moment.map { CalendarDate(day: Int($0.seconds / 86_400)).parts.year } ?? 1970
    guard start <= year else { return [] }
    return (start...year).flatMap { year in
      [
        Self.moment(summer.begins, year, offset: standard).map {
          TimeZoneRules.Transition(at: $0, offset: summer.offset)
        },
        Self.moment(summer.ends, year, offset: summer.offset).map {
          TimeZoneRules.Transition(at: $0, offset: standard)
        },
      ].compactMap { $0 }
    }.filter { transition in moment.map { transition.at > $0 } ?? true }
  }

  private static func moment(_ change: Change, _ year: Int, offset: Int) -> Timestamp? {
    guard let first = CalendarDate(year: year, month: change.month, dayOfMonth: 1) else {
      return nil
    }
    // 1 January 1970 was a Thursday, day 4 of a week that begins on Sunday.
    let weekday = ((first.day + 4) % 7 + 7) % 7
    var day = first.adding(days: (change.weekday - weekday + 7) % 7 + (change.week - 1) * 7)
    while day.parts.month != change.month { day = day.adding(days: -7) }
    return Timestamp(seconds: Int64(day.day) * 86_400 + Int64(change.seconds - offset))
  }

  private static func skipName(_ rest: inout Substring) -> Bool {
    let start = rest
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
    } else {
      rest = rest.drop(while: \.isLetter)
    }
    return rest.startIndex != start.startIndex
  }

  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 3, let number = Int(digits) else { return nil }
    rest = rest[digits.endIndex...]
    return number
  }

  private static func skip(_ character: Character, _ rest: inout Substring) -> Bool {
    guard rest.first == character else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Reads `[+-]h[h][:mm[:ss]]` as seconds.
  private static func time(_ rest: inout Substring) -> Int? {
    let isNegative = skip("-", &rest)
    if !isNegative { _ = skip("+", &rest) }
    guard let hours = number(&rest) else { return nil }
    var seconds = hours * 3_600
    if skip(":", &rest) { seconds += (number(&rest) ?? 0) * 60 }
    if skip(":", &rest) { seconds += number(&rest) ?? 0 }
    return isNegative ? -seconds : seconds
  }

  /// Reads `,Mm.w.d[/time]`.
  private static func change(_ rest: inout Substring) -> Change? {
    guard skip(",", &rest), skip("M", &rest), let month = number(&rest), (1...12).contains(month),
      skip(".", &rest), let week = number(&rest), (1...5).contains(week), skip(".", &rest),
      let weekday = number(&rest), (0...6).contains(weekday)
    else { return nil }
    let seconds = skip("/", &rest) ? time(&rest) : 7_200
    guard let seconds else { return nil }
    return Change(month: month, week: week, weekday: weekday, seconds: seconds)
  }
}
