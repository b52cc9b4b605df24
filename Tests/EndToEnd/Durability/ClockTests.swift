import Testing

/// The clock of a computer goes wrong.
@Suite(.durability) struct ClockTests {
  @Test func `a clock that runs back moves no commit before its parent`() throws {
    let register = try TemporaryRegister()
    let id = try register.new(now: "2026-11-21T09:00:00Z")
    try register.done("note \(id) --text First.", as: "huda", now: "2026-11-21T09:30:00Z")
    try register.done("note \(id) --text Second.", as: "huda", now: "2026-11-21T08:10:00Z")
    let second = try register.commit()
    #expect(second.committerDate == (try register.commit("HEAD~1")).committerDate)
    #expect(second.authorDate == second.committerDate - 80 * 60)
    try register.done("note \(id) --text Third.", as: "huda", now: "2026-11-21T08:20:00Z")
    let dates = try register.git("log", "--format=%ct").lines.compactMap(Int.init)
    #expect(dates == dates.sorted(by: >))
    // Replayed in the order in which they were written, whatever the clock said.
    let text = try register.git("show", "HEAD:" + register.file(of: id)).output
    let order = text.split(separator: "\n").filter { ["First.", "Second.", "Third."].contains($0) }
    #expect(order == ["First.", "Second.", "Third."])
    try Copy(register).expectWhole()
  }

  @Test func `united copies with different clocks are the same everywhere`() throws {
    let team = try TeamCopies(["here", "there"])
    // One computer is a week behind, the other ahead.
    try team[0].done("note \(team.case) --text 'Behind.'", now: "2026-11-21T01:00:00Z")
    try team[1].done("note \(team.case) --text 'Ahead.'", now: "2026-11-28T09:00:00Z")
    try team[1].done("sync", now: "2026-11-28T09:00:00Z")
    try team[0].done("sync", now: "2026-11-21T01:00:00Z")
    try team[1].done("sync", now: "2026-11-28T09:00:00Z")
    try team.expectSame(holding: [])
    let dates = try team[0].git("log --format=%ct").lines.compactMap(Int.init)
    #expect(dates.first == dates.max())
  }
}
