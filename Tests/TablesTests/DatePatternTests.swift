import Text
import Testing

@testable import Tables

@Suite struct DatePatternTests {
  @Test(arguments: [
    ("yyyy-MM-dd", "2024-02-29", DateParts(year: 2024, month: 2, day: 29)),
    ("dd.MM.yyyy", " 05.01.2024 ", DateParts(year: 2024, month: 1, day: 5)),
    ("d/M/yyyy", "٥/١/٢٠٢٤", DateParts(year: 2024, month: 1, day: 5)),
    ("d/M/yyyy", "۵/۱۲/۲۰۲۴", DateParts(year: 2024, month: 12, day: 5)),
    ("dd/MM/yy", "05/01/24", DateParts(year: 2024, month: 1, day: 5)),
    ("yyyy/MM/dd", "\u{200F}2024/01/05\u{200F}", DateParts(year: 2024, month: 1, day: 5)),
    (
      "yyyy-MM-dd HH:mm:ss", "2024-01-05 23:59:58",
      DateParts(year: 2024, month: 1, day: 5, hour: 23, minute: 59, second: 58)
    ),
    (
      "M/d/yyyy H:mm:ss", "9/6/2018 0:06:16",
      DateParts(year: 2018, month: 9, day: 6, hour: 0, minute: 6, second: 16)
    ),
    (
      "MM/dd/yyyy hh:mm:ss a", "12/31/2018 12:00:00 AM",
      DateParts(year: 2018, month: 12, day: 31, hour: 0, minute: 0, second: 0)
    ),
    (
      "MM/dd/yyyy hh:mm:ss a", "12/31/2018 12:30:00\u{202F}pm",
      DateParts(year: 2018, month: 12, day: 31, hour: 12, minute: 30, second: 0)
    ),
    (
      "d/M/yyyy h:mm a", "٣١/١٢/٢٠٢٤ ١٠:٤١ م",
      DateParts(year: 2024, month: 12, day: 31, hour: 22, minute: 41)
    ),
    (
      "d/M/yyyy h:mm a", "1/2/2024 10:41 صباحًا",
      DateParts(year: 2024, month: 2, day: 1, hour: 10, minute: 41)
    ),
    (
      "yyyy/MM/dd h:mm:ss a O", "2021/03/05 10:41:07 AM GMT+3",
      DateParts(year: 2021, month: 3, day: 5, hour: 10, minute: 41, second: 7, offsetMinutes: 180)
    ),
    ("'on' dd.MM.yyyy", "on 01.02.2024", DateParts(year: 2024, month: 2, day: 1)),
    ("iso8601", "2024-01-05", DateParts(year: 2024, month: 1, day: 5)),
    (
      "iso8601", "2024-01-05T10:11:12.123+05:30",
      DateParts(year: 2024, month: 1, day: 5, hour: 10, minute: 11, second: 12, offsetMinutes: 330)
    ),
    (
      "iso8601", "2024-01-05T10:11:12Z",
      DateParts(year: 2024, month: 1, day: 5, hour: 10, minute: 11, second: 12, offsetMinutes: 0)
    ),
    (
      "iso8601", "2024-01-05 10:11-0330",
      DateParts(year: 2024, month: 1, day: 5, hour: 10, minute: 11, offsetMinutes: -210)
    ),
    (
      "iso8601", "2024-01-05T10:11:12,5",
      DateParts(year: 2024, month: 1, day: 5, hour: 10, minute: 11, second: 12)
    ),
    (
      "yyyy-MM-dd'T'HH:mm:ss.SX", "2024-01-05T10:11:12.000+03",
      DateParts(year: 2024, month: 1, day: 5, hour: 10, minute: 11, second: 12, offsetMinutes: 180)
    ),
  ])
  func `dates are read`(pattern: String, text: String, parts: DateParts) throws {
    #expect(try DatePattern(pattern).parts(of: text) == parts)
  }

