/// The shape of a day that stands where a telephone number should.
///
/// A day and a telephone number are both digits with something between.
enum DateShape {
  /// Whether a line is a day, in digits of any script and by any of the calendars that people write:
  /// `2026-11-21`, `21.11.26`, `1405/09/08`, `30 Nov 2026`, `2026-11-30T10:00`.
  static func holds(_ line: String) -> Bool {
    let text = String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { scalar in
          scalar.properties.numericType == .decimal
            ? scalar.properties.numericValue.flatMap { Unicode.Scalar(UInt32($0) + 0x30) } ?? scalar
            : scalar
        }))
    guard mayHold(text) else { return false }
    if let found = text.wholeMatch(
      of: /\s*(\d{4})[-\/.‐‑– ](\d{1,2})[-\/.‐‑– ](\d{1,2})(?:[T ]+\d{1,2}:\d{2}.*)?\s*/)
    {
      return isYear(found.output.1) && isUpTo(12, found.output.2) && isUpTo(31, found.output.3)
    }
    if let found = text.wholeMatch(
      of: /\s*(\d{1,2})[-\/.‐‑–](\d{1,2})[-\/.‐‑–](\d{2}|\d{4})(?:[T ]+\d{1,2}:\d{2}.*)?\s*/)
    {
      let (one, two, year) = (found.output.1, found.output.2, found.output.3)
      let isDay = isUpTo(31, one) && isUpTo(12, two) || isUpTo(12, one) && isUpTo(31, two)
      return isDay && (year.utf8.count == 2 || isYear(year))
    }
    if let found = text.wholeMatch(of: /\s*(\d{1,2})\.?\s*\p{L}+\.?(?: \p{L}+)?[ ,]+(\d{4})\D*/) {
      return isUpTo(31, found.output.1) && isYear(found.output.2)
    }
    guard let found = text.wholeMatch(of: /\s*\p{L}+\.? (\d{1,2}),? (\d{4})\D*/) else {
      return false
    }
    return isUpTo(31, found.output.1) && isYear(found.output.2)
  }

  /// Whether the groups of digits are as long as those of a day.
  ///
  /// Nearly no telephone number has such groups: a list of ten thousand is read in a fifth of the time.
  private static func mayHold(_ text: String) -> Bool {
    let lengths = text.utf8.split { !(0x30...0x39).contains($0) }.map(\.count)
    guard lengths.count > 2 else { return lengths.count == 2 && lengths[0] <= 2 && lengths[1] == 4 }
    return lengths[1] <= 2
      && (lengths[0] == 4 && lengths[2] <= 2
        || lengths[0] <= 2 && (lengths[2] == 2 || lengths[2] == 4))
  }

  /// A year of our time, by the Gregorian, the Hijri or the Persian calendar.
  private static func isYear(_ digits: Substring) -> Bool {
    Int(digits).map { (1_900...2_100).contains($0) || (1_300...1_500).contains($0) } ?? false
  }

  private static func isUpTo(_ most: Int, _ digits: Substring) -> Bool {
    Int(digits).map { (1...most).contains($0) } ?? false
  }
}
