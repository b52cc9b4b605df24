import Foundation
import Testing

/// Edits in an editor become steps, or stay where they are.
@Suite struct AdoptTests {
  let register: TemporaryRegister

  init() throws { register = try TemporaryRegister(staged: ()) }

  private func status() throws -> String { try register.git("status", "--porcelain").output }

  @Test(arguments: [
    (Stage.registered, "state: registered", "state: assigned\nassignee: sami", ["assign"]),
    (.assigned, "state: assigned", "state: in-progress", ["start"]),
    (.registered, "priority: normal", "priority: high", ["raise"]),
    (.registered, "themes: [other]", "themes: [delay, quality]", ["amend"]),
    (.registered, "language: en\n", "language: en\narea: A0101\n", ["amend"]),
    (.assigned, "assignee: rana", "assignee: sami", ["assign"]),
    (.informed, "state: informed", "state: closed", ["close"]),
    (.decided, "state: decided", "state: informed", ["inform"]),
    (.closed, "state: closed", "state: in-progress", ["reopen"]),
  ])
  func `an edit becomes the step that says the same`(
    stage: Stage, old: String, new: String, steps: [String]
  ) throws {
    let id = try stage.id
    let before = try register.json(id)["events"].list.count
    try register.edit(register.file(of: id)) { $0.replacing(old, with: new, maxReplacements: 1) }
    let result = try register.done("adopt \(id) --reason 'As agreed.'", as: "huda")
    #expect(result.output.hasPrefix(id))
    let events = try register.json(id)["events"].list.dropFirst(before)
    #expect(events.map { $0["do"].text } == steps)
    #expect(try register.commit().subject.hasPrefix(id + ": " + steps[0]))
    #expect(try register.done("check").status == 0)
  }

  @Test(arguments: [
    ("state: registered", "state: decided", "adopt.state"),
    ("state: registered", "state: closed", "close.informed"),
    ("priority: normal", "priority: low", "amend.priority"),
    ("registered: 2026-11-21", "registered: 2026-11-20", "adopt.field"),
    ("sensitivity: internal", "sensitivity: restricted", "sealing.nobody"),
    ("category: minor", "category: seah", "amend.category"),
    ("consent: not-asked", "consent: not-asked\nexternal: K-1", "adopt.field"),
    ("received: 2026-11-21", "received: 2026-12-24", "date.future"),
  ])
  func `a refused edit stays in the file`(old: String, new: String, rule: String) throws {
    let id = try Stage.registered.id
    try register.edit(register.file(of: id)) { $0.replacing(old, with: new, maxReplacements: 1) }
    let edited = try String(
      contentsOfFile: register.path + "/" + register.file(of: id), encoding: .utf8)
    let head = try register.head()
    let result = try register.run("adopt \(id)", as: "omar", checked: false)
    #expect(result.status == 1)
    #expect(result.errors.contains("[\(rule)]"), "\(result)")
    #expect(try register.head() == head)
    let kept = try String(
      contentsOfFile: register.path + "/" + register.file(of: id), encoding: .utf8)
    #expect(kept == edited)
  }

  @Test(
    arguments: [
      (Stage.closed, "outcome: not-upheld", "outcome: upheld"),
      (.decided, "decided: 2026-11-21", "decided: 2026-11-20"),
      (.inProgress, "assignee: rana\n", ""),
    ])
  func `an edit that no step can say is refused, not dropped`(
    stage: Stage, old: String, new: String
  ) throws {
    let id = try stage.id
    try register.edit(register.file(of: id)) { $0.replacing(old, with: new, maxReplacements: 1) }
    let result = try register.run("adopt \(id)", as: "huda", checked: false)
    #expect(result.status == 1, "\(result)")
    #expect(try status() == " M \(register.file(of: id))\n")
  }

