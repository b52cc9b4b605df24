import Foundation
import Testing

/// What others changed in the configuration is named when it comes in, whatever it is.
@Suite(.durability) struct SettingsInSyncTests {
  @Test(arguments: [
    ("areas.yml", "    parent: A01\n", "", "“parent” of A0101 is none instead of A01"),
    (
      "team.yml", "rana@example.org", "r.khalil@example.org",
      "“email” of rana is r.khalil@example.org"
    ),
    ("team.yml", "units: [north]", "units: [south]", "“units” of rana is south instead of north"),
    (
      "categories.yml", "group: thanks-and-questions", "group: assistance",
      "“group” of thanks is assistance instead of thanks-and-questions"
    ),
    ("register.yml", "Valley Relief", "Hill Relief", "“name” of register.yml is Hill Relief"),
    ("calendar.yml", "half-days: []", "half-days: [2026-12-24]", "“half-days” of calendar.yml is"),
    (
      "targets.yml", "escalate: manager", "escalate: admin",
      "“limits.thanks.escalate” of targets.yml is admin instead of manager"
    ),
  ])
  func `a value that others changed is named`(
    file: String, old: String, new: String, said: String
  ) throws {
    let team = try TeamCopies(["here", "there"])
    let path = "cases/" + file
    let text = try team[0].content(of: path)
    try #require(text.contains(old), "\(text)")
    try team[0].write(text.replacing(old, with: new, maxReplacements: 1), to: path)
    try team[0].done("adopt \(file)")
    try team[0].done("sync")
    let taken = try team[1].run("sync")
    let words = taken.errors.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(taken.status == 0 && words.contains(said), "\(taken)")
    #expect(words.contains("changed by"), "\(taken)")
  }
}
