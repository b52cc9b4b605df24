import Foundation
import Testing

/// A register keeps its format until a manager raises it, and can be read whatever its format is.
@Suite struct FormatTests {
  let register: TemporaryRegister

  init() throws { register = try TemporaryRegister(staged: ()) }

  private func settings() throws -> String {
    try String(contentsOfFile: register.path + "/cases/register.yml", encoding: .utf8)
  }

  private func events(_ id: String) throws -> [JSON] { try register.json(id)["events"].list }

  /// Turns the register into one of a later format, as a later program might write it.
  private func makeLater() throws -> String {
    let id = try Stage.inProgress.id
    try register.edit("cases/register.yml") {
      $0.replacing("format: 1", with: "format: 7\nkeeper: {name: Amal, since: 2027}")
        .replacing("layout: month", with: "layout: week")
    }
    try register.edit("cases/team.yml") {
      $0.replacing("members:", with: "rota: [omar]\nmembers:")
        .replacing("roles: [intake", with: "roles: [mediator, intake")
    }
    try register.edit(register.file(of: id)) {
      $0.replacing("state: in-progress", with: "state: mediated\nmediator: rana")
    }
    try register.git("commit", "-qam", "register: format 7")
    return id
  }

  @Test func `a manager raises the format, in one commit that changes no case`() throws {
    let id = try Stage.inProgress.id
    let before = try register.git("ls-tree", "-r", "HEAD", "cases/2026").output
    let head = try register.head()
    let result = try register.done("upgrade --yes", as: "huda")
    #expect(result.output == "the register has format 2 from now on\n")
    #expect(try register.git("rev-parse", "HEAD^").word == head)
    #expect(try register.git("ls-tree", "-r", "HEAD", "cases/2026").output == before)
    #expect(try register.git("diff", "--stat", "HEAD^").output.contains("1 file changed"))
    let text = try settings()
    #expect(text.contains("\nformat: 2\nid: "))
    #expect(try register.done("check").status == 0)
    // What follows is recorded in the new format, beside what was there.
    try register.done("note", id, "--text", "Called again.", as: "rana")
    let formats = try events(id).map { $0["format"].integer }
    #expect(formats.dropLast().allSatisfy { $0 == nil } && formats.last == 2)
    let new = try register.new()
    let own = try #require(text.split(separator: "\n").first { $0.hasPrefix("id: ") })
    #expect(try events(new).first?["register"].text == String(own.dropFirst(4)))
    #expect(try register.done("check").status == 0)
  }

