import Foundation
import Testing

/// Ways around the seal that a review found; each is closed.
@Suite struct SealedOnceTests {
  @Test func `a raise cannot be undone, so its ending still needs a second person`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").ordinary()
    let huda = team.seat("huda")
    try huda.done("raise \(id) --sensitivity confidential --reason -", input: "It is about staff.")
    try huda.refused("undo \(id)", by: "undo.raise")
    #expect(try huda.json(id)["sensitivity"] == "confidential")
    try huda.refused(
      "close \(id) --outcome withdrawn --reason -", by: "close.approved", input: "They asked.")
  }

  @Test func `contact data that its readers cannot open does not freeze a case`() throws {
    let team = try SealedTeam()
    let omar = team.seat("omar")
    let id = try omar.ordinary()
    // Recorded while only omar's key counts: the others get new ones afterwards.
    let contact = try team.file("contact.txt", "phone: 0944 555 111\n")
    try omar.done("contact \(id) --from \(contact)")
    let karim = team.seat("karim")
    try karim.done("raise \(id) --sensitivity confidential --reason -", input: "Staff.")
    try team.seat("amal").done("assign \(id) rana --reason -", input: "Please.")
    try team.seat("rana").done("note \(id) -", input: "Spoke with them.")
    #expect(try team.seat("rana").json(id)["state"] == "in-progress")
  }

  @Test func `a key is not made inside a repository`() throws {
    let team = try SealedTeam()
    let place = team.register.path + "/cases/me.key"
    let made = try team.seat("omar").run("key new --out \(place)")
    #expect(made.status == 1 && made.errors.contains("git repository"))
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test func `the reason of an exception reaches nobody either`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").ordinary()
    let note = try team.seat("omar").run(
      "note \(id) --text", "Call 0944 123 456.", "--allow", "it is 0944 999 888")
    #expect(note.status == 1 && note.errors.contains("[text.personal-data]"))
  }

  @Test func `who is complained about is given on standard input`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").done(
      "new --category fraud --channel sms --language en --subject - --not-to - -",
      input: "sami\nkarim\nHe asked for money.\n"
    ).word
    let file = try team.seat("amal").json(id)
    #expect(file["subjects"].list.map(\.text) == ["sami"])
    #expect(file["not-to"].list.map(\.text) == ["karim"])
    #expect(file["text"] == "He asked for money.")
  }
}
