import Testing

/// A step without effect stays one in every view, also after somebody settled it.
@Suite struct LostStepTests {
  @Test func `the mark stays after settling, with who acted at the same time`() throws {
    let team = try TeamCopies(["here", "there"])
    try team[0].done("close \(team.case) --outcome withdrawn --reason 'No longer wanted.'")
    try team[1].done("note \(team.case) --text 'Called again.'")
    for copy in [team[0], team[1], team[0]] { try copy.done("sync") }
    let lost = try team[0].done("show \(team.case) --json").json["attention"][0].text ?? ""
    for isSettled in [false, true] {
      let shown = try team[0].done("show \(team.case)").output
      let words = isSettled ? "; settled" : "; see attention"
      #expect(shown.contains("(note)\(words)"), "\(shown)")
      #expect(shown.contains("— no effect: at the same time acted "), "\(shown)")
      let log = try team[0].done("log \(team.case)").output
      #expect(log.contains("close withdrawn  — no effect: at the same time acted"), "\(log)")
      #expect(try team[0].done("log").output.contains("— no effect"))
      let step = try team[0].done("show \(team.case) --json").json["no-effect"][0]
      #expect(step["event"].text == lost)
      #expect(step["settled"].boolean == isSettled)
      #expect(step["meanwhile"][0]["do"] == "note")
      #expect(step["meanwhile"][0]["by"].text?.isEmpty == false)
      let entries = try team[0].done("log \(team.case) --json").json.list
      let marked = entries.filter { $0["no-effect"] != .missing }
      #expect(marked.map { $0["events"].texts } == [[lost]])
      if !isSettled { try team[0].done("settle \(team.case) --reason 'It stays open.'") }
    }
    #expect(try team[0].done("show \(team.case) --json").json["attention"] == .missing)
  }

  @Test func `a value that lost is marked, the one that stands is not`() throws {
    let team = try TeamCopies(["here", "there"])
    try team[0].done("raise \(team.case) --priority critical --reason 'No water.'")
    try team[1].done("raise \(team.case) --priority high --reason 'Little water.'")
    for copy in [team[1], team[0], team[1]] { try copy.done("sync") }
    try team[1].done("settle \(team.case) --reason Agreed")
    let steps = try team[1].done("show \(team.case) --json").json["no-effect"].list
    #expect(steps.count == 1 && steps[0]["settled"].boolean == true)
    let marked = try team[1].done("show \(team.case)").lines.filter { $0.contains("— no effect") }
    #expect(marked.count == 1 && marked[0].contains("priority high"), "\(marked)")
  }

  @Test func `a case in which nothing was lost says nothing of it`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.closed.id
    #expect(try !register.done("show \(id)").output.contains("no effect"))
    #expect(try register.json(id)["no-effect"] == .missing)
  }
}
