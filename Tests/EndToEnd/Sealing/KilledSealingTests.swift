import Foundation
import Testing

/// A command that seals something is killed at a given point of its write.
@Suite struct KilledSealingTests {
  enum Point: String, CaseIterable {
    case objects, vault, reference, worktree, index

    /// All points in a long run; in a quick one those beside the move of the branch.
    static var some: [Point] { isLongRun ? allCases : [.vault, .reference] }

    /// Whether the branch has moved by then.
    var isSaved: Bool { self != .objects && self != .vault }
  }

  static let secret = "brambleQ1"

  @Test(arguments: Point.some)
  func `a killed registration is complete or absent`(point: Point) throws {
    let team = try SealedTeam()
    let (omar, amal) = (team.seat("omar"), team.seat("amal"))
    let contact = try team.file("contact.txt", "phone: 0944 123 456\n")
    try kill(
      omar, at: point,
      "new --category fraud --channel sms --language en --contact-from \(contact) -")
    try expectNoEventWithoutEntry(amal, isSaved: point.isSaved)
    #expect(try amal.copy.caseFiles().count == (point.isSaved ? 1 : 0))
    #expect(try amal.done("list").output.contains(Self.secret) == point.isSaved)
    let next = try omar.sensitive(text: "Another one.")
    #expect(try amal.done("show \(next)").output.contains("Another one."))
    try amal.copy.expectInStep()
    try amal.copy.expectWhole()
    try expectNoWord(in: team)
  }

  @Test(arguments: isLongRun ? Point.allCases : [.objects, .vault, .worktree])
  func `a killed note is complete or absent, and the next one stands too`(point: Point) throws {
    let team = try SealedTeam()
    let amal = team.seat("amal")
    let id = try team.seat("omar").sensitive()
    try kill(amal, at: point, "note \(id) -")
    try expectNoEventWithoutEntry(amal, isSaved: point.isSaved)
    try amal.done("note \(id) -", input: "The second one.")
    let seen = try amal.done("show \(id)").output
    #expect(seen.contains(Self.secret) == point.isSaved, "\(seen)")
    #expect(seen.contains("The second one."))
    try amal.copy.expectInStep()
    try amal.copy.expectWhole()
    try expectNoWord(in: team)
  }

  @Test(arguments: Point.some)
  func `a killed new sealing leaves a case that its readers can open`(point: Point) throws {
    let team = try SealedTeam()
    let (amal, rana) = (team.seat("amal"), team.seat("rana"))
    let id = try team.seat("omar").sensitive()
    try amal.done("note \(id) -", input: "The first one.")
    try kill(amal, at: point, "assign \(id) rana --reason -")
    try expectNoEventWithoutEntry(amal, isSaved: point.isSaved)
    for seat in [amal, team.seat("huda"), team.seat("karim")] {
      #expect(try seat.done("show \(id)").output.contains("The first one."), "\(seat.member)")
    }
    let mayRead = try rana.run("show \(id)")
    #expect((mayRead.status == 0) == point.isSaved, "\(mayRead)")
    try amal.done("assign \(id) rana")
    #expect(try rana.done("show \(id)").output.contains("The first one."))
    try expectNoEventWithoutEntry(amal, isSaved: false)
    try amal.copy.expectWhole("\(point)")
  }

  @Test(arguments: Point.some)
  func `a killed raising is complete or absent`(point: Point) throws {
    let team = try SealedTeam()
    let (huda, amal) = (team.seat("huda"), team.seat("amal"))
    let id = try team.seat("omar").ordinary("The kelpieQ2 tent.", contact: "phone: 0944 123 456\n")
    try kill(huda, at: point, "raise \(id) --sensitivity restricted --reason -")
    try expectNoEventWithoutEntry(amal, isSaved: point.isSaved)
    #expect(try amal.done("show \(id)").output.contains("kelpieQ2"))
    if !point.isSaved {
      try huda.done("raise \(id) --sensitivity restricted --reason -", input: "It is.")
    }
    #expect(try amal.done("contact \(id)").output.contains("0944 123 456"))
    try amal.copy.expectInStep()
    try amal.copy.expectWhole()
  }

  @Test(arguments: [Point.objects, .reference, .worktree, .index])
  func `a killed sync is finished by the next one`(point: Point) throws {
    let two = try SealedPair()
    try two.there("amal").done("note \(two.id) -", input: "kelpieQ2 there.")
    try two.there("amal").done("sync")
    try two.here("amal").done("note \(two.id) -", input: "zephyrQ3 here.")
    let killed = try two.here("amal").run("sync", with: ["DAFTAR_CRASH_AT": point.rawValue])
    try #require(killed.status == 128 + SIGKILL, "\(killed)")
    try two.settle()
    for seat in [two.here("huda"), two.there("karim")] {
      let seen = try seat.done("show \(two.id)").output
      #expect(seen.contains("kelpieQ2") && seen.contains("zephyrQ3"), "\(seen)")
    }
    try two.expectSame()
  }

  /// What a step names is in the vault; at most an entry that no step names is left over.
  private func expectNoEventWithoutEntry(
    _ seat: Seat, isSaved: Bool, at location: SourceLocation = #_sourceLocation
  ) throws {
    let check = try seat.run("vault check --json")
    #expect(check.status == 0, "\(check)", sourceLocation: location)
    for rule in ["vault.missing", "vault.damaged"] {
      #expect(!check.output.contains(rule), "\(check)", sourceLocation: location)
    }
    #expect(
      !isSaved || !check.output.contains("vault.unknown"), "\(check)", sourceLocation: location)
  }

  private func expectNoWord(
    in team: SealedTeam, at location: SourceLocation = #_sourceLocation
  ) throws {
    let found = try team.register.shell(
      """
      grep -rl '\(Self.secret)' '\(team.register.folder)'
      for store in .git .git/daftar/vault.git; do
        git --git-dir $store cat-file --batch-all-objects --unordered --batch \
          | grep -al '\(Self.secret)'
      done
      true
      """)
    #expect(found.output == "", sourceLocation: location)
  }

  private func kill(
    _ seat: Seat, at point: Point, _ line: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let result = try seat.run(
      line, input: "Words of \(Self.secret).", with: ["DAFTAR_CRASH_AT": point.rawValue])
    // A release build knows no such points; then there is nothing to test.
    try #require(result.status == 128 + SIGKILL, "\(result)", sourceLocation: location)
  }
}
