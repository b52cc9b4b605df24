import CaseModel
import Disclosure
import Testing
import Text

/// Who counts as one person, and what a plan has that says nothing.
@Suite struct ComplainantsTests {
  private func ids(_ count: Int) throws -> [CaseID] {
    var generator = SeededGenerator(seed: 7)
    return try (0..<count).map { _ in
      try #require(CaseID.make(year: 2026, month: 1, using: &generator))
    }
  }

  private func made(_ id: CaseID, _ change: (inout Case) -> Void = { _ in }) -> Case {
    let day = CalendarDate(day: 20_777)
    var theCase = Case(
      Registration(
        caseID: id, category: "minor", themes: ["other"], sensitivity: .internal, priority: .normal,
        channel: "sms", language: "en", received: day, receivedBy: "omar", due: day,
        consent: .notAsked, title: "A title"), registered: day)
    change(&theCase)
    return theCase
  }

  @Test func `cases that follow each other are of one person, however long the chain`() throws {
    let ids = try ids(5)
    let cases = [
      made(ids[0]), made(ids[1]) { $0.follows = ids[0] }, made(ids[2]) { $0.follows = ids[1] },
      made(ids[3]) { $0.duplicateOf = ids[2] }, made(ids[4]),
    ]
    let complainants = Complainants(cases)
    #expect(Set(cases[..<4].map { complainants.key(of: $0) }) == ["\(ids[0])"])
    #expect(complainants.key(of: cases[4]) == nil)
  }

  @Test func `links that lead in a circle are of one person too, and so is what leads there`()
    throws
  {
    let ids = try ids(4)
    let cases = [
      made(ids[0]) { $0.follows = ids[1] }, made(ids[1]) { $0.duplicateOf = ids[2] },
      made(ids[2]) { $0.follows = ids[0] }, made(ids[3]) { $0.follows = ids[1] },
    ]
    let complainants = Complainants(cases)
    let keys = Set(cases.map { complainants.key(of: $0) })
    #expect(keys.count == 1 && keys.first != .some(nil))
  }

  @Test func `repeated complaints without a link are taken for one person's`() throws {
    let ids = try ids(3)
    let cases = [
      made(ids[0]) { $0.isRepeated = true }, made(ids[1]) { $0.isRepeated = true }, made(ids[2]),
    ]
    let complainants = Complainants(cases)
    #expect(complainants.key(of: cases[0]) == complainants.key(of: cases[1]))
    #expect(complainants.key(of: cases[0]) != nil && complainants.key(of: cases[2]) == nil)
  }

  @Test func `bands that end below eighteen are those of children`() {
    #expect(
      CodeBook.ages(of: ["0-4", "12-17", "18-25", "12-18", "60-plus", "unknown"])
        == [
          "0-4": "child", "12-17": "child", "18-25": "adult", "12-18": "adult", "60-plus": "adult",
        ])
  }

  @Test func `a plan that says nothing has the usual limits`() throws {
    let plan = try PublicationPlan(tables: [["channel"]])
    let said = try PublicationPlan(
      threshold: 5, sensitiveThreshold: 10, width: 5, minDenominator: 10, minMedian: 20,
      block: "quarter", graceDays: 21, maxHidden: 0.4, tables: [["channel"]])
    #expect(plan == said)
  }
}
