import CaseModel
import Testing
import Vocabulary

/// What somebody means who types a name where a code is meant.
@Suite struct MeantCodeTests {
  private static let bands = ["0-4", "5-17", "18-59", "60+"]

  @Test(arguments: [
    ("0", "0-4"), ("4", "0-4"), ("5", "5-17"), ("17", "5-17"), ("18", "18-59"), ("59", "18-59"),
    ("60", "60+"), ("130", "60+"), ("131", nil), ("999", nil), ("1000", nil), ("-1", nil),
    ("", nil), ("34 ", nil), ("٣٤", nil), ("18-59", nil), ("3.5", nil),
  ])
  func `an age in years is of one band`(years: String, band: String?) {
    #expect(AgeBand.code(ofYears: years, in: Self.bands) == band)
  }

  @Test func `bands that are none hold no age`() {
    #expect(AgeBand.code(ofYears: "30", in: ["adult", "59-18", "18-", "-", "x+", "200+"]) == nil)
    #expect(AgeBand.code(ofYears: "30", in: []) == nil)
  }

  @Test(arguments: CodeList.all)
  func `a list answers to its name and to the name of one of its things`(list: CodeList) {
    #expect(CodeList(named: list.listName) == list)
    #expect(CodeList(named: list.listName.uppercased()) == list)
    #expect(CodeList(named: list.noun) != nil)
  }

  @Test(arguments: ["", "colours", "areas ", "area s"])
  func `another word names no list`(word: String) {
    #expect(CodeList(named: word) == nil)
  }
}
