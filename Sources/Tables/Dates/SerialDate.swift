/// The number by which spreadsheets keep a day: days since the last of 1899, with the time as a part
/// of one (the base of 1900).
enum SerialDate {
  /// The date of a number such as `45364` or `45364.5`; nil for another text, for days before March
  /// 1900, when spreadsheets count a day that never was, and after 9999.
  static func parts(_ scalars: [Unicode.Scalar]) -> DateParts? {
    let halves = scalars.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    guard let days = halves.first.flatMap(number), (61...2_958_465).contains(days) else {
      return nil
    }
    var parts = date(daysAfter1899: days)
    guard halves.count == 2 else { return parts }
    // Nine digits are less than a tenth of a millisecond of a day.
    guard let fraction = number(halves[1].prefix(9)), halves[1].allSatisfy(isDigit) else {
      return nil
    }
    var scale = 1
    for _ in halves[1].prefix(9) { scale *= 10 }
    let seconds = min(86_399, (fraction * 86_400 + scale / 2) / scale)
    parts.hour = seconds / 3_600
    parts.minute = seconds / 60 % 60
    parts.second = seconds % 60
    return parts
  }

  /// Counts in years from March on, so that the day of a leap year comes last (Howard Hinnant's
  /// `civil_from_days`).
  private static func date(daysAfter1899 days: Int) -> DateParts {
    // From 0000-03-01 to 1899-12-30.
    let day = days + 693_899
    let era = day / 146_097
    let dayOfEra = day % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return DateParts(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
