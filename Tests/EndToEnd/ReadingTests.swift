import Foundation
import Testing

/// Commands that only read.
@Suite struct ReadingTests {
  @Test func `words are found in three scripts, however they are spelt`() throws {
    let register = try TemporaryRegister()
    let arabic = try register.new("", "--text", "قالت إنّ المدرسةَ بعيدة جدًّا.")
    let russian = try register.new("", "--text", "Ещё не привезли тёплые одеяла.")
    let english = try register.new("", "--text", "The Water tank at site 14 leaks.")
    try register.done("note \(english) --text 'A plumber was called.'", as: "omar")
    for (words, id) in [
      ("المدرسه", arabic), ("ان بعيده", arabic), ("тепл", russian), ("ЕЩЕ", russian),
      ("water LEAKS", english), ("١٤", english), ("plumber", english),
    ] {
      let hits = try register.done("search --json \(words)").json.list
      #expect(hits.map { $0["case"].text } == [id], "\(words)")
      #expect(hits.first?["line"].text?.isEmpty == false)
    }
    let none = try register.done("search water snow")
    #expect(none.output == "")
    #expect(none.errors.contains("no case holds all of these words"))
  }

  @Test func `show --raw is the file, byte for byte`() throws {
    let register = try TemporaryRegister(staged: ())
    for stage in Stage.allCases {
      let raw = try register.done("show --raw \(try stage.id)").output
      let file = try String(
        contentsOfFile: register.path + "/" + register.file(of: try stage.id), encoding: .utf8)
      #expect(raw == file)
    }
  }

  @Test func `show --json names everything as the file does`() throws {
    let register = try TemporaryRegister(staged: ())
    let file = try register.json(try Stage.objected.id)
    #expect(
      file.keys.isSuperset(of: [
        "case", "state", "category", "themes", "sensitivity", "priority", "channel", "language",
        "received", "received-by", "registered", "due", "assignee", "outcome", "decided",
        "informed",
        "objections", "consent", "complainant", "title", "text", "events", "sections",
      ]))
    #expect(file["events"][0].keys.isSuperset(of: ["id", "n", "prev", "at", "by", "do", "case"]))
    #expect(file["sections"][0].keys == ["event", "do", "by", "date", "text"])
    #expect(file["closed"] == .missing)
  }

  @Test func `log says who did what, newest first`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.assigned.id
    #expect(
      try register.done("log \(id)").output
        == """
        2026-11-21 12:00  Omar Haddad  \(id): assign to rana
        2026-11-21 12:00  Omar Haddad  \(id): register

        """)
    let entries = try register.done("log \(id) --json").json.list
    #expect(entries.count == 2)
    #expect(entries[0].keys == ["commit", "at", "by", "subject", "events"])
    let ids = try register.json(id)["events"].list.map { $0["id"] }
    #expect(entries[0]["events"] == [ids[1]])
    #expect(try register.done("log --limit 3").lines.count == 3)
    #expect(
      try register.done("log").lines.count
        == Int(try register.git("rev-list", "--count", "HEAD").word))
  }

  @Test func `stats --json is keyed by figure`() throws {
    let register = try TemporaryRegister(staged: ())
    let figures = try register.done("stats --json --as-of 2026-11-21").json
    #expect(figures["K01"]["value"].integer == Stage.allCases.count)
    #expect(figures["K01"]["as_of"] == "2026-11-21")
    for id in ["K05", "K05b", "K05f"] {
      #expect(figures[id]["denominator"].integer != nil)
      #expect(figures[id]["numerator"].integer != nil)
      #expect(figures[id]["from"].text != nil && figures[id]["to"].text != nil)
    }
    #expect(figures["by"].keys == ["month", "category", "channel", "area", "age"])
    #expect(
      try register.done("stats").output.hasPrefix("Figures as of 2026-10-31 (internal, not safe"))
  }

  @Test func `what a terminal would act on never reaches it`() throws {
    let register = try TemporaryRegister()
    for text in ["\u{1B}]0;owned\u{7}", "left \u{202E}thgir", "a\u{9B}31m", "bell\u{7}"] {
      let title = try register.run(
        "new --category minor --channel sms --language en --text x",
        "--title", text, as: "omar")
      #expect(title.status == 1, "\(title)")
      #expect(!title.errors.contains(text))
      let unknown = try register.run("show", text)
      #expect(unknown.status == 1)
      #expect(!unknown.errors.contains(text), "\(unknown)")
    }
    // Written with plain git past the program, the characters are named and shown as codes.
    let id = try register.new()
    try register.edit(register.file(of: id)) {
      $0.replacing("no shade", with: "no \u{1B}[31mshade")
    }
    for line in ["list", "show \(id)", "check", "search shade"] {
      let result = try register.run(line, checked: false)
      #expect(!(result.output + result.errors).contains("\u{1B}"), "\(result)")
    }
  }

  @Test func `no colour goes into a pipe`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.objected.id
    for line in ["list", "show \(id)", "log", "stats", "check", "search shade", "--help", "show x"]
    {
      let result = try register.run(line)
      #expect(!(result.output + result.errors).contains("\u{1B}"), "\(line)")
    }
  }

  @Test func `a reader that stops early is no error of ours`() throws {
    let register = try TemporaryRegister(staged: ())
    let result = try register.shell("$DAFTAR log | head -1; $DAFTAR list > /dev/full; echo $?")
    #expect(result.lines.count == 2)
    #expect(result.lines.last == "74")
    #expect(result.errors.hasPrefix("error: the output could not be written: No space left"))
  }

  @Test func `what was found before a failure is shown all the same`() throws {
    let register = try TemporaryRegister(staged: ())
    let file = register.file(of: try Stage.closed.id)
    try register.edit(file) { $0.replacing("state: closed", with: "state: informed") }
    let listed = try register.run("list --json", checked: false)
    #expect(listed.status == 1)
    #expect(listed.errors.contains(file))
    #expect(try listed.json.list.count == Stage.allCases.count)
    let checked = try register.run("check --json", checked: false)
    #expect(checked.status == 1)
    #expect(
      try checked.json[0].keys == ["severity", "rule", "path", "line", "column", "message", "hint"])
  }
}
