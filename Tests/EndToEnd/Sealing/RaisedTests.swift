import Foundation
import Testing

/// An ordinary case that turns out to be sensitive.
@Suite struct RaisedTests {
  private func ordinaryCase(in team: SealedTeam) throws -> String {
    let id = try team.seat("omar").ordinary("The brambleQ1 tent.", contact: "phone: 0944 123 456\n")
    try team.seat("huda").done("assign \(id) rana --reason 'Near the kelpieQ2.'")
    try team.seat("rana").done("start \(id)")
    try team.seat("rana").done("note \(id) --text 'zephyrQ3 seen.'")
    return id
  }

  @Test func `its texts leave the file and stay readable for its readers`() throws {
    let team = try SealedTeam()
    let id = try ordinaryCase(in: team)
    let huda = team.seat("huda")
    let raised = try huda.done(
      "raise \(id) --sensitivity confidential --reason -", input: "Staff are axolotlQ4.")
    #expect(raised.errors.contains("stays readable in the history"), "\(raised)")
    #expect(raised.errors.contains("Nothing removes it from others' copies"))
    #expect(raised.errors.contains("the title and the coded facts"))
    let file = try huda.file(of: id)
    for word in ["kelpieQ2", "zephyrQ3", "axolotlQ4"] { #expect(!file.contains(word), "\(word)") }
    #expect(StubFile(file)?.keys == ["case", "state", "sensitivity", "received", "due", "actors"])
    #expect(StubFile(file)?.body == "# *Sealed.*")
    for member in ["huda", "rana", "amal", "karim"] {
      let seen = try team.seat(member).done("show \(id)").output
      for word in ["brambleQ1", "kelpieQ2", "zephyrQ3", "axolotlQ4"] {
        #expect(seen.contains(word), "\(member) \(seen)")
      }
      #expect(try team.seat(member).done("search zephyrq3").output.contains(id))
      #expect(try team.seat(member).done("find --phone 0944123456").output.contains(id))
      let row = try team.seat(member).done("list --json").json[0]
      #expect(row["assignee"] == "rana" && row["sensitivity"] == "confidential", "\(row)")
    }
    for member in ["omar", "sami", "nadia", "zaki"] {
      let result = try team.seat(member).run("show \(id)")
      #expect(result.errors == "This case is handled by others.\n", "\(result)")
      #expect(try team.seat(member).run("find --phone 0944123456").output == "")
      #expect(try !team.seat(member).run("search zephyrq3").output.contains(id))
      #expect(try team.seat(member).done("list").output.contains("handled by others"))
    }
    // What was clear once is in the history: nobody pretends otherwise.
    #expect(try team.register.git("grep", "-c", "zephyrQ3", "HEAD~1", "--", "cases").word != "")
    try huda.expectWhole()
  }

  @Test func `raising by somebody who then may not read it says so`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").ordinary()
    let sami = team.seat("sami")
    let result = try sami.done(
      "raise \(id) --sensitivity restricted --reason -", input: "She named a guard.")
    #expect(result.errors.contains("Nothing removes it from others' copies"), "\(result)")
    #expect(try sami.run("show \(id)").errors == "This case is handled by others.\n")
    #expect(try team.seat("amal").done("show \(id)").output.contains("She named a guard."))
    try sami.expectWhole()
  }

  @Test func `a case does not become ordinary again`() throws {
    let team = try SealedTeam()
    let id = try ordinaryCase(in: team)
    let huda = team.seat("huda")
    try huda.done("raise \(id) --sensitivity confidential --reason -", input: "Staff.")
    for line in [
      "raise \(id) --sensitivity internal", "amend \(id) sensitivity internal --reason -",
    ] {
      let result = try huda.run(line, input: "Not at all.")
      #expect(result.status == 1, "\(result)")
    }
    #expect(StubFile(try huda.file(of: id)) != nil)
  }

  @Test func `a sensitive category is no way round the raising`() throws {
    let team = try SealedTeam()
    let id = try ordinaryCase(in: team)
    let huda = team.seat("huda")
    let before = try team.register.head()
    let result = try huda.run("amend \(id) category fraud --reason -", input: "It was fraud.")
    // Refused, or the case is a stub from then on; never a sensitive case in clear.
    if result.status == 0 {
      #expect(StubFile(try huda.file(of: id)) != nil, "\(result)")
    } else {
      #expect(try team.register.head() == before, "\(result)")
    }
    let path = team.register.file(of: id)
    let text = try huda.copy.content(of: path)
    try huda.copy.write(
      text.replacing("sensitivity: internal", with: "sensitivity: confidential"), to: path)
    #expect(try huda.run("adopt \(id)").status == 1)
  }

  @Test func `a note of another copy at the same time is not lost, and sealed by the next step`()
    throws
  {
    let team = try SealedTeam()
    let id = try ordinaryCase(in: team)
    let paths = try team.clones(["here", "there"])
    try team.seat("huda").done("sync")
    let (here, there) = (team.seat("huda", in: paths[0]), team.seat("rana", in: paths[1]))
    for seat in [here, there] { try seat.done("sync") }
    try here.done("raise \(id) --sensitivity confidential --reason -", input: "Staff are named.")
    try there.done("note \(id) --text 'A quollQ5 note.'")
    for seat in [here, there, here] { try seat.done("sync") }
    #expect(try here.copy.head() == there.copy.head())
    for seat in [here, there] {
      let seen = try seat.done("show \(id)").output
      #expect(seen.contains("quollQ5") && seen.contains("zephyrQ3"), "\(seen)")
      try seat.expectWhole()
    }
    // Its text stands in the clear until somebody who reads the case takes the next step.
    #expect(try here.file(of: id).contains("quollQ5"))
    #expect(
      try team.seat("omar", in: paths[1]).run("show \(id)").errors
        == "This case is handled by others.\n")
    try there.done("note \(id) -", input: "Went on.")
    #expect(try !there.file(of: id).contains("quollQ5"))
    for seat in [there, here] { try seat.done("sync") }
    #expect(try here.done("show \(id)").output.contains("quollQ5"))
    #expect(StubFile(try here.file(of: id))?.body == "# *Sealed.*")
    for seat in [here, there] { try seat.expectWhole() }
  }

  @Test func `raised in two copies at once it is sealed once and holds both`() throws {
    let team = try SealedTeam()
    let id = try ordinaryCase(in: team)
    let paths = try team.clones(["here", "there"])
    try team.seat("huda").done("sync")
    let (here, there) = (team.seat("huda", in: paths[0]), team.seat("amal", in: paths[1]))
    for seat in [here, there] { try seat.done("sync") }
    try here.done("raise \(id) --sensitivity confidential --reason -", input: "Staff are named.")
    try there.done("raise \(id) --sensitivity restricted --reason -", input: "A child is named.")
    for seat in [here, there, here] { try seat.done("sync") }
    #expect(try here.copy.head() == there.copy.head())
    #expect(try there.file(of: id).contains("\nsensitivity: restricted\n"))
    try there.expectWhole()
    let seen = try there.done("show \(id)").output
    for word in ["zephyrQ3", "Staff are named.", "A child is named."] {
      #expect(seen.contains(word), "\(seen)")
    }
    try there.done("note \(id) -", input: "Went on.")
    for seat in [there, here] { try seat.done("sync") }
    #expect(try here.run("show \(id)").status == 1)
    for seat in [here, there] { try seat.expectWhole() }
  }
}
