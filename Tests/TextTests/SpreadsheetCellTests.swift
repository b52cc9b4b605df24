@testable import Text
import Testing

@Suite struct SpreadsheetCellTests {
  @Test(arguments: [
    ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"), ("+1+1", "'+1+1"), ("-2+3", "'-2+3"),
    ("@SUM", "'@SUM"),
    ("\tx", "'\tx"), ("\rx", "'\rx"), ("x;=1+1", "x;'=1+1"), ("x; =1+1", "x; '=1+1"),
    ("5-11", "'5-11"), ("5/11", "'5/11"),
    ("1.2.2026", "'1.2.2026"), ("05-11-2026", "'05-11-2026"), ("11 Nov", "'11 Nov"),
    ("Nov 5", "'Nov 5"), ("12-Mar", "'12-Mar"), ("March 2026", "'March 2026"),
    ("21 November 2026", "'21 November 2026"), ("5 мая", "'5 мая"), ("مارس 2026", "'مارس 2026"),
    ("1:30", "'1:30"), ("09:00:15", "'09:00:15"), ("1e5", "'1e5"), ("2.5E-3", "'2.5E-3"),
  ])
  func `nothing runs and nothing becomes a date`(cell: String, wanted: String) {
    #expect(SpreadsheetCell.safe(cell) == wanted)
  }

  @Test(arguments: [
    "", "12", "-5", "+963", "2.5", "2026-11-21", "2026-11", "2026-Q3", "60+", "over-60", "RV01",
    "2607-RZJK-WR8P", "Water at site 14", "a-b", "north-east",
    "March", "May day 5", "Mary 5", "site 5 March camp", "Ramadan 2026", "e5", "5e",
    "1:30 pm queue", "Phase 1: 30 tents",
  ])
  func `numbers, dates and words stay as they are`(cell: String) {
    #expect(SpreadsheetCell.safe(cell) == cell)
  }

  @Test(arguments: [
    ("5-11", "5 to 11"), ("0-3", "0 to 3"), ("18-59", "18 to 59"), ("60+", "60+"), ("a", "a"),
  ])
  func `only the code of a band is spelled otherwise`(code: String, wanted: String) {
    #expect(SpreadsheetCell.ofCode(code) == wanted)
    #expect(SpreadsheetCell.safe(wanted) == wanted)
  }

  @Test(arguments: ["5-11", "0-3", "60+", "open", "over-60", "north", "5-11-2"])
  func `a code is read back from how it was written`(code: String) {
    #expect(SpreadsheetCell.code(SpreadsheetCell.band(code) ?? code) == code)
  }
}
