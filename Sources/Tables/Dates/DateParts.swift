/// A calendar date, and the time of day where the text had one.
package struct DateParts: Sendable, Hashable {
  package var year: Int
  package var month: Int
  package var day: Int
  /// Hour (0 to 23), minute and second; nil without a time of day.
  package var hour: Int?
  package var minute: Int?
  package var second: Int?
  /// Minutes east of UTC; nil when the text does not say.
  package var offsetMinutes: Int?

  package init(
    year: Int, month: Int, day: Int, hour: Int? = nil, minute: Int? = nil, second: Int? = nil,
    offsetMinutes: Int? = nil
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.offsetMinutes = offsetMinutes
  }
}

/// The reason, in words, why a text is not the date that was expected.
package struct DateRefusal: Error, Sendable, Hashable {
  package let reason: String
  /// Year, month and day of a text that has the form of a date and names no Gregorian day.
  package var numbers: [Int] = []

  package init(reason: String, numbers: [Int] = []) {
    self.reason = reason
    self.numbers = numbers
  }
}

extension DateParts {
  /// Checks that there is such a day in the Gregorian calendar.
  ///
  /// Whether its year can be meant is asked where it is known what the date says.
  func checked() throws(DateRefusal) -> DateParts {
    guard year >= 1 else { throw DateRefusal(reason: "year \(year)") }
    guard (1...12).contains(month) else { throw DateRefusal(reason: "month \(month)") }
    let days = Self.days(inMonth: month, of: year)
    guard day >= 1, day <= days else {
      let why = day >= 1 && day <= 31 ? "; month \(month) of \(year) has \(days) days" : ""
      throw DateRefusal(reason: "day \(day)\(why)", numbers: [year, month, day])
    }
    if let hour, hour > 23 { throw DateRefusal(reason: "hour \(hour)") }
    if let minute, minute > 59 { throw DateRefusal(reason: "minute \(minute)") }
    if let second, second > 59 { throw DateRefusal(reason: "second \(second)") }
    // Zones reach from 12 hours west to 14 hours east of UTC.
    if let offsetMinutes, !(-720...840).contains(offsetMinutes) {
      throw DateRefusal(reason: "an offset of \(offsetMinutes) minutes")
    }
    return self
  }

  /// The length of a month in the Gregorian calendar.
  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
