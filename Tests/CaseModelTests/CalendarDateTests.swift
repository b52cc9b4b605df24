import CaseModel
import TestSupport
import Testing
import Text

@Suite struct CalendarDateTests {
  @Test func `the days of four centuries follow one another`() throws {
    // An independent walk through the calendar, from the rule of leap years alone.
    var (year, month, dayOfMonth) = (1800, 1, 1)
    var expected = try #require(CalendarDate(year: 1800, month: 1, dayOfMonth: 1)).day
    let first = expected
    while year < 2201 {
      let parts = CalendarDate(day: expected).parts
      guard parts == (year, month, dayOfMonth),
        CalendarDate(year: year, month: month, dayOfMonth: dayOfMonth)?.day == expected
      else {
        Issue.record("day \(expected) is \(parts), not \(year)-\(month)-\(dayOfMonth)")
        return
      }
      let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      expected += 1
      dayOfMonth += 1
      if dayOfMonth > lengths[month - 1] {
        #expect(CalendarDate(year: year, month: month, dayOfMonth: dayOfMonth) == nil)
        (month, dayOfMonth) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(expected - first == 400 * 365 + 97 + 365)
  }

  @Test(arguments: Seeds.first(5))
  func `a date reads back from its own text`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let last = try date("9999-12-31").day
    for _ in 0..<200 {
      let day = CalendarDate(day: Int.random(in: -719_162...last, using: &random))
      #expect(CalendarDate(day.description) == day)
      #expect(day.monthText == day.description.prefix(7))
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778),
  ])
  func `days are counted from 1970`(text: String, day: Int) throws {
    #expect(try date(text).day == day)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
    "2026-01-00",
    "0000-01-01", "2026-1-1", "26-01-01", "2026-01-011", "2026/01/01", "2026-01-01T", " 2026-01-01",
    "",
    "٢٠٢٦-٠١-٠١", "2026-01-1x", "-026-01-01", "+026-01-01",
  ])
  func `what is no day is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-08-31", -6, "2026-02-28"), ("2024-08-31", -6, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2026-01-31", 1, "2026-02-28"), ("2026-01-31", 3, "2026-04-30"),
    ("2026-12-15", 1, "2027-01-15"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", -5, "2025-12-31"),
    ("2026-03-31", 0, "2026-03-31"),
    ("2026-11-30", 3, "2027-02-28"), ("2026-01-01", -25, "2023-12-01"),
    ("2000-01-31", -1_199, "1900-02-28"),
  ])
  func `months later or earlier, the end is clamped`(from: String, months: Int, to: String) throws {
    #expect(try date(from).adding(months: months).description == to)
  }

  @Test func `the last month ends on its last day`() throws {
    #expect(try date("2026-11-21").endOfLastMonth.description == "2026-10-31")
    #expect(try date("2024-03-01").endOfLastMonth.description == "2024-02-29")
    #expect(try date("2026-01-31").endOfLastMonth.description == "2025-12-31")
    #expect(try date("2026-03-17") - date("2026-03-02") == 15)
  }
}
