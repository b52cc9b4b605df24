internal import Text

/// The pattern by which a column writes its dates, and by which they are read.
///
/// A pattern is written with the letters of Unicode's date formats (UTS #35): `yyyy` or `yy`, `M` or
/// `MM`, `MMM` (a month by its name, see ``MonthNames``), `d` or `dd`, `H` or `HH` (0 to 23), `h` or
/// `hh` (1 to 12, with `a`), `mm`, `ss`, `S` (any fraction), `a`, `X` (`Z`, `+03`, `+0300`, `+03:00`)
/// and `O` (`GMT`, `GMT+3`). A doubled letter wants both digits, a single one takes one or two. Text
/// between apostrophes and every other character stand for themselves. `iso8601` reads a date, or a
/// date and a time with or without seconds, fraction and offset, after `T` or a space. `excel` reads
/// the number of a day as spreadsheets count them, see ``SerialDate``. Digits may be ASCII,
/// Arabic-Indic or Persian.
package struct DatePattern: Sendable, Hashable {
  /// The pattern as it was written.
  package let text: String
  let alternatives: [[DateField]]

  private static let serial = "excel"

  /// Reads a pattern; refuses unknown letters, and patterns without year, month and day.
  package init(_ text: String) throws(DateRefusal) {
    self.text = text
    if text == "iso8601" {
      alternatives = DateField.iso8601
      return
    }
    if text == Self.serial {
      alternatives = []
      return
    }
    let fields = try DateField.fields(of: text)
    for (field, word) in [(DateField.day(2), "day (d)"), (.month(2), "month (M)")]
    where fields.count(where: { $0.kind == field.kind }) != 1 {
      throw DateRefusal(reason: "the pattern needs one \(word)")
    }
    guard fields.count(where: { $0.kind == DateField.year.kind }) == 1 else {
      throw DateRefusal(reason: "the pattern needs one year (yyyy)")
    }
    let isHalfDay = fields.contains { $0.kind == DateField.halfHour(2).kind }
    guard isHalfDay == fields.contains(.dayHalf) else {
      throw DateRefusal(reason: "the pattern needs h together with a, or H without it")
    }
    alternatives = [fields]
  }

  /// Reads a date; the refusal says what is wrong with it.
  package func parts(of text: String) throws(DateRefusal) -> DateParts {
    let scalars = plainScalars(text)
    if self.text == Self.serial, let parts = SerialDate.parts(scalars) {
      return try parts.checked()
    }
    for fields in alternatives {
      if let parts = try DateMatcher(scalars).match(fields) { return try parts.checked() }
    }
    throw DateRefusal(
      reason: scalars.isEmpty ? "empty" : "not in the form \(self.text)")
  }
}

/// Makes digits ASCII and spaces plain, and drops outer spaces and invisible direction marks, which
/// spreadsheets and telephones put around dates in right-to-left text.
private func plainScalars(_ text: String) -> [Unicode.Scalar] {
  trimmed(text).unicodeScalars.compactMap { scalar in
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: nil
    case 0xA0, 0x202F, 0x2009: " "
    default: asciiDigit(scalar) ?? scalar
    }
  }
}
