import Foundation
import Testing

/// How long a block should be: what the program proposes, and what it says of each length.
@Suite struct BlockLengthTests {
  @Test(arguments: ["publish plan", "publish preview"])
  func `each length is tried on the register's own cases`(command: String) throws {
    let register = try PublishingScene().register
    let output = try register.done(command, now: PublishingScene.now).output
    #expect(output.contains("What blocks of each length show of these cases:"), "\(output)")
    let rows = output.split(separator: "\n").map(String.init)
    let quarter = try #require(rows.first { $0.hasPrefix("quarter ") }, "\(output)")
    #expect(quarter.contains("2026-Q3") && quarter.contains(" of 7"), "\(quarter)")
    #expect(rows.contains { $0.hasPrefix("half ") && $0.contains("2026-S1") }, "\(output)")
    // No case of the year before is there.
    #expect(!rows.contains { $0.hasPrefix("year ") })
    #expect(rows.contains("There is no whole period of a year with enough cases yet."), "\(output)")
    #expect(output.contains("A block is a quarter, which fits "), "\(output)")
  }

  @Test func `a length that does not fit is named with the one that does`() throws {
    let register = try PublishingScene().register
    try register.edit("cases/publication.yml") {
      $0.replacing("block: quarter", with: "block: half")
    }
    try register.done("adopt publication.yml", as: "huda", now: PublishingScene.now)
    let output = try register.done("publish plan", now: PublishingScene.now).output
    #expect(output.contains("A block is a half-year; a quarter fits "), "\(output)")
    #expect(output.contains("`block: quarter` in cases/publication.yml"), "\(output)")
  }

  @Test(arguments: [("100", "year", "9 by year"), ("200", "half", "15 by half-year")])
  func `init begins with the length that fits the cases of a year`(
    cases: String, length: String, words: String
  ) throws {
    let register = try TemporaryRegister(empty: ())
    let made = try register.run(
      "init register --demo --name Valley --member a:A:manager --cases-a-year \(cases)")
    #expect(made.status == 0 && made.errors.contains(words), "\(made)")
    let plan = try String(
      contentsOfFile: register.path + "/cases/publication.yml", encoding: .utf8)
    #expect(plan.contains("\nblock: \(length)\n"))
  }

  @Test func `no number of cases is refused before anything is made`() throws {
    let register = try TemporaryRegister(empty: ())
    let refused = try register.run(
      "init register --demo --name Valley --member a:A:manager --cases-a-year 0", checked: false)
    #expect(refused.status == 64, "\(refused)")
    #expect(!FileManager.default.fileExists(atPath: register.path))
  }
}
