import Foundation
import Testing

/// A register in which every text is sealed, also of ordinary cases.
@Suite struct EverythingSealedTests {
  /// A case in work, with words of several kinds.
  private func prepared() throws -> (team: SealedTeam, id: String) {
    let team = try SealedTeam(.everything)
    let (omar, rana) = (team.seat("omar"), team.seat("rana"))
    let id = try omar.done(
      "new --category minor --channel sms --language en --sex female --age 18-59 -",
      input: "The brambleQ1 tent is kelpieQ2 torn."
    ).word
    try team.seat("huda").done("assign \(id) rana --reason -", input: "axolotlQ6")
    try rana.done("start \(id)")
    try rana.done("note \(id) -", input: "zephyrQ3 seen.")
    return (team, id)
  }

  @Test func `texts, title and complainant are in the vault only`() throws {
    let (team, id) = try prepared()
    let (omar, zaki) = (team.seat("omar"), team.seat("zaki"))
    let file = try omar.file(of: id)
    #expect(file.contains("\n# *Sealed.*\n"))
    #expect(!file.contains("complainant") && !file.contains("female") && !file.contains("18-59"))
    #expect(file.contains("\ncategory: minor\n") && file.contains("\nassignee: rana\n"))
    for word in ["bramble", "kelpie", "zephyr", "axolotl"] {
      #expect(!file.contains(word), "\(word)")
      let objects = try team.register.shell(
        "git cat-file --batch-all-objects --unordered --batch | grep -aci '\(word)' || true")
      #expect(objects.word == "0", "\(word)")
    }
    #expect(file.components(separatedBy: "*Sealed.*").count == 5)

    let shown = try omar.done("show \(id)").output
    for word in ["The brambleQ1 tent is kelpieQ2 torn.", "zephyrQ3 seen.", "axolotlQ6"] {
      #expect(shown.contains(word), "\(shown)")
    }
    let json = try omar.json(id)
    #expect(json["title"] == "The brambleQ1 tent is kelpieQ2 torn.")
    #expect(json["complainant"]["sex"] == "female")
    #expect(try omar.done("list").output.contains("brambleQ1"))
    #expect(try omar.done("search kelpieq2").output.contains(id))
    #expect(try omar.done("search zephyrQ3 AXOLOTL").output.contains(id))

    // Without a key: the coded facts, and that the rest is sealed.
    let closed = try zaki.done("show \(id)").output
    #expect(closed.contains("*Sealed.*") && closed.contains("Minor dissatisfaction"))
    #expect(!closed.contains("bramble") && !closed.contains("female"))
    let closedJSON = try zaki.done("show \(id) --json").output
    #expect(!closedJSON.contains("bramble") && !closedJSON.contains("female"))
    #expect(try zaki.done("list").output.contains("*Sealed.*"))
    #expect(try !zaki.run("search kelpieQ2").output.contains(id))
    try omar.expectWhole()
  }

  @Test func `a title and private facts are amended, and stay sealed`() throws {
    let (team, id) = try prepared()
    let omar = team.seat("omar")
    try omar.done("amend \(id) sex male --reason -", input: "He corrected it.")
    #expect(try omar.json(id)["complainant"]["sex"] == "male")
    try omar.done("amend \(id) title - --reason -", input: "A quollQ4 title\nClearer.")
    #expect(try omar.json(id)["title"] == "A quollQ4 title")
    try omar.done("amend \(id) area A01 --reason -", input: "Upper valley was meant.")
    #expect(try omar.json(id)["area"] == "A01")
    let file = try omar.file(of: id)
    #expect(file.contains("\narea: A01\n"))
    for word in ["\"male\"", "female", "He corrected", "quollQ4"] {
      #expect(!file.contains(word), "\(word)")
    }
    try omar.expectWhole()
  }

