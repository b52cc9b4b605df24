import Foundation
import Testing

/// Three hundred made-up words are recorded in what is sealed; a scan of everything finds none.
@Suite struct PlantedWordsTests {
  /// Where the words were planted, and how to read them again.
  private struct Garden {
    var plants: Plants
    var sensitive: [String] = []
    var ordinary: [String] = []
    /// Contact data that was recorded anew: nobody is shown the old one.
    var replaced: [String] = []
  }

  @Test(.timeLimit(.minutes(60)))
  func `no store, file, index or page holds a word of what is sealed`() throws {
    let team = try SealedTeam()
    let outside = try SealedTeam(Void())
    var garden = Garden(plants: Plants(seed: 2_611))
    let control = "Controlled quetzalcoatl words."
    _ = try team.seat("omar").ordinary(control)
    for _ in 0..<(isLongRun ? 40 : 5) { try plantSensitive(&garden, team, outside) }
    for _ in 0..<(isLongRun ? 60 : 4) { try plantContact(&garden, team, outside) }
    try raiseOne(&garden, team)
    try useEverything(team, garden)
    #expect(garden.plants.all.count >= 300)

    let scan = try WordScan(garden.plants.all)
    #expect(try scan.found(in: team.register.folder) == [])
    // The words are there for who may read them, and the scan does see into the stores.
    try expectReadable(garden, team)
    #expect(try WordScan([control]).found(in: team.register.folder) != [])
    try garden.plants.all.joined(separator: "\n").write(
      toFile: team.register.path + "/.git/leak", atomically: false, encoding: .utf8)
    #expect(try scan.found(in: team.register.folder).count >= garden.plants.all.count)
  }

  @Test(.timeLimit(.minutes(60)))
  func `where everything is sealed no word of any case is found`() throws {
    let team = try SealedTeam(.everything)
    let outside = try SealedTeam(Void())
    var garden = Garden(plants: Plants(seed: 326))
    for _ in 0..<(isLongRun ? 30 : 4) {
      let words = list(6, &garden.plants)
      let contact = try outside.file(
        "contact", "name: \(garden.plants.name())\nphone: \(garden.plants.phone())\n")
      let id = try team.seat("omar").done(
        "new --category minor --channel sms --language en --contact-from \(contact) -",
        input: words
      ).word
      garden.ordinary.append(id)
      try team.seat("rana").done("note \(id) -", input: garden.plants.phrase())
    }
    try plantSensitive(&garden, team, outside)
    #expect(garden.plants.all.count >= 80)
    try useEverything(team, garden)
    let scan = try WordScan(garden.plants.all)
    #expect(try scan.found(in: team.register.folder) == [])
    try expectReadable(garden, team)
  }

