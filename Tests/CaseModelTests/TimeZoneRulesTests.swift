import CaseModel
import TestSupport
import Testing

@Suite struct TimeZoneRulesTests {
  /// A zone with two hours in winter and three in the summer of 2026.
  private func zone() throws -> TimeZoneRules {
    TimeZoneRules(
      name: "Test/Zone", initialOffset: 7_200,
      transitions: [
        .init(at: try moment("2026-10-25T01:00:00Z"), offset: 7_200),
        .init(at: try moment("2026-03-29T01:00:00Z"), offset: 10_800),
      ])
  }

  @Test(arguments: [
    ("1900-01-01T00:00:00Z", 7_200), ("2026-03-29T00:59:59Z", 7_200),
    ("2026-03-29T01:00:00Z", 10_800),
    ("2026-10-25T00:59:59Z", 10_800), ("2026-10-25T01:00:00Z", 7_200),
    ("2099-01-01T00:00:00Z", 7_200),
  ])
  func `an offset holds from its moment on`(text: String, offset: Int) throws {
    #expect(try zone().offset(at: moment(text)) == offset)
  }

  @Test(arguments: [
    ("2026-01-31T21:59:59Z", "2026-01-31"), ("2026-01-31T22:00:00Z", "2026-02-01"),
    ("2026-06-30T20:59:59Z", "2026-06-30"), ("2026-06-30T21:00:00Z", "2026-07-01"),
    ("1969-12-31T21:59:59Z", "1969-12-31"), ("1969-12-31T22:00:00Z", "1970-01-01"),
    ("1955-05-05T22:00:00Z", "1955-05-06"), ("1955-05-05T21:59:59Z", "1955-05-05"),
  ])
  func `a date is that of the local clocks`(text: String, day: String) throws {
    #expect(try zone().date(at: moment(text)).description == day)
  }

  @Test(arguments: [
    ("2026-01-10", 0, "2026-01-09T22:00:00Z"), ("2026-07-10", 0, "2026-07-09T21:00:00Z"),
    ("2026-03-29", 0, "2026-03-28T22:00:00Z"), ("2026-03-30", 0, "2026-03-29T21:00:00Z"),
    ("2026-10-25", 43_200, "2026-10-25T10:00:00Z"), ("2026-10-26", 0, "2026-10-25T22:00:00Z"),
    // Shown twice, at 00:30 and 01:30 UTC: the earlier one.
    ("2026-10-25", 12_600, "2026-10-25T00:30:00Z"),
  ])
  func `a time of day has its moment`(day: String, seconds: Int, expected: String) throws {
    #expect(try zone().moment(of: date(day), secondsOfDay: seconds).description == expected)
  }

  @Test func `midnight of every day of a year is on that day`() throws {
    let zone = try zone()
    let first = try date("2026-01-01")
    for offset in 0..<365 {
      let day = first.adding(days: offset)
      let midnight = zone.moment(of: day, secondsOfDay: 0)
      #expect(zone.date(at: midnight) == day)
      #expect(zone.date(at: Timestamp(seconds: midnight.seconds - 1)) == day.adding(days: -1))
    }
  }

  @Test func `coordinated universal time has no offset`() throws {
    #expect(TimeZoneRules.utc.offset(at: try moment("2026-07-01T00:00:00Z")) == 0)
  }
}
