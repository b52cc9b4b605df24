import Foundation
import Testing

/// Guards that need the roster, the clock or another copy.
@Suite struct LateGuardTests {
  @Test func `only a manager corrects a deadline or lowers the sensitivity`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("")
    for (line, rule) in [
      ("amend \(id) due 2030-01-01 --reason R", "amend.due"),
      ("amend \(id) due '' --reason R", "amend.due"),
      ("amend \(id) sensitivity open --reason R", "amend.sensitivity"),
      ("promise \(id) --what W --until 2020-01-01", "promise.until"),
      ("answer \(id) --text T --via sms", "answer.short-path"),
      ("amend \(id) subjects ghost --reason R", "code.unknown"),
    ] {
      let result = try register.run(line, as: "omar", checked: false)
      let status: Int32 = rule == "code.unknown" ? 64 : 1
      #expect(result.status == status && result.errors.contains("[\(rule)]"), "\(result)")
    }
    try register.done("amend \(id) sensitivity open --reason R", as: "huda")
  }

  @Test func `who is complained about does not register it`() throws {
    let register = try TemporaryRegister()
    let line = "new --category minor --channel sms --language en --text T --subject omar"
    let result = try register.run(line, as: "omar", checked: false)
    #expect(result.status == 1 && result.errors.contains("[subject.barred]"), "\(result)")
  }

  @Test func `an external id is taken once`() throws {
    let register = try TemporaryRegister()
    _ = try register.new("", "--external", "A-17")
    let line = "new --category minor --channel sms --language en --text T --external A-17"
    let result = try register.run(line, as: "omar", checked: false)
    #expect(result.status == 1 && result.errors.contains("[external.known]"), "\(result)")
  }

  @Test func `no second register is sent beside the one that is there`() throws {
    let team = try TeamCopies(["here"])
    let copy = team[0]
    try copy.git("branch -m other")
    let result = try copy.run("sync")
    #expect(result.status == 1 && result.errors.contains("[sync.branch]"), "\(result)")
  }

  @Test func `an edit that others have overtaken is not recorded`() throws {
    let team = try TeamCopies(["here", "there"])
    let path = "cases/team.yml"
    let text = try team[0].content(of: path)
    try team[1].write(text + "# theirs\n", to: path)
    try team[1].done("adopt team.yml")
    try team[1].done("sync")
    try team[0].write(text + "# mine\n", to: path)
    _ = try team[0].run("sync")
    let refused = try team[0].run("adopt team.yml")
    #expect(refused.status == 1 && refused.errors.contains("[adopt.overtaken]"), "\(refused)")
    #expect(try team[0].content(of: path).hasSuffix("# mine\n"))
    try team[0].write(text + "# theirs\n# mine\n", to: path)
    try team[0].done("adopt team.yml")
  }
}
