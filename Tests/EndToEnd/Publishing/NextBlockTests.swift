import Foundation
import Testing

/// What comes after the closed blocks: `plan` says what `close` does, and publishing never stops.
@Suite struct NextBlockTests {
  private func closed() throws -> TemporaryRegister {
    let register = try PublishingScene().register
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    return register
  }

  private func adopt(
    _ register: TemporaryRegister, _ old: String, _ new: String, now: String
  ) throws -> Result {
    try register.edit("cases/publication.yml") { $0.replacing(old, with: new) }
    return try register.run("adopt publication.yml", as: "huda", now: now, checked: false)
  }

  @Test(arguments: [
    ("month", "2026-08-22T09:00:00Z", "2026-07"), ("half", "2027-01-21T09:00:00Z", "2026-S2"),
    ("year", "2027-01-21T09:00:00Z", "2026-S2"),
  ])
  func `a new length of blocks begins on the first day that is not counted yet`(
    length: String, day: String, next: String
  ) throws {
    let register = try closed()
    let now = PublishingScene.summer
    #expect(try adopt(register, "block: quarter", "block: \(length)", now: now).status == 0)
    let plan = try register.done("publish plan", now: day).output
    #expect(plan.contains("Due now: \(next): `daftar publish close`"), "\(plan)")
    #expect(try register.done("publish close", as: "huda", now: day).lines == [next])
    try register.done("publish check", now: day)
    try register.done("site build", now: day)
    #expect(
      FileManager.default.fileExists(atPath: register.path + "/public/en/\(next)/index.html"))
    // The next one is a whole one.
    let after = try register.done("publish plan", now: day).output
    let whole = ["month": "2026-08", "half": "2027-S1", "year": "2027"][length] ?? ""
    #expect(after.contains("Next: \(whole), closes on"), "\(after)")
  }

  @Test(arguments: [
    ("\nthreshold: 5", "\nthreshold: 4", "threshold is 4, but was 5 in an earlier block"),
    ("\nwidth: 6", "\nwidth: 5", "width is 5, but was 6 in an earlier block"),
    ("\nthreshold: 5", "\nthreshold: 2", "at least 3"),
  ])
  func `a plan with which no block can be closed is not adopted, and plan says so`(
    old: String, new: String, words: String
  ) throws {
    let register = try PublishingScene().register
    try register.edit("cases/publication.yml") { $0.replacing("\nwidth: 5", with: "\nwidth: 6") }
    try register.git("commit", "-qam", "a wider one")
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    let refused = try adopt(register, old, new, now: PublishingScene.now)
    #expect(refused.status == 1 && refused.errors.contains(words), "\(refused)")
    #expect(refused.errors.contains("cases/publication.yml:"), "\(refused)")
    // Whoever commits it with git is told by `plan` what `close` refuses.
    try register.git("commit", "-qam", "weaker")
    let plan = try register.run("publish plan", now: PublishingScene.now, checked: false)
    #expect(!plan.output.contains("Due now"), "\(plan)")
    let close = try register.run(
      "publish close", as: "huda", now: PublishingScene.now, checked: false)
    #expect(close.status == 1, "\(close)")
    for result in [plan, close] { #expect(result.errors.contains(words), "\(result)") }
    // What the hint advises.
    #expect(try adopt(register, new, old, now: PublishingScene.now).status == 0)
    #expect(
      try register.done("publish close", as: "huda", now: PublishingScene.now).lines == ["2026-Q3"])
  }

  @Test func `periods that wait for more cases are named with what they are merged with`() throws {
    let register = try TemporaryRegister()
    let (table, map) = (register.folder + "/few.csv", register.folder + "/few.map.yml")
    let rows = (1...4).map { "\($0),2026-04-0\($0)" } + (5...11).map { "\($0),2026-09-02" }
    try ("ID,Date\n" + rows.joined(separator: "\n") + "\n")
      .write(toFile: table, atomically: false, encoding: .utf8)
    try """
    defaults: {channel: web, language: en, category: minor}
    external: {prefix: few-, column: "ID"}
    columns:
      - {column: "Date", as: coded, to: received, format: "iso8601"}

    """.write(toFile: map, atomically: false, encoding: .utf8)
    try register.done("import csv \(table) --map \(map)", as: "huda", now: PublishingScene.now)
    let autumn = "2026-10-02T09:00:00Z"
    let waits =
      "2026-Q2 is over and waits: it has 4 cases, and a block needs 10; it is closed as a part of "
      + "2026-Q2-to-2026-Q3"
    let plan = try register.done("publish plan", now: autumn).output
    #expect(plan.contains("Next: 2026-Q2-to-2026-Q3, closes on 2026-10-21"), "\(plan)")
    #expect(plan.contains(waits), "\(plan)")
    let close = try register.done("publish close", as: "huda", now: autumn)
    #expect(close.errors.contains("no block is due: 2026-Q2-to-2026-Q3 closes on 2026-10-21"))
    #expect(close.errors.contains(waits), "\(close)")
    let later = try register.done("publish close", as: "huda", now: PublishingScene.now)
    #expect(later.lines == ["2026-Q2-to-2026-Q3"])
  }
}
