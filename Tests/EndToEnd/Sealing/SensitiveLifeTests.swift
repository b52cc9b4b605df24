import Foundation
import Testing

/// A sensitive complaint from the call to its end.
@Suite struct SensitiveLifeTests {
  @Test(arguments: ["confidential", "restricted"])
  func `a case lives from the call to its end`(sensitivity: String) throws {
    let team = try SealedTeam()
    let (omar, rana, amal, karim) = (
      team.seat("omar"), team.seat("rana"), team.seat("amal"), team.seat("karim")
    )
    let taken = try omar.done(
      "new --category fraud --sensitivity \(sensitivity) --channel hotline --language en -",
      input: "He asked for money.")
    let id = taken.word
    #expect(taken.errors.contains("you cannot open it after this"), "\(taken)")
    #expect(try omar.run("show \(id)").status == 1)
    #expect(try rana.run("show \(id)").status == 1)
    #expect(try amal.done("show \(id)").output.contains("He asked for money."))

    // Of a restricted case only focal points are readers, so the assignee is one of them.
    let handler = sensitivity == "restricted" ? karim : rana
    let given = try amal.done(
      "assign \(id) \(handler.member) --reason -", input: "Please take it.")
    #expect(given.errors.contains("sealed anew") == (handler.member == "rana"), "\(given)")
    #expect(try handler.done("show \(id)").output.contains("Please take it."))
    try handler.done("start \(id)")
    try handler.done("note \(id) -", input: "Spoke with the driver.")
    try handler.done(
      "decide \(id) --outcome upheld --root-cause conduct --reason -", input: "Receipts prove it.")
    try handler.refused("inform \(id) --via hotline", by: "inform.approved")
    try handler.refused("approve \(id)", by: "approve.second-person")
    try handler.refused("close \(id)", by: "close.informed")
    try amal.done("approve \(id)")
    try handler.done("inform \(id) --via hotline")
    try handler.done("close \(id)")
    let file = try amal.json(id)
    #expect(file["state"] == "closed")
    #expect(file["outcome"] == "upheld")
    #expect(file["approved-by"] == "amal")
    #expect(try amal.file(of: id).contains("\nstate: closed\n"))
    #expect(try omar.run("show \(id)").output == "")
    try amal.expectWhole()
  }

  @Test func `only those who may hear of it are readers`() throws {
    let team = try SealedTeam()
    let confidential = try team.seat("omar").sensitive()
    let restricted = try team.seat("omar").sensitive("--category seah")
    for (member, reads) in [
      ("huda", [true, false]), ("amal", [true, true]), ("karim", [true, true]),
      ("omar", [false, false]), ("rana", [false, false]), ("nadia", [false, false]),
      ("zaki", [false, false]),
    ] {
      let statuses = try [confidential, restricted].map {
        try team.seat(member).run("show \($0)").status == 0
      }
      #expect(statuses == reads, "\(member)")
    }
  }

  @Test func `a reader's list, search and figures hold the case, the others' only its stub`() throws
  {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive(text: "Bribery at Qarin.")
    let (amal, omar) = (team.seat("amal"), team.seat("omar"))
    #expect(try amal.done("list").output.contains("Bribery at Qarin."))
    #expect(try amal.done("list --json").json[0]["category"] == "fraud")
    #expect(try amal.done("search qarin").output.contains(id))
    let list = try omar.done("list").output
    #expect(list.contains(id) && list.contains("handled by others"))
    #expect(!list.contains("fraud") && !list.contains("Qarin"))
    let row = try omar.done("list --json").json[0]
    #expect(row.keys == ["case", "state", "sensitivity", "received", "due", "actors"])
    #expect(row["received"] == "2026-11")
    #expect(try !omar.run("search qarin").output.contains(id))
    #expect(try !omar.run("list --csv").output.contains("fraud"))
  }

