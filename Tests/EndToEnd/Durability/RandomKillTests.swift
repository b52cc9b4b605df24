import Foundation
import Testing

/// Commands are killed at random moments, as by a power cut; `EveryCallTests` chooses the moments.
@Suite(.durability, .enabled("DAFTAR_LONG=1 asks for it", { isLongRun })) struct RandomKillTests {
  /// How many kills, and how many of them after the branch had moved, make a run.
  private static let wanted = (kills: 200, saved: 50)

  /// What a series of kills did.
  private struct Tally: CustomStringConvertible {
    var kills = 0
    var saved = 0
    var outOfStep = 0
    var finished = 0
    var locks = 0

    var description: String {
      "\(kills) killed, \(saved) of them after the branch had moved, "
        + "\(outOfStep) with files out of step, \(locks) with a lock left; "
        + "\(finished) ended before"
    }
  }

  @Test(.timeLimit(.minutes(60)))
  func `a kill at any moment loses nothing and halves nothing`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    var generator = SystemRandomNumberGenerator()
    var tally = Tally()
    var events = try copy.events()
    let end = Date().addingTimeInterval(1_500)
    while tally.kills < Self.wanted.kills || tally.saved < Self.wanted.saved, Date() < end {
      let round = tally.kills + tally.finished
      let before = try copy.head()
      // Half of the kills come at any moment, half soon after the branch has moved.
      let victim = try Victim(Self.line(round, id), in: copy)
      if round % 2 == 0 {
        usleep(.random(in: 0..<120_000, using: &generator))
      } else {
        victim.waitUntil(copy.path + "/.git/refs/heads/main", isNot: before)
        usleep(.random(in: 0..<6_000, using: &generator))
      }
      guard victim.kill() else {
        tally.finished += 1
        events = try copy.events()
        continue
      }
      tally.kills += 1
      if leftLocks(copy) { tally.locks += 1 }
      let isSaved = try copy.head() != before
      if isSaved {
        tally.saved += 1
        if try copy.git("status --porcelain").output != "" { tally.outOfStep += 1 }
      }
      events = try expectWholeStep(copy, after: before, events, isSaved, round)
    }
    print("random kills: \(tally)")
    #expect(tally.kills >= Self.wanted.kills, "\(tally)")
    #expect(tally.saved >= Self.wanted.saved, "\(tally)")
    try copy.done("list")
    try copy.expectWhole("\(tally)")
  }

  private static func line(_ round: Int, _ id: String) -> String {
    switch round % 6 {
    case 0, 1: "new --category minor --channel sms --language en --text 'Complaint \(round).'"
    case 2, 3: "note \(id) --text 'Note \(round).'"
    default: "assign \(id) \(round % 12 < 6 ? "rana" : "sami")"
    }
  }

  /// Whether the killed command left a lock of git, which the next command has to remove.
  private func leftLocks(_ copy: Copy) -> Bool {
    ["index.lock", "refs/heads/main.lock", "HEAD.lock"]
      .contains { FileManager.default.fileExists(atPath: copy.path + "/.git/" + $0) }
  }

  /// The step is there with all its events or not at all; the next command brings the files after.
  private func expectWholeStep(
    _ copy: Copy, after before: String, _ events: Set<String>, _ isSaved: Bool, _ round: Int
  ) throws -> Set<String> {
    let commits = try copy.git("rev-list --count \(before)..HEAD").word
    #expect(commits == (isSaved ? "1" : "0"))
    var wanted = events
    if isSaved {
      let body = try copy.git("log -1 --format=%b").lines
      let named = body.filter { $0.hasPrefix("Event: ") }.map { String($0.dropFirst(7).prefix(16)) }
      #expect(!named.isEmpty)
      wanted.formUnion(named)
    }
    if round % 5 == 4 {
      try copy.expectWhole("round \(round)")
    } else {
      try copy.done(round % 2 == 0 ? "list" : "list --open")
      try copy.expectInStep("round \(round)")
    }
    let found = try copy.events()
    #expect(found == wanted, "round \(round)")
    return found
  }
}

/// A command that is going to be killed.
private struct Victim {
  private let child: Child

  init(_ line: String, in copy: Copy) throws {
    child = try Child(
      Binary.path, words(line), in: copy.path, environment: copy.environment(as: "huda"),
      input: "/dev/null", output: "/dev/null", errors: "/dev/null")
  }

  /// Waits until a file says something else, or the command has had time to end.
  func waitUntil(_ file: String, isNot text: String) {
    let end = Date().addingTimeInterval(2)
    while Date() < end {
      let now = try? String(contentsOfFile: file, encoding: .utf8)
      if let now, !now.hasPrefix(text) { return }
    }
  }

  /// Kills the command; false when it had ended already.
  func kill() -> Bool {
    if child.poll() != nil { return false }
    child.stop()
    return true
  }
}