  @Test func `the id is the same in every copy, and a second upgrade does nothing`() throws {
    let other = try TemporaryRegister(empty: ())
    try register.git("clone", "-q", register.path, other.path)
    for copy in [register, other] { try copy.done("upgrade --yes", as: "huda") }
    #expect(
      try settings()
        == String(contentsOfFile: other.path + "/cases/register.yml", encoding: .utf8))
    let again = try register.run("upgrade --yes", as: "huda")
    #expect(again.status == 1 && again.errors.contains("has format 2 already"))
  }

  @Test func `nobody but a manager raises the format, and not without a word`() throws {
    let refused = try register.run("upgrade --yes", as: "omar")
    #expect(refused.status == 1 && refused.errors.contains("[upgrade.role]"))
    let unasked = try register.run("upgrade", as: "huda")
    #expect(unasked.status == 64 && unasked.errors.contains("--yes"))
    #expect(try settings().contains("format: 1\n"))
  }

  @Test func `a register in a later format is read, said to be so, and not written`() throws {
    let id = try makeLater()
    for line in [
      "list", "list --json", "show \(id)", "show --json \(id)", "log \(id)", "log",
      "search shade", "stats --as-of 2026-11-21", "check", "site build --internal --out ../pages",
    ] {
      let result = try register.run(line)
      #expect(result.status == 0, "\(result)")
      #expect(result.errors.contains("format 7, newer than this program"), "\(result)")
    }
    let listed = try register.run("list --json").json.list.map { $0["case"].text }
    #expect(listed.contains(id))
    // What is not known is named, with its line.
    let check = try register.run("check")
    for words in [
      "register.yml:", "“keeper” is unknown", "“rota” is unknown", "“mediator” is no role",
    ] {
      #expect((check.output + check.errors).contains(words), "\(check)")
    }
    for line in [
      "note \(id) --text Seen.", "new --category minor --channel sms --language en --text Seen.",
      "upgrade --yes", "adopt team.yml",
    ] {
      let refused = try register.run(line, as: "huda")
      #expect(refused.status == 1, "\(refused)")
      #expect(refused.errors.contains("install a newer daftar"), "\(refused)")
    }
  }

  @Test func `an unknown key of the present format is passed over, and refused at the door`() throws
  {
    try register.done("upgrade --yes", as: "huda")
    try register.edit("cases/team.yml") { $0.replacing("members:", with: "rota: [omar]\nmembers:") }
    let refused = try register.run("adopt team.yml", as: "huda", checked: false)
    #expect(refused.status == 1 && refused.errors.contains("“rota” is unknown"))
    try register.git("commit", "-qam", "with git")
    #expect(try register.done("list").errors == "")
    _ = try register.new()
    let check = try register.run("check")
    #expect((check.output + check.errors).contains("“rota” is unknown; it is passed over"))
  }

  @Test func `what a newer program says beside the present format stays, in every copy`() throws {
    let team = try TeamCopies(["here", "there"])
    try team[0].done("upgrade --yes", as: "huda")
    for index in [0, 1] { _ = try team[index].run("sync", as: "omar") }
    for file in ["register.yml", "team.yml", "targets.yml", "publication.yml", "areas.yml"] {
      let path = "cases/\(file)"
      try team[0].write("later: yes\n" + team[0].content(of: path), to: path)
    }
    try team[0].edit("cases/publication.yml", "\nthreshold: 5", "\nthreshold: 6")
    try team[0].edit("cases/publication.yml", "\nwidth: 5", "\nwidth: 6")
    try team[0].git("commit -qam newer")
    try team[0].git("push -q origin HEAD")
    for copy in [team[1], team[0]] {
      let synced = try copy.run("sync", as: "omar")
      #expect(synced.status == 0 && !synced.errors.contains("set aside"), "\(synced)")
      #expect(try copy.git("log -1 --format=%s").word == "newer")
      #expect(
        try copy.run("check", as: "omar").errors.contains("“later” is unknown; it is passed over"))
      let plan = try copy.run("publish plan", as: "huda")
      #expect(plan.output.contains("fewer than 6 persons"), "\(plan)")
    }
  }

  @Test func `the format and the id are not changed by hand`() throws {
    try register.done("upgrade --yes", as: "huda")
    for (old, new) in [("format: 2", "format: 1"), ("id: ", "id: 0123456789abcdef # ")] {
      try register.edit("cases/register.yml") { $0.replacing(old, with: new, maxReplacements: 1) }
      let refused = try register.run("adopt register.yml", as: "huda", checked: false)
      #expect(refused.status == 1 && refused.errors.contains("[adopt.fixed]"), "\(refused)")
      try register.git("checkout", "--", "cases/register.yml")
    }
  }

  @Test func `a case of another register is named`() throws {
    try register.done("upgrade --yes", as: "huda")
    let other = try TemporaryRegister()
    try other.edit("cases/register.yml") {
      $0.replacing("format: 1", with: "format: 2\nid: 0123456789abcdef")
    }
    try other.git("commit", "-qam", "another register")
    let foreign = try other.new()
    let file = other.file(of: foreign)
    try FileManager.default.createDirectory(
      atPath: register.path + "/cases/2026/11", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: other.path + "/" + file, toPath: register.path + "/" + file)
    try register.git("add", "-A")
    try register.git("commit", "-qm", "copied")
    let check = try register.run("check")
    #expect(
      check.status == 1 && (check.output + check.errors).contains("began in another register"))
  }
}
