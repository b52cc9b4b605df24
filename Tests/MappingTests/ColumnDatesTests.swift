import Testing

@testable import Mapping

/// How the dates of a column are written, as its cells tell.
@Suite struct ColumnDatesTests {
  @Test(arguments: [
    (["2024-03-13", "2024-03-14"], ["iso8601"]), (["13/03/2024", "14/03/2024"], ["d/M/yyyy"]),
    (["03/13/2024", "03/14/2024"], ["M/d/yyyy"]), (["13-Mar-24", "1-Apr-24"], ["d-MMM-yy"]),
    (["13 March 2024", "1 April 2024"], ["d MMM yyyy"]),
    (["13 كانون الثاني 2024", "١ شباط ٢٠٢٤"], ["d MMM yyyy"]),
    (["13 марта 2024 г.", "1 апреля 2024 г."], ["d MMM yyyy 'г.'"]),
    (["45364", "45365.5"], ["excel"]), (["20240313", "20240314"], ["yyyyMMdd"]),
    (["13-3-24", "14-3-24"], ["d-M-yy"]), (["2024-3-13", "2024-3-4"], ["yyyy-M-d"]),
    (["01/13/2022 12:00:00 AM", "01/05/2022 12:00:00 AM"], ["M/d/yyyy h:mm:ss a"]),
    (["2024-03-13", "13/03/2024", "2024-03-15", "14/03/2024"], ["iso8601", "d/M/yyyy"]),
    (["13.03.2024", "14.03.2024"], ["d.M.yyyy"]),
  ])
  func `the form is found`(cells: [String], patterns: [String]) {
    let dates = ColumnDates(cells, isNamed: true)
    #expect(dates.patterns == patterns)
    #expect(dates.doubt == nil)
  }

  @Test(arguments: [
    (
      ["05/01/2022 12:00:00 AM", "06/02/2022 12:00:00 AM"], "d/M/yyyy h:mm:ss a",
      "M/d/yyyy h:mm:ss a"
    ),
    (["01/02/2024", "03/04/2024"], "d/M/yyyy", "M/d/yyyy"),
    (["1-2-24", "3-4-24"], "d-M-yy", "M-d-yy"),
  ])
  func `what no date tells is a doubt with both readings`(
    cells: [String], dayFirst: String, monthFirst: String
  ) throws {
    var dates = ColumnDates(cells, isNamed: true)
    let doubt = try #require(dates.doubt)
    #expect([doubt.dayFirst, doubt.monthFirst] == [dayFirst, monthFirst])
    #expect(doubt.example == cells[0])
    #expect(dates.isDayFirst == nil)
    dates.settle(isDayFirst: false)
    #expect(dates.patterns == [monthFirst])
    #expect(dates.doubt == nil)
  }

  @Test func `one form of a column settles the other`() {
    let dates = ColumnDates(
      ["01/02/2024", "03/04/2024", "05/06/2024", "13-3-24", "14-3-24"], isNamed: true)
    #expect(dates.patterns == ["d/M/yyyy", "d-M-yy"])
    #expect(dates.doubt == nil)
  }

  @Test(arguments: ["n/a", "-", "нет", "لا يوجد", "N/A", "—"])
  func `words for no date are kept apart`(word: String) {
    let dates = ColumnDates(["2024-03-13", word, "", "2024-03-14", word], isNamed: true)
    #expect(dates.patterns == ["iso8601"])
    #expect(dates.absent == [word])
  }

  @Test(arguments: [
    ["34", "35"], ["2021", "2022"], ["no water", "no lamp"], ["", ""], ["-", "n/a"],
    ["2024-03-13", "soon", "later"],
  ])
  func `other columns hold no dates`(cells: [String]) {
    #expect(!ColumnDates(cells, isNamed: true).areDates)
  }

  @Test func `a number is a day only where the header says so`() {
    #expect(!ColumnDates(["45364", "45365"], isNamed: false).areDates)
    #expect(!ColumnDates(["20240313", "20240314"], isNamed: false).areDates)
  }
}
