import Foundation
import Testing

/// A late complaint is not taken out of the figures by one person.
@Suite struct SetAsideTests {
  private static let late = "2026-12-01T09:00:00Z"

  private func statistics(_ register: TemporaryRegister) throws -> JSON {
    try register.done("stats --json --as-of 2026-12-01", now: Self.late).json
  }

  /// The complaints in K05, and how many of them were closed in time.
  private func share(_ register: TemporaryRegister) throws -> [Int?] {
    let k05 = try statistics(register)["K05"]
    return [k05["denominator"].integer, k05["numerator"].integer]
  }

  @Test(arguments: [
    "close CASE --outcome invalid --reason 'A test.'",
    "close CASE --outcome duplicate --of OTHER --reason 'Twice.'",
    "link CASE --duplicate-of OTHER",
  ])
  func `a late complaint is set aside by two people`(command: String) throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-02")
    let other = try register.new("--received 2026-11-20")
    let line = command.replacing("CASE", with: id).replacing("OTHER", with: other)
    let said = try register.done(line, as: "omar", now: Self.late)
    #expect(said.errors.contains("daftar approve \(id)"), "\(said)")
    var file = try register.json(id)
    #expect(file["state"] == "registered" && file["duplicate-of"] == .missing)
    #expect(try register.done("show \(id)").output.contains("waits for a second person"))
    #expect(try share(register) == [1, 0])
    for member in ["omar", "rana"] {
      let refused = try register.run(
        "approve \(id)", as: member, now: Self.late, checked: false)
      #expect(refused.errors.contains("[close.second-person]"), "\(refused)")
    }
    try register.done("approve \(id)", as: "huda", now: Self.late)
    file = try register.json(id)
    #expect(file["state"] == "closed" || file["duplicate-of"].text == other)
    #expect(file["proposed"] == .missing)
    #expect(try share(register) == [0, 0])
    let listed = try statistics(register)["set_aside"][0]
    #expect(listed["case"].text == id && listed["counted"].boolean == false)
    #expect(try register.done("check").status == 0)
  }

  @Test(arguments: [
    ("close CASE --outcome duplicate --of CASE --reason 'Twice.'", "close.duplicate-of"),
    ("link CASE --duplicate-of CASE", "link.self"),
  ])
  func `what nobody could confirm is not proposed`(command: String, rule: String) throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-02")
    let refused = try register.run(
      command.replacing("CASE", with: id), as: "omar", now: Self.late)
    #expect(refused.status == 1 && refused.errors.contains("[\(rule)]"), "\(refused)")
    #expect(!refused.errors.contains("add --of"), "\(refused)")
    #expect(try register.json(id)["proposed"] == .missing)
  }

  @Test func `sent back, it stays a complaint`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-02")
    try register.done(
      "close \(id) --outcome invalid --reason 'A test.'", as: "omar", now: Self.late)
    try register.done("approve \(id) --reject --reason 'It is none.'", as: "huda", now: Self.late)
    #expect(try register.json(id)["proposed"] == .missing)
    #expect(try share(register) == [1, 0])
  }

  @Test func `in time one person sets a complaint aside, and a link alone is no ending`() throws {
    let register = try TemporaryRegister()
    let day = "2026-11-10T09:00:00Z"
    let ended = try register.new("--received 2026-11-02", now: day)
    let linked = try register.new("--received 2026-11-02", now: day)
    try register.done("close \(ended) --outcome invalid --reason 'A test.'", as: "huda", now: day)
    try register.done("link \(linked) --duplicate-of \(ended)", as: "omar", now: day)
    #expect(try register.json(ended)["state"] == "closed")
    // The linked one was still open when its 15 days were over.
    #expect(try share(register) == [1, 0])
  }

  @Test func `raised when it was late already it stays in K05, and is told to everybody`() throws {
    let team = try SealedTeam()
    let (omar, huda) = (team.seat("omar"), team.seat("huda"))
    let ids = try team.complaints(2, raisedAt: ["2026-11-10T09:00:00Z", Self.late])
    for seat in [omar, huda] {
      let stats = try seat.done("stats --json --as-of 2026-12-01", now: Self.late).json
      #expect(stats["K05"]["denominator"] == 1 && stats["K05"]["numerator"] == 0)
      // What K05 counts was received.
      #expect(stats["K01"]["value"] == 1 && stats["by"]["month"][11]["received"] == 0)
      #expect(stats["by"]["month"][10]["received"] == 1)
      let listed = stats["set_aside"].list
      #expect(Set(listed.compactMap(\.["case"].text)) == Set(ids))
      #expect(listed.first { $0["case"].text == ids[1] }?["counted"] == .boolean(true))
      #expect(listed.first { $0["case"].text == ids[0] }?["counted"] == .boolean(false))
      let page = try seat.done("stats --as-of 2026-12-01", now: Self.late).output
      #expect(page.contains("\(ids[1])  raised, counted"), "\(page)")
    }
  }
}
