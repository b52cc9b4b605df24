import Foundation
import Testing

/// Who acts, where, and when.
@Suite struct WhoActsTests {
  private let note = "note CASE --text Words"

  private func lastAuthor(_ register: TemporaryRegister, _ id: String) throws -> String? {
    try register.json(id)["events"].list.last?["by"].text
  }

  @Test func `the option comes before the variable, the variable before git's address`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    let line = note.replacing("CASE", with: id)
    try register.git("config", "user.email", "Rana@Example.org")
    try register.done(line)
    #expect(try lastAuthor(register, id) == "rana")
    try register.done(line, as: "lina")
    #expect(try lastAuthor(register, id) == "lina")
    try register.done(line + " --as sami", as: "lina")
    #expect(try lastAuthor(register, id) == "sami")
    try register.done("--as huda " + line, as: "lina")
    #expect(try lastAuthor(register, id) == "huda")
    try register.done("--as=huda " + line, as: "lina")
    #expect(try register.commit().author == "Huda Mansour <huda@example.org>")
  }

  @Test func `nobody, a stranger and somebody who has left are refused`() throws {
    let register = try TemporaryRegister(staged: ())
    let line = note.replacing("CASE", with: try Stage.registered.id)
    #expect(try register.run(line).errors.contains("[team.who]"))
    try register.git("config", "user.email", "stranger@example.org")
    let stranger = try register.run(line)
    #expect(stranger.errors.contains("[team.who]") && stranger.errors.contains("omar, lina"))
    let unknown = try register.run(line, as: "omr")
    #expect(unknown.errors.contains("[code.unknown]") && unknown.errors.contains("“omar”"))
    let left = try register.run(line, as: "yara")
    #expect(left.errors.contains("[team.inactive]"), "\(left)")
    #expect(left.status == 1)
  }

  @Test func `-C works before and after the command, from anywhere, also from a folder inside`()
    throws
  {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    for line in ["-C \(register.path) list", "list -C \(register.path)", "-C register list"] {
      let result = try register.run(line, in: register.folder)
      #expect(result.status == 0 && result.output.contains(id), "\(result)")
    }
    let inside = try register.run("list", in: register.path + "/cases/2026")
    #expect(inside.status == 0)
    let nowhere = try register.run("-C /nonexistent list")
    #expect(nowhere.status == 1)
  }

  @Test func `--on works before and after the command`() throws {
    let register = try TemporaryRegister()
    for (number, line) in ["--on yesterday acknowledge CASE", "acknowledge CASE --on 2026-11-20"]
      .enumerated()
    {
      let id = try register.new("--received 2026-11-1\(number)")
      try register.done(line.replacing("CASE", with: id) + " --via sms", as: "omar")
      #expect(try register.json(id)["acknowledged"] == "2026-11-20")
    }
  }

  @Test func `the clock is not set in a real register`() throws {
    let register = try TemporaryRegister(empty: ())
    try register.run("init register --name Real --member 'omar:Omar:intake'", now: nil)
    let refused = try register.run("new --category minor --channel sms --text x", as: "omar")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("DAFTAR_NOW"))
    let written = try register.run(
      "new --category minor --channel sms --text x", as: "omar", now: nil)
    #expect(written.status == 0)
    #expect(try register.run("list").status == 0)
    let commit = try register.commit()
    #expect(abs(Double(commit.authorDate) - Date().timeIntervalSince1970) < 120)
  }

  @Test func `a later commit is never before the earlier one`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    try register.done(note.replacing("CASE", with: id), as: "omar", now: "2026-11-21T06:00:00Z")
    let commit = try register.commit()
    #expect(commit.authorDate < commit.committerDate)
    #expect(commit.committerDate >= (try register.commit("HEAD~1").committerDate))
  }

  @Test func `an edited configuration is said and not in force`() throws {
    let register = try TemporaryRegister(staged: ())
    try register.edit("cases/team.yml") { $0.replacing("id: sami", with: "id: sammy") }
    let result = try register.run(
      "assign \(try Stage.registered.id) sami", as: "omar", checked: false)
    #expect(result.status == 0)
    #expect(result.errors.contains("cases/team.yml: warning: the file was edited"))
    #expect(result.errors.contains("daftar adopt team.yml"))
  }
}