  @Test func `a remedy that a review names is sealed with its reasons`() throws {
    let (team, id) = try prepared()
    let (rana, huda) = (team.seat("rana"), team.seat("huda"))
    try rana.done("decide \(id) --outcome not-upheld --reason -", input: "It was repaired.")
    try rana.done("inform \(id) --via sms")
    try rana.done("close \(id)")
    try team.seat("omar").done("object \(id) --reason -", input: "It still leaks.")
    try huda.done(
      "review \(id) --reject --remedy - --reason -",
      input: "Directorate narwhalQ7\nIt was seen to be dry dugongQ5.")
    let seen = try rana.done("show \(id)").output
    let file = try rana.file(of: id)
    for word in ["narwhalQ7", "dugongQ5"] {
      #expect(seen.contains(word), "\(seen)")
      #expect(!file.contains(word))
    }
    try rana.expectWhole()
  }

  @Test func `a coded field that was edited by hand is adopted`() throws {
    let (team, id) = try prepared()
    let huda = team.seat("huda")
    let path = team.register.file(of: id)
    let text = try huda.copy.content(of: path)
    try huda.copy.write(text.replacing("priority: normal", with: "priority: high"), to: path)
    let adopted = try huda.run("adopt \(id)")
    #expect(adopted.status == 0, "\(adopted)")
    #expect(try huda.json(id)["priority"] == "high")
    try huda.expectWhole()
  }

  @Test func `somebody without a key writes what the team can read`() throws {
    let (team, id) = try prepared()
    let zaki = team.seat("zaki")
    try zaki.done("note \(id) -", input: "Told me of the pegasusQ8.")
    #expect(try !zaki.done("show \(id)").output.contains("pegasusQ8"))
    #expect(try team.seat("rana").done("show \(id)").output.contains("pegasusQ8"))
    let new = try zaki.ordinary("A hydraQ9 in the well.")
    #expect(try team.seat("rana").done("show \(new)").output.contains("hydraQ9"))
    try zaki.expectWhole()
  }

  @Test func `the one complained about does not read the texts`() throws {
    let team = try SealedTeam(.everything)
    let id = try team.seat("omar").done(
      "new --category minor --channel sms --language en --subject rana -", input: "She was rude."
    ).word
    #expect(try team.seat("sami").done("show \(id)").output.contains("She was rude."))
    #expect(try !team.seat("rana").done("show \(id)").output.contains("rude"))
  }

  @Test func `a sensitive case is a stub here too`() throws {
    let team = try SealedTeam(.everything)
    let id = try team.seat("omar").sensitive()
    #expect(StubFile(try team.seat("omar").file(of: id)) != nil)
    #expect(try team.seat("omar").run("show \(id)").errors == "This case is handled by others.\n")
    try team.seat("amal").take(id)
    try team.seat("amal").expectWhole()
  }

  @Test func `an ordinary case that is raised leaves its words sealed for the new readers only`()
    throws
  {
    let (team, id) = try prepared()
    let huda = team.seat("huda")
    try huda.done("raise \(id) --sensitivity restricted --reason -", input: "It is worse.")
    let amal = try team.seat("amal").done("show \(id)").output
    for word in ["brambleQ1", "zephyrQ3", "axolotlQ6", "It is worse."] {
      #expect(amal.contains(word))
    }
    // Who read it before reads it no more in this copy.
    for member in ["omar", "rana", "huda"] {
      let result = try team.seat(member).run("show \(id)")
      #expect(result.errors == "This case is handled by others.\n", "\(result)")
    }
    try huda.expectWhole()
  }

  @Test func `the register cannot be unsealed by an edit`() throws {
    let team = try SealedTeam(.everything)
    let huda = team.seat("huda")
    let text = try huda.copy.content(of: "cases/register.yml")
    try huda.copy.write(
      text.replacing("seal: everything", with: "seal: sensitive"), to: "cases/register.yml")
    let result = try huda.run("adopt register.yml")
    #expect(result.status == 1 && result.errors.contains("[adopt.fixed]"), "\(result)")
  }
}