  @Test func `texts and event lines are never adopted`() throws {
    let id = try Stage.objected.id
    let file = register.file(of: id)
    for (old, new) in [("No shade", "Shade"), ("\"to\":\"rana\"", "\"to\":\"sami\"")] {
      try register.edit(file) { $0.replacing(old, with: new) }
      let result = try register.run("adopt \(id)", as: "huda", checked: false)
      #expect(result.status == 1, "\(result)")
      try register.git("checkout", "--", file)
    }
    try register.edit(file) { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.contains("\"do\":\"object\"") }.joined(separator: "\n")
    }
    #expect(try register.run("adopt \(id)", as: "huda", checked: false).status == 1)
  }

  @Test func `a command on an edited file stops and says what to do`() throws {
    let id = try Stage.registered.id
    try register.edit(register.file(of: id)) { $0.replacing("minor", with: "major") }
    let result = try register.run("assign \(id) rana", as: "omar", checked: false)
    #expect(result.status == 1)
    #expect(
      result.errors.contains("\(register.file(of: id)):1:1: error: the file was edited by hand"))
    #expect(result.errors.contains("`daftar adopt \(id)`"))
    #expect(result.errors.contains("`git checkout HEAD -- \(register.file(of: id))`"))
    // Other cases go on.
    let other = try register.run(
      "assign \(try Stage.assigned.id) sami --reason Ill", as: "omar", checked: false)
    #expect(other.status == 0, "\(other)")
    #expect(try status() == " M \(register.file(of: id))\n")
  }

  @Test func `a file that was not edited has nothing to adopt`() throws {
    for name in [try Stage.closed.id, "team.yml"] {
      #expect(try register.run("adopt \(name)", as: "huda").errors.contains("[adopt.nothing]"))
    }
    #expect(try register.run("adopt nonsense.yml", as: "huda").errors.contains("[adopt.file]"))
  }

  @Test func `an edit that was committed with git is adopted too`() throws {
    let id = try Stage.registered.id
    try register.edit(register.file(of: id)) {
      $0.replacing("priority: normal", with: "priority: high")
    }
    try register.commitByHand()
    #expect(try register.run("check").errors.contains("the events say “normal”"))
    #expect(try register.run("note \(id) --text x", as: "omar").status == 1)
    try register.done("adopt \(id)", as: "huda")
    #expect(try register.json(id)["priority"] == "high")
    #expect(try register.done("check").status == 0)
  }

  @Test func `a new member is in force after adopt`() throws {
    try register.edit("cases/team.yml") {
      $0 + "  - id: ziad\n    name: Ziad Nader\n    roles: [handler]\n"
    }
    let id = try Stage.registered.id
    #expect(try register.run("assign \(id) ziad", as: "omar", checked: false).status == 64)
    let result = try register.done("adopt cases/team.yml", as: "huda")
    #expect(
      result.output == """
        cases/team.yml is recorded and in force
          ziad is new in members of team.yml

        """)
    let commit = try register.commit()
    #expect(commit.subject == "configuration: team.yml")
    #expect(commit.trailers == ["Configuration: team.yml"])
    #expect(commit.author == "Huda Mansour <huda@example.org>")
    try register.done("assign \(id) ziad", as: "omar")
  }

  @Test func `files of the site's template are recorded, new, changed and taken away`() throws {
    let folder = register.path + "/site-template"
    func write(_ name: String, _ text: String) throws {
      let path = folder + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: false, encoding: .utf8)
    }
    try write("brand.yml", "logo: RA\n")
    try write("content/you-said.en.md", "- The queue. Shade.\n")
    let published = try register.run("site publish --branch pages", as: "huda", checked: false)
    #expect(published.errors.contains("site-template/brand.yml: warning: the file is not recorded"))
    #expect(published.errors.contains("hint: record it: `daftar adopt site-template`"))
    let both = try register.done("adopt site-template/", as: "huda")
    #expect(
      both.lines == [
        "site-template/brand.yml is recorded", "site-template/content/you-said.en.md is recorded",
      ])
    #expect(try register.commit().subject == "site: template")
    #expect(try status() == "")

    try write("brand.yml", "logo: RB\n")
    try FileManager.default.removeItem(atPath: folder + "/content/you-said.en.md")
    let one = try register.run("adopt site-template/brand.yml", as: "huda", checked: false)
    #expect(one.lines == ["site-template/brand.yml is recorded"])
    #expect(try status() == " D site-template/content/you-said.en.md\n")
    try register.done("adopt site-template", as: "huda")
    #expect(try status() == "")
    let files = try register.git("ls-tree", "-r", "--name-only", "HEAD", "site-template").lines
    #expect(files == ["site-template/brand.yml"])
    #expect(
      try register.run("adopt site-template", as: "huda").errors.contains("[adopt.nothing]"))
  }

  @Test func `a link in the place of a template file is not taken for a file that is gone`() throws
  {
    let path = register.path + "/site-template/brand.yml"
    try FileManager.default.createDirectory(
      atPath: register.path + "/site-template", withIntermediateDirectories: true)
    try "logo: RA\n".write(toFile: path, atomically: false, encoding: .utf8)
    try register.done("adopt site-template", as: "huda")
    let head = try register.head()
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: register.path + "/cases/team.yml")
    for line in ["adopt site-template", "site build --internal"] {
      let result = try register.run(line, as: "huda", checked: false)
      #expect(result.status == 1, "\(line)")
      #expect(
        result.errors.contains("site-template/brand.yml: error: it is no file that can be read"))
    }
    #expect(try register.head() == head)
  }

  @Test func `a member is never removed`() throws {
    try register.edit("cases/team.yml") {
      $0.replacing("id: sami\n", with: "id: samir\n")
    }
    let edited = try status()
    let result = try register.run("adopt team.yml", as: "huda", checked: false)
    #expect(result.status == 1)
    #expect(result.errors.contains("[team.removed]"))
    #expect(try status() == edited)
  }

  @Test(
    arguments: [
      ("manager]\n", "manager]\n    to: 2020-01-01\n", "no manager and no administrator"),
      ("manager]\n", "manager]\n    from: 2062-01-01\n", "no manager and no administrator"),
      ("rana@example.org", "HUDA@example.org", "have one e-mail address"),
      ("rana@example.org", "rana.khalil@example.org", ""),
    ])
  func `a team that could not be changed or told apart is refused`(
    old: String, new: String, words: String
  ) throws {
    try register.edit("cases/team.yml") { $0.replacing(old, with: new) }
    let result = try register.run("adopt team.yml", as: "huda", checked: false)
    #expect(result.status == (words.isEmpty ? 0 : 1), "\(result)")
    #expect(words.isEmpty || result.errors.contains(words), "\(result)")
  }

  @Test(
    arguments: [
      ("demo: yes\n", ""), ("layout: month", "layout: month-bucket"),
      ("seal: sensitive", "seal: everything"), ("Asia/Damascus", "Asia/Atlantis"),
      ("format: 1", "format: 2"),
    ])
  func `what was chosen at init stays`(old: String, new: String) throws {
    try register.edit("cases/register.yml") { $0.replacing(old, with: new) }
    let result = try register.run("adopt register.yml", as: "huda", checked: false)
    #expect(result.status == 1, "\(result)")
  }
}