  @Test(arguments: [
    ("yyyy-MM-dd", "2024-13-01", "month 13"), ("yyyy-MM-dd", "2024-00-01", "month 0"),
    ("yyyy-MM-dd", "2023-02-29", "day 29; month 2 of 2023 has 28 days"),
    ("yyyy-MM-dd", "1900-02-29", "day 29; month 2 of 1900 has 28 days"),
    ("yyyy-MM-dd", "2024-04-31", "day 31; month 4 of 2024 has 30 days"),
    ("yyyy-MM-dd", "2024-04-32", "day 32"), ("yyyy-MM-dd", "2024-04-00", "day 0"),
    ("dd.MM.yyyy", "2024-04-01", "not in the form dd.MM.yyyy"),
    ("dd.MM.yyyy", "1.4.2024", "not in the form dd.MM.yyyy"),
    ("d.M.yyyy", "01.04.2024 10:00", "not in the form d.M.yyyy"), ("d.M.yyyy", " ", "empty"),
    ("yyyy-MM-dd", "0000-06-23", "year 0"),
    ("yyyy-MM-dd HH:mm", "2024-01-01 24:00", "hour 24"),
    ("yyyy-MM-dd HH:mm", "2024-01-01 10:60", "minute 60"),
    ("yyyy-MM-dd hh:mm a", "2024-01-01 13:00 PM", "hour 13 of a half day"),
    ("yyyy-MM-dd hh:mm a", "2024-01-01 11:00 XM", "not in the form yyyy-MM-dd hh:mm a"),
    ("iso8601", "2024-01-01T10:00:61Z", "second 61"),
    ("iso8601", "2024-01-01T10:00:00+23:00", "an offset of 1380 minutes"),
    ("iso8601", "20240101", "not in the form iso8601"),
    ("yyyy-MM-dd", "2024-0\u{0967}-01", "not in the form yyyy-MM-dd"),
  ])
  func `a refusal says why`(pattern: String, text: String, reason: String) {
    let refusal = #expect(throws: DateRefusal.self) { try DatePattern(pattern).parts(of: text) }
    #expect(refusal?.reason == reason)
  }

  @Test(arguments: [
    "", "yyyy-MM", "yyyy-dd-dd-MM", "dd.MM", "yyyy-MM-dd hh:mm", "yyyy-MM-dd HH:mm a", "YYYY-MM-dd",
    "yyyy-MM-dd 'T", "yyyyy-MM-dd", "yyyy yy MM dd",
  ])
  func `a pattern that cannot work is refused`(pattern: String) {
    #expect(throws: DateRefusal.self) { try DatePattern(pattern) }
  }

  @Test func `no text stops a pattern`() throws {
    var state: UInt64 = 17
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("0123456789٣۴-/.: TZ+مصAPM\u{64B}GT".unicodeScalars)
    let patterns = try ["iso8601", "d/M/yyyy h:mm:ss a", "yyyy-MM-dd HH:mm O", "yyMd"].map {
      try DatePattern($0)
    }
    for _ in 0..<5000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random(24) { text.append(letters[random(letters.count)]) }
      for pattern in patterns {
        do {
          let parts = try pattern.parts(of: String(text))
          #expect((1...12).contains(parts.month) && (1...31).contains(parts.day))
        } catch {
          #expect(!error.reason.isEmpty)
        }
      }
    }
  }

  @Test(arguments: [
    ("١٢", 12), ("۳", 3), (" -7 ", -7), ("−٧", -7), ("12", 12), ("1 2", nil), ("", nil),
    ("1,5", nil),
    ("99999999999999999999", nil), ("x", nil),
  ])
  func `whole numbers are read in three digit systems`(text: String, value: Int?) {
    #expect(LocalisedNumber.integer(text) == value)
  }

  @Test func `digits become ASCII and nothing else changes`() {
    #expect(LocalisedNumber.asciiDigits("أ٠٩۰۹z") == "أ0909z")
  }
}
