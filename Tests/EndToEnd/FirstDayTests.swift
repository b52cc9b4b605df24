import Foundation
import Testing

/// What a person does on the first day, with nothing but what the program says.
@Suite struct FirstDayTests {
  @Test func `a complaint goes from init to closed`() throws {
    let place = try TemporaryRegister(empty: ())
    let made = try place.run(
      "init register --demo --name 'Valley Relief' --member 'huda:Huda M.:manager+intake+handler'",
      as: nil)
    #expect(made.status == 0)
    #expect(made.errors.contains("export DAFTAR_MEMBER=huda"))
    let id = try place.done(
      "new --category minor --channel sms --text 'The queue has no shade.'", as: "huda"
    ).word
    let steps: [(String, String)] = [
      ("acknowledge CASE --via sms", "registered · due 2026-12-06, in 15 days"),
      ("assign CASE huda", "assigned to huda · due 2026-12-06, in 15 days"),
      ("start CASE", "in progress with huda · due 2026-12-06, in 15 days"),
      (
        "note CASE --text 'A tent comes tomorrow.'",
        "in progress with huda · due 2026-12-06, in 15 days"
      ),
      (
        "decide CASE --outcome upheld --root-cause procedure --reason 'There was no tent.'",
        "decided: upheld · due 2026-12-06, in 15 days"
      ),
      ("inform CASE --via sms", "complainant informed · due 2026-12-06, in 15 days"),
      ("close CASE", "closed: upheld"),
    ]
    for (line, words) in steps {
      let result = try place.done(line.replacing("CASE", with: id), as: "huda")
      #expect(result.output == "\(id) \(words)\n")
      #expect(result.errors == "")
    }
    #expect(try place.done("check").output.hasPrefix("everything is in order"))
    #expect(try place.git("rev-list", "--count", "HEAD").word == "9")
  }

  @Test func `hints lead from one mistake to the next step`() throws {
    let register = try TemporaryRegister()
    let nobody = try register.run("new --category minor --channel sms --language en --text 'No.'")
    #expect(nobody.status == 1)
    #expect(nobody.errors.contains("it is not known who you are"))
    #expect(nobody.errors.contains("add --as MEMBER or set DAFTAR_MEMBER"))
    let incomplete = try register.run("new --text 'No shade.'", as: "omar")
    #expect(incomplete.status == 64)
    #expect(incomplete.errors.contains("missing: --category, --channel, --language"))
    let typing = try register.run("new --category minr --channel sms --language en", as: "omar")
    #expect(typing.status == 64)
    #expect(typing.errors.contains("did you mean “minor”"))
    let id = try register.new()
    let early = try register.run("close \(id)", as: "rana")
    #expect(early.status == 1)
    #expect(early.errors.contains("hint: "))
  }

  @Test func `an ordinary complaint takes four commands`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--channel desk")
    try register.done("assign \(id) rana", as: "omar")
    try register.done("note \(id) --text 'Looked at the site.'", as: "rana")
    try register.done(
      "resolve \(id) --outcome upheld --root-cause procedure --reason 'No tent was planned.' --via desk",
      as: "rana")
    let file = try register.json(id)
    #expect(file["state"] == "closed")
    #expect(
      file["events"].list.map { $0["do"] } == [
        "register", "acknowledge", "assign", "note", "decide", "inform", "close",
      ])
  }

  @Test func `a question answered at once is one command`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--category information --channel hotline --answered")
    let file = try register.json(id)
    #expect(file["state"] == "closed")
    #expect(file["outcome"] == "answered")
    #expect(file["acknowledged"] == "2026-11-21")
    #expect(try register.commit().trailers.count == 5)
  }

  @Test func `thanks close themselves`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--category thanks --channel box --text 'The teachers were kind.'")
    let file = try register.json(id)
    #expect(file["state"] == "closed")
    #expect(file["outcome"] == "noted")
    #expect(file["waived"] == "no-answer-expected")
  }

  @Test func `a question answered later is two commands`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--category information --text 'When does the centre open?'")
    try register.done("answer \(id) --text 'At eight.' --via sms", as: "lina")
    let file = try register.json(id)
    #expect(file["state"] == "closed")
    #expect(file["outcome"] == "answered")
    #expect(file["decided-by"] == "lina")
    #expect(file["sections"][0]["text"] == "At eight.")
    #expect(
      try register.commit().subject
        == "\(id): acknowledge, assign to lina, decide answered, inform, close")
  }

  @Test func `a text comes from a file or from standard input`() throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    try Data("From a file.\n\n".utf8).write(to: URL(fileURLWithPath: register.home + "/note.txt"))
    try register.done("note \(id) --from \(register.home)/note.txt", as: "omar")
    try register.done("note \(id) -", as: "omar", input: "\nFrom\r\nstandard input.\n")
    let texts = try register.json(id)["sections"].list.map { $0["text"] }
    #expect(texts == ["From a file.", "From\nstandard input."])
    #expect(try register.run("note \(id) --text a -", as: "omar").status == 64)
    #expect(try register.run("note \(id)", as: "omar").status == 64)
  }
}
