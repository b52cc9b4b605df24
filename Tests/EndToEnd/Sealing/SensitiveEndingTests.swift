import Foundation
import Testing

/// Every ending of a sensitive case is decided by one and approved by another reader.
@Suite struct SensitiveEndingTests {
  @Test(arguments: ["withdrawn", "duplicate", "invalid"])
  func `an ending without an answer is decided and approved too`(outcome: String) throws {
    let team = try SealedTeam()
    let (omar, amal, karim) = (team.seat("omar"), team.seat("amal"), team.seat("karim"))
    let id = try omar.sensitive()
    let other = try omar.sensitive(text: "He asked for money again.")
    let of = outcome == "duplicate" ? " --of \(other)" : ""
    let close = "close \(id) --outcome \(outcome)\(of) --reason -"
    try amal.refused(close, by: "close.approved", input: "She asked for it.")
    try amal.take(id)
    try amal.refused(close, by: "close.approved", input: "She asked for it.")
    try amal.done("decide \(id) --outcome \(outcome) --reason -", input: "She asked for it.")
    try amal.refused(close, by: "close.approved", input: "She asked for it.")
    try amal.refused("approve \(id)", by: "approve.second-person")
    try karim.done("approve \(id)")
    let another = outcome == "invalid" ? "withdrawn" : "invalid"
    try amal.refused(
      "close \(id) --outcome \(another) --reason -", by: "close.approved-outcome", input: "No.")
    try amal.done(close, input: "She asked for it.")
    let file = try karim.json(id)
    #expect(file["state"] == "closed")
    #expect(file["outcome"].text == outcome)
    #expect(file["approved-by"] == "karim")
    #expect(try amal.file(of: id).contains("\nstate: closed\n"))
    try amal.expectWhole()
  }

  @Test func `a rejected decision leads back to the work`() throws {
    let team = try SealedTeam()
    let (amal, karim) = (team.seat("amal"), team.seat("karim"))
    let id = try team.seat("omar").sensitive()
    try amal.take(id)
    try amal.done("decide \(id) --outcome not-upheld --reason -", input: "No proof.")
    try karim.done("approve \(id) --reject --reason -", input: "Hear the guard first.")
    #expect(try amal.json(id)["state"] == "in-progress")
    try amal.refused("inform \(id) --via sms", by: "inform.decided")
    // A new decision needs a new approval.
    try amal.done("decide \(id) --outcome not-upheld --reason -", input: "The guard saw nothing.")
    try amal.refused("inform \(id) --via sms", by: "inform.approved")
    try karim.done("approve \(id)")
    try amal.done("inform \(id) --via sms")
    try amal.done("close \(id)")
  }

  @Test func `only a reader approves, and one who did not handle it`() throws {
    let team = try SealedTeam()
    let (huda, amal, rana) = (team.seat("huda"), team.seat("amal"), team.seat("rana"))
    let id = try team.seat("omar").sensitive()
    try huda.done("assign \(id) rana")
    try rana.done("start \(id)")
    try amal.done("decide \(id) --outcome not-upheld --reason -", input: "No proof.")
    for seat in [rana, amal] { try seat.refused("approve \(id)", by: "approve.second-person") }
    #expect(
      try team.seat("nadia").run("approve \(id)").errors == "This case is handled by others.\n")
    try huda.done("approve \(id)")
  }

  @Test func `a case that became sensitive after the answer still gets its approval`() throws {
    let team = try SealedTeam()
    let (huda, rana, amal) = (team.seat("huda"), team.seat("rana"), team.seat("amal"))
    let id = try team.seat("omar").ordinary()
    try huda.done("assign \(id) rana")
    try rana.done("start \(id)")
    try rana.done("decide \(id) --outcome not-upheld --reason 'The list was right.'")
    try rana.done("inform \(id) --via sms")
    try huda.done("raise \(id) --sensitivity confidential --reason -", input: "Staff are named.")
    try rana.refused("close \(id)", by: "close.approved")
    try rana.refused("approve \(id)", by: "approve.second-person")
    try amal.done("approve \(id)")
    try rana.done("close \(id)")
    let file = try amal.json(id)
    #expect(file["state"] == "closed" && file["approved-by"] == "amal")
    try amal.expectWhole()
  }

  @Test func `answer and resolve do not go round the approval`() throws {
    let team = try SealedTeam()
    let amal = team.seat("amal")
    let id = try team.seat("omar").sensitive()
    try amal.take(id)
    let result = try amal.run(
      "resolve \(id) --outcome not-upheld --via sms --reason -", input: "No proof.")
    #expect(result.status == 1 && result.errors.contains("[resolve.approval]"), "\(result)")
    #expect(try amal.json(id)["state"] == "in-progress")
  }
}
