/// The reader of one pattern's fields out of one text.
struct DateMatcher {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Returns the parts; nil when the text has another form, a refusal when a number is impossible.
  func match(_ fields: [DateField]) throws(DateRefusal) -> DateParts? {
    var matcher = self
    var parts = DateParts(year: 0, month: 0, day: 0)
    var halfHour: Int?
    var isAfternoon = false
    for field in fields {
      switch field {
      case .year:
        guard let year = matcher.number(4...4) else { return nil }
        parts.year = year
      case .shortYear:
        guard let year = matcher.number(2...2) else { return nil }
        parts.year = 2000 + year
      case .month(let width):
        guard let month = matcher.number(width...2) else { return nil }
        parts.month = month
      case .monthName:
        guard let (month, length) = MonthNames.month(at: matcher.rest) else { return nil }
        parts.month = month
        matcher.index += length
      case .day(let width):
        guard let day = matcher.number(width...2) else { return nil }
        parts.day = day
        if fields.contains(.monthName) { matcher.skipOrdinal() }
      case .hour(let width):
        guard let hour = matcher.number(width...2) else { return nil }
        parts.hour = hour
      case .halfHour(let width):
        guard let hour = matcher.number(width...2) else { return nil }
        halfHour = hour
      case .minute(let width):
        guard let minute = matcher.number(width...2) else { return nil }
        parts.minute = minute
      case .second(let width):
        guard let second = matcher.number(width...2) else { return nil }
        parts.second = second
      case .fraction:
        guard matcher.skipDigits() else { return nil }
      case .dayHalf:
        guard let half = matcher.dayHalf() else { return nil }
        isAfternoon = half
      case .offset:
        guard let offset = matcher.offset() else { return nil }
        parts.offsetMinutes = offset
      case .namedOffset:
        guard let offset = matcher.namedOffset() else { return nil }
        parts.offsetMinutes = offset
      case .literal(let scalar):
        guard matcher.skip(scalar) else { return nil }
      }
    }
    guard matcher.index == scalars.count else { return nil }
    if let halfHour {
      guard (1...12).contains(halfHour) else {
        throw DateRefusal(reason: "hour \(halfHour) of a half day")
      }
      parts.hour = halfHour % 12 + (isAfternoon ? 12 : 0)
    }
    return parts
  }

  private var rest: ArraySlice<Unicode.Scalar> { scalars[index...] }

  /// Reads as many digits as there are, within a width.
  private mutating func number(_ width: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < width.upperBound, let digit = digit() {
      value = value * 10 + digit
      count += 1
      index += 1
    }
    return count >= width.lowerBound ? value : nil
  }

  private func digit() -> Int? {
    guard index < scalars.count, ("0"..."9").contains(scalars[index]) else { return nil }
    return Int(scalars[index].value) - 0x30
  }

  private mutating func skipDigits() -> Bool {
    let start = index
    while digit() != nil { index += 1 }
    return index > start
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard index < scalars.count, scalars[index] == scalar else { return false }
    index += 1
    return true
  }

  /// Passes over the ending of an English ordinal: `1st`, `13th`.
  private mutating func skipOrdinal() {
    let ending = String(String.UnicodeScalarView(rest.prefix(2))).lowercased()
    if ["st", "nd", "rd", "th"].contains(ending) { index += 2 }
  }

  /// Reads AM or PM, also in Arabic; true for the afternoon.
  private mutating func dayHalf() -> Bool? {
    let words: KeyValuePairs = [
      "صباحا": false, "مساء": true, "ص": false, "م": true, "a.m.": false, "p.m.": true, "am": false,
      "pm": true,
    ]
    let rest = scalars[index...].filter { $0 != "\u{64B}" }
      .flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
    for (word, isAfternoon) in words where rest.starts(with: word.unicodeScalars) {
      var left = word.unicodeScalars.count
      while index < scalars.count, left > 0 || scalars[index] == "\u{64B}" {
        if scalars[index] != "\u{64B}" { left -= 1 }
        index += 1
      }
      return isAfternoon
    }
    return nil
  }

  /// Reads `Z`, `+03`, `+0300` or `+03:00` in minutes.
  private mutating func offset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    guard let sign = sign(), let hours = number(2...2) else { return nil }
    let hasColon = skip(":")
    guard let minutes = number(2...2) else { return hasColon ? nil : sign * hours * 60 }
    return minutes < 60 ? sign * (hours * 60 + minutes) : nil
  }

  /// Reads `GMT`, `GMT+3`, `UTC+05:30` in minutes.
  private mutating func namedOffset() -> Int? {
    let isNamed = ["GMT", "UTC"].contains { scalars[index...].starts(with: $0.unicodeScalars) }
    guard isNamed else { return nil }
    index += 3
    guard let sign = sign() else { return 0 }
    guard let hours = number(1...2) else { return nil }
    guard skip(":") else { return sign * hours * 60 }
    guard let minutes = number(2...2), minutes < 60 else { return nil }
    return sign * (hours * 60 + minutes)
  }

  private mutating func sign() -> Int? {
    if skip("+") { return 1 }
    return skip("-") || skip("\u{2212}") ? -1 : nil
  }
}
