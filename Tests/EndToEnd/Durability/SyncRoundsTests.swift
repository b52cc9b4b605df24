import Foundation
import Testing

/// Several people work at the same time, each in a copy, and exchange what is new.
@Suite(.durability, .builtProgram) struct SyncRoundsTests {
  @Test(.timeLimit(.minutes(60)))
  func `two copies that both write always come together`() throws {
    let team = try TeamCopies(["here", "there"])
    var events: Set<String> = []
    for round in 0..<(isLongRun ? 21 : 7) {
      for copy in team.copies { try copy.new("Complaint of round \(round).") }
      try Self.work(team, round)
      for copy in team.copies { events.formUnion(try copy.events()) }
      switch round % 3 {
      case 0: for copy in team.copies { try copy.done("sync") }
      case 1: for copy in team.copies.reversed() { try copy.done("sync") }
      default: try Self.syncAtOnce(team)
      }
      try Self.settle(team)
    }
    for copy in [team[0], team[1], team[0]] { try copy.done("sync") }
    try team.expectSame(holding: events)
    let rounds = isLongRun ? 21 : 7
    #expect(try team[0].caseFiles().count == 1 + 2 * rounds + Self.closings(rounds))
    print("sync rounds: \(rounds), \(events.count) events, all there")
  }

  @Test func `three copies in a triangle come together`() throws {
    let team = try TeamCopies(["one", "two", "three"])
    // Each takes from the next: one ← two ← three ← one.
    for (index, copy) in team.copies.enumerated() {
      try copy.git("remote set-url origin \(team[(index + 1) % 3].path)")
    }
    for copy in team.copies {
      try copy.new("Complaint.")
      try copy.done("note \(team.case) --text 'Words from \(copy.path.suffix(5)).'")
    }
    var events: Set<String> = []
    for copy in team.copies { events.formUnion(try copy.events()) }
    // A copy with files cannot be sent to; each takes in, and says that it was not let in.
    for _ in 0..<3 {
      for copy in team.copies { try copy.run("sync") }
    }
    for copy in team.copies {
      #expect(events.isSubset(of: try copy.events()))
      try copy.expectWhole(copy.path)
      try copy.expectNoConflictMarker()
    }
    #expect(Set(try team.copies.map { try $0.content(of: team.file) }).count == 1)
  }

  @Test func `three copies around one place come together`() throws {
    let team = try TeamCopies(["one", "two", "three"])
    for copy in team.copies {
      try copy.new("Complaint.")
      try copy.done("note \(team.case) --text 'Words.'")
    }
    var events: Set<String> = []
    for copy in team.copies { events.formUnion(try copy.events()) }
    _ = try inParallel(3) { try team[$0].done("sync") }
    for copy in team.copies { try copy.done("sync") }
    try team.expectSame(holding: events)
  }

  @Test func `two syncs in one copy at the same time both end well`() throws {
    let team = try TeamCopies(["here", "there"])
    for round in 0..<6 {
      for copy in team.copies { try copy.new("Complaint \(round).") }
      try team[1].done("sync")
      _ = try inParallel(3) { _ in try team[0].done("sync") }
    }
    try team[1].done("sync")
    try team.expectSame(holding: [])
  }

  @Test func `a closing beside another step leaves the case open`() throws {
    let team = try TeamCopies(["here", "there"])
    try team[0].done("close \(team.case) --outcome withdrawn --reason 'No longer wanted.'")
    try team[1].done("note \(team.case) --text 'Called again.'")
    for copy in [team[0], team[1], team[0]] { try copy.done("sync") }
    try team.expectSame(holding: [])
    let file = try team[0].done("show \(team.case) --json").json
    #expect(file["state"].text == "registered")
    #expect(file["attention"].list.count == 1)
  }

  @Test func `of two priorities the higher stays`() throws {
    let team = try TeamCopies(["here", "there"])
    try team[0].done("raise \(team.case) --priority critical --reason 'No water.'")
    try team[1].done("raise \(team.case) --priority high --reason 'Little water.'")
    for copy in [team[1], team[0], team[1]] { try copy.done("sync") }
    try team.expectSame(holding: [])
    #expect(try team[1].content(of: team.file).contains("\npriority: critical\n"))
  }

  /// What both do with one case in a round.
  private static func work(_ team: TeamCopies, _ round: Int) throws {
    let lines =
      switch round % 7 {
      case 0: ["note CASE --text 'Here, \(round).'", "note CASE --text 'There, \(round).'"]
      case 1: ["assign CASE rana", "assign CASE sami"]
      case 2:
        [
          "raise CASE --priority high --reason 'Here.'",
          "raise CASE --priority critical --reason 'There.'",
        ]
      case 3:
        [
          "amend CASE area A01 --reason 'Here, \(round).'",
          "amend CASE area A02 --reason 'There, \(round).'",
        ]
      case 4:
        [
          "amend CASE title 'Title \(round) here' --reason 'Clearer.'",
          "amend CASE title 'Title \(round) there' --reason 'Clearer.'",
        ]
      case 5:
        ["assign CASE --unit north --reason 'Nearer.'", "note CASE --text 'There, \(round).'"]
      default: [String]()
      }
    for (copy, line) in zip(team.copies, lines) {
      // A step that the rules refuse by now is no concern of this test.
      try copy.run(line.replacing("CASE", with: team.case))
    }
    if lines.isEmpty { try closeBesideNote(team, round) }
  }

  /// One copy closes a case of its own while the other, which has it too, notes.
  private static func closeBesideNote(_ team: TeamCopies, _ round: Int) throws {
    let id = try team[0].new("To be closed in round \(round).")
    try settle(team)
    try team[0].done("close \(id) --outcome withdrawn --reason 'No longer wanted.'")
    try team[1].done("note \(id) --text 'Called again.'")
  }

  private static func closings(_ rounds: Int) -> Int { rounds / 7 }

  private static func syncAtOnce(_ team: TeamCopies) throws {
    _ = try inParallel(team.copies.count) { try team[$0].done("sync") }
  }

  private static func settle(_ team: TeamCopies) throws {
    for copy in [team[0], team[1], team[0]] { try copy.done("sync") }
  }
}
