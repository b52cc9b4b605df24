import Foundation
import Testing

/// Who is left out of a case cannot tell from anything in the register that somebody was.
@Suite struct LeftOutTests {
  /// Two registers in which the same happened, in the second one without karim.
  private func twoCases(
    _ category: String
  ) throws -> [(team: SealedTeam, id: String)] {
    try [" ", " --not-to karim"].map { leftOut in
      let team = try SealedTeam()
      let id = try team.seat("omar").sensitive(
        "--category \(category)\(leftOut)", text: "He asked for money at the gate.")
      let amal = team.seat("amal")
      try amal.take(id)
      try amal.done("note \(id) -", input: "Heard the guard, who saw it.")
      return (team, id)
    }
  }

  @Test(arguments: ["fraud", "seah"])
  func `files, commits and entries have the same shape with somebody left out`(
    category: String
  ) throws {
    let cases = try twoCases(category)
    let karims = cases.map { $0.team.seat("karim") }
    // Who acts is drawn by lot at first, and those who acted are added: the number may differ.
    let shapes = try zip(karims, cases).map { seat, each in
      StubFile.shape(of: try seat.file(of: each.id))
        .replacing(#/"actors":\[[a-z,"]+\]/#, with: "ACTORS")
        .replacing(#/actors: \[[a-z, ]+\]/#, with: "ACTORS")
    }
    #expect(shapes[0] == shapes[1])
    let messages = try cases.map { each in
      let log = try each.team.register.git("log", "--format=%an|%ae|%at|%cn|%ct|%B").output
      return StubFile.shape(of: log)
    }
    #expect(messages[0] == messages[1])
    let sizes = try zip(karims, cases).map { try $0.entries(of: $1.id).values.sorted() }
    #expect(sizes[0] == sizes[1] && sizes[0].count == 4, "\(sizes)")
    let stanzas = try zip(karims, cases).map { seat, each in
      try stanzaCounts(of: each.id, seat)
    }
    #expect(stanzas[0] == stanzas[1] && Set(stanzas[0]).count == 1, "\(stanzas)")
  }

  @Test func `what everybody reads is the same whoever is left out, also the messages`() throws {
    let team = try SealedTeam()
    let ids = try ["", " --not-to karim", " --not-to huda", " --subject huda"].map {
      try team.seat("omar").sensitive("--category fraud" + $0)
    }
    let lists = try ids.map { id in
      let row = try team.seat("sami").done("list --json").json.list.first { $0["case"].text == id }
      return try #require(row).keys
    }
    #expect(Set(lists).count == 1)
    for id in ids {
      let shown = try team.seat("sami").run("show \(id)")
      #expect(shown.errors == "This case is handled by others.\n")
    }
  }

  @Test func `the one left out hears the sentence that every stranger hears`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive("--category fraud --not-to karim")
    for line in ["show \(id)", "show \(id) --json", "contact \(id)", "start \(id)", "undo \(id)"] {
      let karim = try team.seat("karim").run(line)
      let stranger = try team.seat("rana").run(line)
      #expect(karim.errors == "This case is handled by others.\n", "\(karim)")
      #expect(karim.errors == stranger.errors && karim.output == stranger.output)
      #expect(karim.status == 1 && stranger.status == 1)
    }
    for line in ["list", "search gate", "stats", "check", "vault check", "log \(id)"] {
      let karim = try team.seat("karim").run(line)
      let stranger = try team.seat("rana").run(line)
      #expect(karim.output == stranger.output && karim.errors == stranger.errors, "\(line)")
    }
  }

  @Test func `it holds in every later step too`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive("--category fraud --not-to karim")
    let (huda, rana, karim) = (team.seat("huda"), team.seat("rana"), team.seat("karim"))
    try huda.done("assign \(id) rana")
    try rana.done("start \(id)")
    try rana.done("note \(id) -", input: "Heard the guard.")
    #expect(try karim.run("show \(id)").errors == "This case is handled by others.\n")
    try huda.done("raise \(id) --sensitivity restricted --reason -", input: "It was worse.")
    #expect(try karim.run("show \(id)").errors == "This case is handled by others.\n")
    try team.seat("amal").done("show \(id)")
    // A handler of a case that became restricted reads on only as a focal point.
    #expect(try rana.run("show \(id)").errors == "This case is handled by others.\n")
    try karim.expectWhole()
  }

  @Test func `whoever acts is drawn by lot, so not being named says nothing`() throws {
    let team = try SealedTeam()
    var named: Set<String> = []
    for _ in 0..<(isLongRun ? 40 : 9) {
      let id = try team.seat("omar").sensitive()
      let file = try team.seat("omar").file(of: id)
      let line = file.split(separator: "\n").first { $0.hasPrefix("actors:") }
      named.insert(line.map(String.init) ?? "")
    }
    let entitled: Set = ["actors: [amal]", "actors: [huda]", "actors: [karim]"]
    #expect(named.isSubset(of: entitled), "\(named)")
    // Nine times the same one of three: once in six thousand runs.
    #expect(named.count >= (isLongRun ? 3 : 2), "\(named)")
  }

  @Test func `the contact outside reads a case from which somebody is left out, and no other`()
    throws
  {
    let team = try SealedTeam()
    let omar = team.seat("omar")
    let usual = try omar.sensitive()
    let leftOut = try omar.sensitive("--category fraud --not-to karim")
    let complainedAbout = try omar.sensitive("--category fraud --subject huda")
    let aboutUnit = try omar.sensitive("--category fraud --subject unit:north")
    let outside = ["DAFTAR_IDENTITY": team.keys + "/outside"]
    let read = try [usual, leftOut, complainedAbout, aboutUnit].map {
      try team.seat("zaki").run("show \($0)", with: outside).status == 0
    }
    #expect(read == [false, true, true, false])
  }

  /// Between eight and nine keys the number of stanzas doubles: nobody left out may tip it over.
  ///
  @Test(arguments: [(4, true), (5, false)])
  func `a team at the edge of eight keys gives nothing away`(
    more: Int, hasOutsideContact: Bool
  ) throws {
    let team = try SealedTeam()
    let huda = team.seat("huda")
    var text = try huda.copy.content(of: "cases/team.yml")
    let outside = try #require(text.range(of: "\noutside-contact:"))
    let last = hasOutsideContact ? String(text[outside.lowerBound...].dropFirst()) : ""
    text = String(text[..<outside.lowerBound]) + "\n"
    for number in 0..<more {
      let key = try huda.done("key new --out \(team.keys)/focal\(number)").word
      text += "  - id: focal\(number)\n    read: \(key)\n    name: F\n    roles: [focal]\n"
    }
    try huda.copy.write(text + last, to: "cases/team.yml")
    try huda.done("adopt team.yml")
    let counts = try ["", " --not-to karim", " --subject sami", " --not-to karim --not-to amal"].map
    {
      let id = try team.seat("omar").sensitive("--category fraud" + $0)
      return try stanzaCounts(of: id, huda)
    }
    #expect(Set(counts).count == 1, "\(counts)")
  }

  /// The number of stanzas of each entry of a case.
  private func stanzaCounts(of id: String, _ seat: Seat) throws -> [Int] {
    try seat.entries(of: id).keys.sorted().map { entry in
      let header = try seat.vault("cat-file blob refs/daftar/vault/\(id):\(entry)").output
      return header.components(separatedBy: "\n---").first?
        .split(separator: "\n").filter { $0.hasPrefix("-> ") }.count ?? 0
    }
  }
}
