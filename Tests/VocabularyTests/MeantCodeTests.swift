import CaseFormat
import CaseModel
import Diagnostics
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

  private func configuration() throws -> Configuration {
    let files = [
      "register.yml": "format: 1\nname: T\ntime-zone: UTC\nlanguages: [en, ru]\n",
      "team.yml": "members: [{id: omar, name: Omar, roles: [intake]}]\n",
      "areas.yml": "areas: [{code: A1}]\n", "targets.yml": "", "calendar.yml": "",
      "publication.yml": "",
      "categories.yml": """
      categories:
        - {code: minor, group: c, sensitivity: internal, priority: normal, labels: {en: Small, ru: Малая}}
        - {code: major, group: c, sensitivity: internal, priority: high, labels: {en: Large, ru: Малая}}
        - {code: small, group: c, sensitivity: internal, priority: high, labels: {en: Tiny}}
      themes: [{code: other}]
      channels: [{code: box}]
      """,
    ]
    return try Configuration.reading { path in files[path].map { Array($0.utf8) } }
  }

  @Test(
    arguments: [
      ("minor", "minor"), ("MINOR", "minor"), ("Tiny", "small"), ("large", "major"),
      // A code is itself, whatever else is called so.
      ("small", "small"),
    ])
  func `a name that one code alone has is taken for it`(word: String, code: String) throws {
    #expect(try configuration().code(meant: word, in: .categories) == code)
  }

  @Test(
    arguments: [
      ("Малая", "it can mean “minor” (Small) or “major” (Large)"), ("majr", "did you mean “major”"),
      ("Huge thing", "known: “minor” (Small)"), ("", "known: "),
    ])
  func `else it is said what can be meant`(word: String, hint: String) throws {
    let refusal = #expect(throws: Refusal.self) {
      try configuration().code(meant: word, in: .categories)
    }
    #expect(refusal.map { "\($0.hint)".contains(hint) } == true, "\(String(describing: refusal))")
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
