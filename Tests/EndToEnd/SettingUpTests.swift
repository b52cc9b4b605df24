import Foundation
import Testing

/// Areas, units, projects, organisations and members without editing YAML by hand.
@Suite struct SettingUpTests {
  private func file(_ name: String, of register: TemporaryRegister) throws -> String {
    try String(contentsOfFile: register.path + "/cases/" + name, encoding: .utf8)
  }

  @Test func `an entry is in force at once, and comments and order of the file stay`() throws {
    let register = try TemporaryRegister()
    for (command, name) in [
      ("area add A03 --in A01 --name 'Far village' --name 'ar=القرية البعيدة'", "areas.yml"),
      ("unit add far --name 'Far office'", "areas.yml"),
      ("project add WASH-02 --name 'Pipes: north'", "areas.yml"),
      ("partner add clinic --name Clinic --name ru=Клиника", "register.yml"),
      ("member add rima --name 'Rima Haddad' --role handler --unit far", "team.yml"),
    ] {
      let before = try file(name, of: register).split(separator: "\n")
      let result = try register.done(command, as: "huda")
      #expect(result.output.contains("is recorded and in force"), "\(result)")
      #expect(try register.commit().subject == "configuration: \(name)")
      let after = try file(name, of: register).split(separator: "\n")
      #expect(after.filter(before.contains).count >= before.count, "\(after)")
    }
    let id = try register.new("--area A03 --unit far --project WASH-02")
    try register.done("assign \(id) rima", as: "omar")
    try register.done("start \(id)", as: "rima")
    try register.done("refer \(id) --to clinic --consent yes", as: "rima")
    #expect(
      try register.done("codes areas --json").json.list.last?["labels"]["ar"] == "القرية البعيدة")
    #expect(try register.done("list --area A01 --json").json.list.count == 1)
    #expect(try register.done("check").output.hasPrefix("everything is in order"))
  }

  @Test(arguments: [
    ("area add A01 --name x", 64, "the area “A01” is there already"),
    ("area add 'Far Valley' --name x", 64, "such as far-valley"),
    ("area add A09", 64, "the name is missing"),
    ("area add A09 --name de=Tal", 64, "no language of this register"),
    ("area add A09 --name en=a --name b", 64, "two names in “en”"),
    ("area add A09 --name x --in nowhere", 64, "there is no area “nowhere”"),
    ("unit add north --name x", 64, "the unit “north” is there already"),
    ("member add rana --name R --role handler", 64, "is there already"),
    ("member add rima --name R", 64, "missing: --role"),
    ("member add rima --name R --role queen", 64, "“queen” is no role"),
    ("member add Rima:R:handler", 64, "is no member id"),
    ("member add rima:R:handler --name R", 64, "stand in"),
    ("member add rima --name R --role handler --unit far", 64, "there is no unit “far”"),
    ("member add rima --name R --role handler --email nonsense", 64, "no e-mail address"),
  ])
  func `what does not fit is told, and nothing is changed`(
    line: String, status: Int, words: String
  ) throws {
    let register = try TemporaryRegister()
    let result = try register.run(line, as: "huda")
    #expect(result.status == Int32(status) && result.errors.contains(words), "\(result)")
    #expect(result.errors.contains("  hint: "), "\(result)")
  }

  @Test func `who may not change the roster may not add to it`() throws {
    let register = try TemporaryRegister()
    let line = "member add rima --name R --role manager"
    let result = try register.run(line, as: "omar")
    #expect(result.status == 1 && result.errors.contains("[team.roster]"), "\(result)")
    try register.done(line, as: "karim")
  }

  @Test func `a file that was edited by hand is not written over`() throws {
    let register = try TemporaryRegister()
    let path = register.path + "/cases/areas.yml"
    let edited = try file("areas.yml", of: register) + "# more to come\n"
    try edited.write(toFile: path, atomically: false, encoding: .utf8)
    let result = try register.run("area add A09 --name x --as huda", checked: false)
    #expect(result.status == 1, "\(result)")
    #expect(result.errors.contains("adopt cases/areas.yml"), "\(result)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == edited)
  }

  @Test func `a file in another hand's form is left to that hand`() throws {
    let register = try TemporaryRegister()
    let path = register.path + "/cases/areas.yml"
    let flow = "areas: [{code: A01}, {code: A0101, parent: A01}, {code: A02}]\n"
    let rest = try file("areas.yml", of: register)
    let units = try #require(rest.firstRange(of: "units:"))
    try (flow + rest[units.lowerBound...]).write(toFile: path, atomically: false, encoding: .utf8)
    try register.done("adopt areas.yml", as: "huda")
    let result = try register.run("area add A09 --name x", as: "huda")
    #expect(result.status == 1 && result.errors.contains("[configuration.plain]"), "\(result)")
    #expect(result.errors.contains("`daftar adopt areas.yml`"), "\(result)")
  }
}