  @Test(arguments: ["XDG_RUNTIME_DIR", "/dev/shm"])
  func `an editor leaves nothing behind, also one that keeps backups`(place: String) throws {
    let team = try SealedTeam()
    let outside = try SealedTeam(Void())
    var plants = Plants(seed: place == "/dev/shm" ? 4 : 5)
    let text = try outside.file("text", "\(plants.name()) said: \(plants.phrase()).\n")
    let editor = try outside.file(
      "editor",
      """
      #!/bin/sh
      dirname "$1" > '\(outside.register.folder)/place'
      cp '\(text)' "$1"
      cp "$1" "$1~"; cp "$1" "$(dirname "$1")/.text.md.swp"
      """)
    // The runtime folder of a person lies in memory, too.
    let run = "/dev/shm/run-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: run) }
    _ = try team.register.shell("chmod +x '\(editor)'; mkdir -m 700 '\(run)'")
    let id = try team.seat("omar").sensitive()
    let amal = team.seat("amal")
    var variables = ["EDITOR": editor, "DAFTAR_IDENTITY": team.keys + "/amal"]
    if place != "/dev/shm" { variables[place] = run }
    let terminal = try Terminal("note \(id)", in: team.register, as: "amal", with: variables)
    #expect(try terminal.end() == 0, "\(terminal.screen)")
    #expect(try amal.done("show \(id)").output.contains(plants.all[1]))
    let used = try String(contentsOfFile: outside.register.folder + "/place", encoding: .utf8)
    let wanted = place == "/dev/shm" ? place : run
    #expect(used.hasPrefix(wanted + "/daftar-"), "\(used)")
    let scan = try WordScan(plants.all)
    #expect(try scan.found(in: team.register.folder) == [])
    // What tests themselves keep in memory has the name of a register of theirs.
    let tests = /daftar-[0-9A-F-]{36}/
    for name in try FileManager.default.contentsOfDirectory(atPath: "/dev/shm")
    where name.wholeMatch(of: tests) == nil {
      #expect(try scan.found(in: "/dev/shm/" + name) == [])
    }
    #expect(
      !FileManager.default.fileExists(atPath: used.trimmingCharacters(in: .newlines)))
    #expect(!terminal.screen.contains(plants.all[0]))
  }

  /// A sensitive case with words in title, text, wish, contact data and notes.
  private func plantSensitive(
    _ garden: inout Garden, _ team: SealedTeam, _ outside: SealedTeam
  ) throws {
    let text = try outside.file(
      "text",
      """
      \(garden.plants.name()) of \(garden.plants.phrase()) was at the gate.

      # \(garden.plants.phrase())
      Call \(garden.plants.phone()) or \(garden.plants.name()).

      \(list(15, &garden.plants))
      """)
    let contact = try outside.file(
      "contact",
      """
      name: \(garden.plants.name())
      phone: \(garden.plants.phone())
      place: \(garden.plants.phrase())
      note: \(garden.plants.phrase())

      """)
    let category = garden.sensitive.count % 2 == 0 ? "fraud" : "seah"
    let id = try team.seat("omar").done(
      "new --category \(category) --channel hotline --language en --title - --from \(text)",
      "--contact-from", contact, input: garden.plants.phrase()
    ).word
    garden.sensitive.append(id)
    let amal = team.seat("amal")
    try amal.done("note \(id) -", input: "\(garden.plants.name()): \(garden.plants.phone())")
    // Every second one goes on: readers change, everything is sealed anew.
    guard garden.sensitive.count % 2 == 0 else { return }
    try amal.done("assign \(id) karim --reason -", input: garden.plants.phrase())
    try amal.done("start \(id)")
    try amal.done(
      "decide \(id) --outcome upheld --root-cause conduct --reason -", input: garden.plants.phrase()
    )
  }

  /// So many lines with a name, a number and a phrase each.
  private func list(_ count: Int, _ plants: inout Plants) -> String {
    (0..<count).map { _ in "- \(plants.name()), \(plants.phone()): \(plants.phrase())" }
      .joined(separator: "\n")
  }

  /// An ordinary case whose contact data alone is sealed.
  private func plantContact(
    _ garden: inout Garden, _ team: SealedTeam, _ outside: SealedTeam
  ) throws {
    let before = garden.plants.all.count
    let contact = try outside.file(
      "contact",
      """
      name: \(garden.plants.name())
      phone: \(garden.plants.phone())
      phone: \(garden.plants.phone())
      answers: \(garden.plants.name())
      place: \(garden.plants.phrase())

      """)
    let id = try team.seat("omar").done(
      "new --category minor --channel sms --language en --text 'The queue.' --contact-from \(contact)"
    ).word
    garden.ordinary.append(id)
    guard garden.ordinary.count.isMultiple(of: 2) else { return }
    garden.replaced += garden.plants.all[before...]
    try team.seat("rana").done(
      "contact \(id) --anew --from -",
      input: "name: \(garden.plants.name())\nphone: \(garden.plants.phone())")
  }

  /// An ordinary case that is raised; only what follows is planted.
  private func raiseOne(_ garden: inout Garden, _ team: SealedTeam) throws {
    let id = try team.seat("omar").ordinary("A queue without shade.")
    try team.seat("huda").done(
      "raise \(id) --sensitivity confidential --reason -", input: garden.plants.phrase())
    try team.seat("amal").done("note \(id) -", input: garden.plants.phrase())
    garden.sensitive.append(id)
  }

  /// Everything that may leave something behind: lists, searches, other copies, pages, a killed
  /// command, packing.
  private func useEverything(_ team: SealedTeam, _ garden: Garden) throws {
    let amal = team.seat("amal")
    let id = try #require(garden.sensitive.first)
    for line in [
      "list", "list --json", "list --csv", "show \(id)", "show \(id) --json", "contact \(id)",
      "stats",
      "check", "vault check", "log", "search gate", "site build --out ../site",
    ] {
      try amal.done(line)
    }
    let known = garden.plants.all.suffix(2)
    try amal.done("find --name -", input: garden.plants.all[0])
    for point in ["objects", "vault", "reference"] {
      try amal.run(
        "note \(id) -", input: known.joined(separator: "\n"), with: ["DAFTAR_CRASH_AT": point])
    }
    let paths = try team.clones(["here", "there"])
    try amal.done("sync")
    for path in paths { try team.seat("karim", in: path).done("sync") }
    try team.seat("karim", in: paths[0]).done("note \(id) -", input: known.joined(separator: " "))
    try team.seat("karim", in: paths[0]).done("sync")
    try amal.done("sync")
    try team.register.git("gc", "--quiet")
    try Copy(team.register, at: paths[1]).git("gc --quiet --prune=now")
  }

  /// Every word is there for the focal point.
  private func expectReadable(
    _ garden: Garden, _ team: SealedTeam, at location: SourceLocation = #_sourceLocation
  ) throws {
    let amal = team.seat("amal")
    var read = ""
    for id in garden.sensitive + garden.ordinary {
      read += try amal.done("show \(id) --json", at: location).output
    }
    for id in garden.sensitive + garden.ordinary {
      read += try amal.run("contact \(id)", at: location).output
    }
    let missing = garden.plants.all.filter { !read.contains($0) }
    #expect(Set(missing) == Set(garden.replaced), sourceLocation: location)
  }
}