  @Test func `the stub tells exactly what everybody may know`() throws {
    let team = try SealedTeam()
    let (omar, amal) = (team.seat("omar"), team.seat("amal"))
    let id = try omar.sensitive(
      "--category fraud --sex female --area A01 --priority critical --consent yes")
    try amal.take(id)
    try amal.done("extend \(id) --until +40 --reason -", input: "The audit takes long.")
    let file = try amal.file(of: id)
    #expect(StubFile(file)?.keys == ["case", "state", "sensitivity", "received", "due", "actors"])
    #expect(StubFile(file)?.body == "# *Sealed.*")
    let events = try #require(StubFile(file)).events
    #expect(events.map { $0["do"].text } == ["register", "step", "step", "step"])
    for event in events {
      #expect(event.keys.subtracting(StubFile.eventKeys) == [])
      // Damascus is three hours ahead.
      #expect(event["at"] == "2026-11-20T21:00:00Z")
      #expect(event["received"] == "2026-11")
    }
    // What the rules of the fold say stands in the entries only.
    #expect(file.contains("\nstate: open\n"))
    for word in ["fraud", "critical", "female", "area", "hotline", "in-progress"] {
      #expect(!file.contains(word), "\(word)")
    }
  }

  @Test func `commits of a sensitive case say the day and nothing else`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive(now: "2026-11-21T19:13:37Z")
    let steps = [
      ("assign \(id) amal", "2026-11-22T05:06:07Z"),
      ("raise \(id) --priority critical", "2026-11-22T20:59:59Z"),
      ("start \(id)", "2026-11-22T21:00:01Z"),
    ]
    for (line, now) in steps { try team.seat("amal").done(line, now: now) }
    let log = try team.register.git("log", "--reverse", "--format=%at %ct %s", "--", "cases/2026")
    #expect(
      log.lines == [
        "1795208400 1795208400 \(id): step", "1795294800 1795294800 \(id): step",
        "1795294800 1795294800 \(id): step", "1795381200 1795381200 \(id): step",
      ])
    for number in 0..<4 {
      let commit = try team.register.commit("HEAD~\(number)")
      let kind = number == 3 ? "register" : "step"
      #expect(commit.trailers.count == 2, "\(commit)")
      #expect(commit.trailers.first == "Case: \(id)", "\(commit)")
      #expect(commit.trailers.last?.hasSuffix(" \(kind)") == true, "\(commit)")
    }
    let reflog = try team.register.git("reflog", "-4", "--format=%gs").lines
    #expect(Set(reflog) == ["daftar: \(id): step"])
  }

  @Test func `nobody complained about or left out stands anywhere`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive(
      "--category conduct --subject sami --not-to karim", text: "He shouted.")
    let amal = team.seat("amal")
    try amal.done("assign \(id) rana")
    try amal.done("note \(id) -", input: "Heard two witnesses.")
    let file = try amal.file(of: id)
    for name in ["sami", "karim"] {
      #expect(!file.contains(name))
      let messages = try team.register.git("log", "--format=%an %ae %cn %ce %B", "-4").output
      #expect(!messages.lowercased().contains(name))
      #expect(try team.seat(name).run("show \(id)").errors == "This case is handled by others.\n")
    }
    #expect(try amal.json(id)["subjects"] == ["sami"])
    try amal.refused("assign \(id) sami", by: "assign.subject")
    try amal.expectWhole()
  }

  @Test func `a handler who turns out to be complained about reads no more, and stays named`()
    throws
  {
    let team = try SealedTeam()
    let (amal, rana) = (team.seat("amal"), team.seat("rana"))
    let id = try team.seat("omar").sensitive()
    try amal.done("assign \(id) rana")
    try rana.done("note \(id) -", input: "Heard the guard.")
    let step = try amal.done("amend \(id) subjects rana --reason -", input: "It was her.")
    #expect(step.errors.contains("without rana, who may have kept what they read"), "\(step)")
    #expect(try rana.run("show \(id)").errors == "This case is handled by others.\n")
    try amal.done("assign \(id) amal")
    // A name that disappears would tell everybody why.
    let line = try amal.file(of: id).split(separator: "\n").first { $0.hasPrefix("actors:") }
    #expect(line?.contains("rana") == true)
    try amal.expectWhole()
  }

  @Test func `what nobody could open is not taken in`() throws {
    let team = try SealedTeam()
    let omar = team.seat("omar")
    try omar.refused(
      "new --channel desk --language en --category seah --not-to amal --not-to karim -",
      by: "sealing.nobody", input: "Nobody may know of Qarin.")
    let found = try team.register.shell("grep -rl Qarin '\(team.register.folder)' || true")
    #expect(found.output == "")
  }

  @Test func `a step taken by mistake is taken back`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let amal = team.seat("amal")
    try amal.done("assign \(id) amal")
    try amal.done("undo \(id)")
    #expect(try amal.json(id)["state"] == "registered")
    #expect(try amal.file(of: id).contains("\nstate: registered\n"))
    try amal.expectWhole()
  }
}
