import Foundation
import Testing

/// A day that is named afterwards improves no figure.
@Suite struct RecordedLateTests {
  private static let late = "2026-12-01T09:00:00Z"

  private func statistics(_ register: TemporaryRegister) throws -> JSON {
    try register.done("stats --json --as-of 2026-12-01", now: Self.late).json
  }

  @Test(arguments: [
    "resolve CASE --outcome not-upheld --reason told --via desk --on 2026-11-10",
    "close CASE --outcome withdrawn --reason 'They took it back.' --on 2026-11-10",
  ])
  func `an ending that was recorded after the 15 days counts as late, and is listed`(
    command: String
  ) throws {
    let register = try TemporaryRegister()
    let line = { (id: String) in command.replacing("CASE", with: id) }
    // Written down within the 15 days, it counts by its own day.
    let inTime = try register.new("--received 2026-11-02", now: "2026-11-03T09:00:00Z")
    try register.done(
      "assign \(inTime) omar --on 2026-11-04", as: "omar", now: "2026-11-16T09:00:00Z")
    try register.done(line(inTime), as: "omar", now: "2026-11-16T09:00:00Z")
    let id = try register.new("--received 2026-11-02", now: "2026-11-03T09:00:00Z")
    try register.done("assign \(id) omar --on 2026-11-04", as: "omar", now: Self.late)
    try register.done(line(id), as: "omar", now: Self.late)
    #expect(try register.json(id)["closed"] == "2026-11-10")
    let said = try statistics(register)
    for figure in ["K05", "K05b", "K05f"] {
      #expect(said[figure]["denominator"] == 2 && said[figure]["numerator"] == 1, "\(figure)")
    }
    #expect(said["recorded_late"].list.count == 1)
    #expect(said["recorded_late"][0]["case"].text == id)
    #expect(said["recorded_late"][0]["closed"] == "2026-11-10")
    #expect(said["recorded_late"][0]["recorded"] == "2026-12-01")
    let page = try register.done("stats --as-of 2026-12-01", now: Self.late).output
    #expect(page.contains("\(id)  closed on 2026-11-10, recorded on 2026-12-01"), "\(page)")
    // On a day before the recording the case was open, and stays so for ever.
    let before = try register.done("stats --json --as-of 2026-11-25", now: Self.late).json
    #expect(before["K09"]["value"] == 1 && before["K05"]["numerator"] == 1)
    #expect(before["recorded_late"].list.isEmpty)
    #expect(try register.done("check").status == 0)
  }

  @Test func `opened again and closed with an earlier day, both endings are judged`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-02", now: "2026-11-03T09:00:00Z")
    try register.done("assign \(id) omar", as: "omar", now: "2026-11-04T09:00:00Z")
    let answer = "resolve \(id) --outcome not-upheld --reason told --via desk"
    try register.done(answer, as: "omar", now: "2026-11-10T09:00:00Z")
    try register.done(
      "reopen \(id) --reason 'More is known.' --due 2026-12-10", as: "huda",
      now: "2026-11-12T09:00:00Z")
    try register.done(answer + " --on 2026-11-13", as: "omar", now: Self.late)
    let said = try statistics(register)
    #expect(said["K05"]["numerator"] == 0 && said["K05f"]["numerator"] == 1)
    #expect(said["recorded_late"].list.count == 1)
  }

  @Test(arguments: [
    ("start CASE", "2026-11-18"), ("decide CASE --outcome not-upheld --reason r", "2026-11-10"),
    ("resolve CASE --outcome not-upheld --reason r --via desk", "2026-11-18"),
  ])
  func `no step is recorded with a day before the one that it follows`(
    command: String, day: String
  ) throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-02", now: "2026-11-03T09:00:00Z")
    try register.done("assign \(id) omar --on 2026-11-19", as: "omar", now: Self.late)
    let line = command.replacing("CASE", with: id)
    let refused = try register.run("\(line) --on \(day)", as: "omar", now: Self.late)
    #expect(refused.status == 1 && refused.errors.contains("[date.order]"), "\(refused)")
    #expect(refused.errors.contains("daftar undo \(id)"), "\(refused)")
    try register.done("\(line) --on 2026-11-19", as: "omar", now: Self.late)
  }

  @Test func `what another step does not need may be older`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-02", now: "2026-11-03T09:00:00Z")
    try register.done("assign \(id) omar", as: "omar", now: Self.late)
    try register.done(
      "close \(id) --outcome withdrawn --reason 'By telephone.' --on 2026-11-28", as: "omar",
      now: Self.late)
    #expect(try register.json(id)["closed"] == "2026-11-28")
  }

  @Test func `what was imported keeps its dates`() throws {
    let register = try TemporaryRegister()
    try "ID,Date,Done,Text\n1,2026-11-02,2026-11-10,The tap is dry.\n".write(
      toFile: register.folder + "/log.csv", atomically: false, encoding: .utf8)
    try """
    defaults: {category: minor, channel: web, language: en}
    external: {prefix: log-, column: "ID"}
    columns:
      - {column: "Date", as: coded, to: received, format: "iso8601"}
      - {column: "Done", as: coded, to: closed, format: "iso8601"}
      - {column: "Text", as: text, to: narrative}

    """.write(toFile: register.folder + "/map.yml", atomically: false, encoding: .utf8)
    let folder = register.folder
    try register.done(
      "import csv \(folder)/log.csv --map \(folder)/map.yml", as: "omar", now: Self.late)
    let said = try statistics(register)
    #expect(said["K05"]["denominator"] == 1 && said["K05"]["numerator"] == 1)
    #expect(said["recorded_late"].list.isEmpty)
  }

  @Test func `an overdue case that is raised stays open and overdue in the figures`() throws {
    let team = try SealedTeam()
    let (omar, huda) = (team.seat("omar"), team.seat("huda"))
    let ids = try team.complaints(3, raisedAt: ["2026-11-10T09:00:00Z", Self.late])
    for seat in [omar, huda] {
      let stats = try seat.done("stats --json --as-of 2026-12-01", now: Self.late).json
      #expect(stats["K09"]["value"] == 2)
      #expect(stats["K10"]["numerator"] == 2 && stats["K10"]["denominator"] == 2)
      let listed = stats["raised_open"].list
      #expect(Set(listed.compactMap(\.["case"].text)) == Set(ids.prefix(2)))
      #expect(listed.first { $0["case"].text == ids[0] }?["counted"] == .boolean(false))
      #expect(listed.first { $0["case"].text == ids[1] }?["counted"] == .boolean(true))
      let page = try seat.done("stats --as-of 2026-12-01", now: Self.late).output
      #expect(page.contains("Raised among the open cases"), "\(page)")
    }
  }
}
