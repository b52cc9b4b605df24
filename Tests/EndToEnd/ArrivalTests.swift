import Foundation
import Testing

/// What waits for a second person, and what a member is told of what came in.
@Suite struct ArrivalTests {
  @Test func `what waits for a second person is listed, and approving it is said`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-14")
    try register.done("amend \(id) category information --reason 'A slip.'", as: "omar")
    let waiting = try register.done("list --to-approve --json").json.list
    #expect(waiting.map { $0["case"].text } == [id])
    #expect(try register.done("list --to-approve", as: "huda").lines[1].contains(id))
    try register.done("approve \(id) --reject --reason 'It complains.'", as: "huda")
    #expect(try register.done("list --to-approve --json").json.list.isEmpty)
  }

  @Test func `sync tells who may confirm it that a correction was proposed`() throws {
    let pair = try SealedPair()
    let id = try pair.here("amal").done(
      "new --category minor --channel sms --language en --received 2026-11-14 --text 'No shade.'"
    ).word
    try pair.here("amal").done("amend \(id) category information --reason 'A slip.'")
    try pair.here("amal").done("sync")
    let told = try pair.there("huda").done("sync")
    #expect(told.errors.contains("waits for a second person in 1 case"), "\(told)")
    #expect(told.errors.contains("`daftar list --to-approve`"), "\(told)")
    #expect(try pair.there("huda").done("list --to-approve").output.contains(id))
    #expect(try !pair.there("huda").done("sync").errors.contains("second person"))
  }

  @Test func `sync tells readers of a new sensitive case, and nobody else`() throws {
    for (member, isTold) in [("huda", true), ("omar", false)] {
      let pair = try SealedPair()
      let id = try pair.here("amal").done(
        "new --category conduct --channel sms --language en -", input: "A guard takes money."
      ).word
      try pair.here("amal").done("sync")
      let said = try pair.there(member).done("sync")
      #expect(said.errors.contains("for you to look at: \(id)") == isTold, "\(said)")
    }
  }
}
