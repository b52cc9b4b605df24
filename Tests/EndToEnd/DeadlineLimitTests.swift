import Foundation
import Testing

/// No step gives a case more time than its category has.
@Suite struct DeadlineLimitTests {
  @Test func `opened again, a case has no longer than a new one`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-10-01")
    try register.done("close \(id) --outcome withdrawn --reason 'They took it back.'", as: "omar")
    let reopen = "reopen \(id) --reason 'They came back.'"
    for day in ["2035-12-31", "2026-12-22"] {
      let refused = try register.run(reopen + " --due \(day)", as: "huda")
      #expect(refused.status == 1 && refused.errors.contains("[reopen.longest]"), "\(refused)")
      #expect(refused.errors.contains("give a day up to 2026-12-21"), "\(refused)")
    }
    try register.done(reopen + " --due 2026-12-21", as: "huda")
    #expect(try register.json(id)["due"] == "2026-12-21")
  }

  @Test(arguments: ["2026-12-20", "2027-03-01"])
  func `once the deadline passed, no day is asked for`(day: String) throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.inProgress.id
    let late = "2026-12-10T09:00:00Z"
    let refused = try register.run(
      "extend \(id) --until \(day) --reason Snow", as: "rana", now: late)
    #expect(refused.errors.contains("[extend.before-due]"), "\(refused)")
    #expect(!refused.errors.contains("give a"), "\(refused)")
    let amended = try register.run("amend \(id) due \(day) --reason Snow", as: "omar", now: late)
    #expect(amended.errors.contains("[amend.due]"), "\(amended)")
    #expect(!amended.errors.contains("daftar extend"), "\(amended)")
  }
}
