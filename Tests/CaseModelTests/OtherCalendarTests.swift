import Testing

@testable import CaseModel
import Diagnostics

@Suite struct OtherCalendarTests {
  // Known from published tables: Nowruz of these years, and days of the tabular Islamic calendar.
  @Test(arguments: [
    (OtherCalendar.persian, 1400, 1, 1, "2021-03-21"), (.persian, 1403, 1, 1, "2024-03-20"),
    (.persian, 1403, 12, 30, "2025-03-20"), (.persian, 1404, 1, 1, "2025-03-21"),
    (.persian, 1405, 9, 8, "2026-11-29"), (.persian, 1357, 11, 22, "1979-02-11"),
    (.hijri, 1, 1, 1, "0622-07-19"), (.hijri, 1400, 1, 1, "1979-11-21"),
    (.hijri, 1447, 1, 1, "2025-06-27"), (.hijri, 1448, 6, 9, "2026-11-20"),
  ])
  func `a day of another calendar is the known one of ours`(
    calendar: OtherCalendar, year: Int, month: Int, day: Int, wanted: String
  ) {
    #expect(calendar.day(year: year, month: month, dayOfMonth: day)?.description == wanted)
  }

  @Test(arguments: OtherCalendar.allCases)
  func `days follow one another through every month and year`(calendar: OtherCalendar) throws {
    var last: CalendarDate?
    for year in 1390...1450 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = calendar.day(year: year, month: month, dayOfMonth: day) else {
            #expect(day > 28)
            continue
          }
          if let last { #expect(date == last.adding(days: 1), "\(year)-\(month)-\(day)") }
          last = date
        }
      }
    }
  }

  @Test(arguments: [
    ("1405-09-08", "2026-11-29 (Persian"), ("1448-06-09", "2026-11-20 (civil Hijri"),
    ("0026-11-20", "2026-11-20"), ("1926-11-05", "2026"),
  ])
  func `a year of another time is refused, with what was probably meant`(
    text: String, hint: String
  ) throws {
    let today = try #require(CalendarDate("2026-12-01"))
    let date = try #require(CalendarDate(text))
    let refusal = try #require(DateBounds.recorded.refusal(of: date, today: today))
    #expect(refusal.rule == .dateYear)
    #expect(refusal.hint.text.contains(hint), "\(refusal.hint)")
  }

  @Test func `what happened may be longer ago than what was recorded`() throws {
    let today = try #require(CalendarDate("2026-12-01"))
    let long = try #require(CalendarDate("1971-05-01"))
    #expect(DateBounds.happened.refusal(of: long, today: today) == nil)
    #expect(DateBounds.recorded.refusal(of: long, today: today)?.rule == .dateYear)
    let longer = try #require(CalendarDate("1066-01-01"))
    #expect(DateBounds.happened.refusal(of: longer, today: today)?.rule == .dateYear)
    let tomorrow = today.adding(days: 1)
    #expect(DateBounds.figures.refusal(of: tomorrow, today: today)?.rule == .dateFuture)
    #expect(DateBounds.planned.refusal(of: tomorrow, today: today) == nil)
    let far = try #require(CalendarDate("9999-12-31"))
    #expect(DateBounds.planned.refusal(of: far, today: today)?.rule == .dateYear)
  }
}
