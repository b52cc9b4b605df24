import Foundation
import Testing

/// Corrections that would make a figure look better wait for a second person.
@Suite struct SecondPersonTests {
  @Test(arguments: [
    "category information", "category assistance", "received 2026-11-21", "due 2026-12-10",
  ])
  func `what one person proposes changes nothing until a second one confirms it`(
    amendment: String
  ) throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-14")
    let before = try register.json(id)
    let field = try #require(amendment.split(separator: " ").first.map(String.init))
    // Only a manager corrects a deadline.
    let (author, other) = field == "due" ? ("huda", "karim") : ("omar", "huda")
    let proposed = try register.done("amend \(id) \(amendment) --reason 'A slip.'", as: author)
    #expect(proposed.errors.contains("daftar approve \(id)"))
    var file = try register.json(id)
    #expect(file[field] == before[field])
    #expect(file["due"] == before["due"])
    #expect(file["proposed"][0]["field"].text == field)
    #expect(try register.done("show \(id)").output.contains("waits for a second person"))
    for member in [author, "rana"] {
      let refused = try register.run("approve \(id)", as: member, checked: false)
      #expect(
        refused.status == 1 && refused.errors.contains("[amend."), "\(refused)")
    }
    try register.done("approve \(id)", as: other)
    file = try register.json(id)
    #expect(file[field].text == amendment.split(separator: " ").last.map(String.init))
    #expect(file["proposed"] == .missing)
    #expect(try register.done("check").status == 0)
  }

  @Test func `whoever works on the case does not confirm what is proposed in it`() throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    try register.done("assign \(id) huda", as: "omar")
    try register.done("amend \(id) category information --reason 'A question.'", as: "omar")
    let refused = try register.run("approve \(id)", as: "huda", checked: false)
    #expect(refused.errors.contains("[amend.second-person]"), "\(refused)")
    try register.done("approve \(id)", as: "karim")
    #expect(try register.json(id)["category"] == "information")
  }

  @Test func `a proposal is sent back with reasons, and nothing is changed`() throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    try register.done("amend \(id) category information --reason 'A question.'", as: "omar")
    let bare = try register.run("approve \(id) --reject", as: "huda", checked: false)
    #expect(bare.errors.contains("[propose.reasons]"), "\(bare)")
    try register.done("approve \(id) --reject --reason 'It complains.'", as: "huda")
    let file = try register.json(id)
    #expect(file["category"] == "minor" && file["proposed"] == .missing)
    let again = try register.run("approve \(id) --proposal", as: "huda", checked: false)
    #expect(again.errors.contains("[propose.none]"), "\(again)")
  }

  @Test func `beside a decision the proposal is named`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.decided.id
    try register.done("amend \(id) category information --reason 'A question.'", as: "omar")
    try register.done("approve \(id)", as: "huda")
    var file = try register.json(id)
    #expect(file["approved-by"] == "huda" && file["category"] == "minor")
    try register.done("approve \(id) --proposal", as: "huda")
    file = try register.json(id)
    #expect(file["category"] == "information")
  }

  @Test func `an edit of the file by hand is no way around it`() throws {
    let register = try TemporaryRegister()
    let id = try register.new()
    try register.edit(register.file(of: id)) {
      $0.replacing("category: minor", with: "category: information")
    }
    let refused = try register.run("adopt \(id) --reason 'A slip.'", as: "huda", checked: false)
    #expect(refused.errors.contains("[amend.second-person]"), "\(refused)")
  }

  @Test(arguments: ["category major", "received 2026-11-10", "area A01", "due 2026-11-25"])
  func `what takes nothing out of the figures and lengthens nothing needs one person`(
    amendment: String
  ) throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-14")
    try register.done("amend \(id) \(amendment) --reason 'A slip.'", as: "huda")
    #expect(try register.json(id)["proposed"] == .missing)
  }

  @Test func `a late complaint is not moved out of the six months by one person`() throws {
    let register = try TemporaryRegister()
    let late = "2026-12-01T09:00:00Z"
    let id = try register.new("--received 2026-11-02")
    let command = "amend \(id) received 2026-01-05 --reason 'It lay in the box.'"
    try register.done(command, as: "omar", now: late)
    #expect(try register.json(id)["received"] == "2026-11-02")
    #expect(try register.json(id)["proposed"][0]["field"] == "received")
    try register.done("approve \(id)", as: "huda", now: late)
    #expect(try register.json(id)["received"] == "2026-01-05")
    // Before it is late, a day that makes it late is no way out either.
    let young = try register.new()
    try register.done("amend \(young) received 2026-01-05 --reason 'It lay there.'", as: "omar")
    #expect(try register.json(young)["received"] == "2026-11-21")
  }

  @Test func `stats lists what was called something else, and counts it as it was`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--received 2026-11-02")
    try register.done(
      "amend \(id) category information --reason 'A question.'", as: "omar",
      now: "2026-12-01T09:00:00Z")
    try register.done("approve \(id)", as: "huda", now: "2026-12-01T09:00:00Z")
    let stats = try register.done(
      "stats --json --as-of 2026-12-01", now: "2026-12-01T09:00:00Z"
    ).json
    #expect(stats["K05"]["denominator"].integer == 1)
    #expect(stats["K05"]["numerator"].integer == 0)
    #expect(stats["reclassified"][0]["case"].text == id)
    let text = try register.done("stats --as-of 2026-12-01", now: "2026-12-01T09:00:00Z").output
    #expect(text.contains("\(id)  category minor → information on 2026-12-01, counted"))
    let table = try register.done("list --csv", now: "2026-12-01T09:00:00Z").output
      .split(whereSeparator: \.isNewline)
    #expect(table[0].contains("category-at-limit"))
    #expect(table[1].contains("information") && table[1].contains("minor"))
  }

  @Test func `the team's page and the terminal give the same K05 and K07 of one day`() throws {
    let register = try TemporaryRegister()
    let days = ["2026-05-03", "2026-06-10", "2026-07-01", "2026-08-20", "2026-11-02", "2026-11-18"]
    for (index, day) in days.enumerated() {
      _ = try register.new(
        "--category \(index % 2 == 0 ? "minor" : "information")", now: day + "T09:00:00Z")
    }
    for (index, day) in days.prefix(4).enumerated() {
      let id = try register.new("--category major", now: day + "T09:00:00Z")
      let end = "\(day.dropLast(2))2\(4 + index)T09:00:00Z"
      try register.done("assign \(id) rana", as: "omar", now: end)
      try register.done("start \(id)", as: "rana", now: end)
      let told = "--outcome not-upheld --reason R --via sms"
      try register.done("resolve \(id) \(told)", as: "rana", now: end)
    }
    for day in ["2026-11-21", "2026-09-30", "2026-08-31"] {
      let stats = try register.done("stats --json --as-of \(day)").json
      let out = register.folder + "/pages-\(day)"
      try register.done("site build --internal --as-of \(day) --out \(out)")
      let page = try String(contentsOfFile: out + "/en/index.html", encoding: .utf8)
      let (part, whole) = (stats["K05"]["numerator"].integer, stats["K05"]["denominator"].integer)
      let k05 = try #require(
        page.split(separator: "id=\"K05\"").last?.split(separator: "</li>").first)
      let percent = (try #require(part) * 200 + (try #require(whole))) / ((try #require(whole)) * 2)
      #expect(k05.contains("<p class=\"number\"><bdi>\(percent)%</bdi></p>"), "\(k05)")
      let k07 = try #require(
        page.split(separator: "id=\"K07\"").last?.split(separator: "</li>").first)
      let days = stats["K07"]["value"].integer ?? stats["K07"]["more_than"].integer
      #expect(k07.contains("<bdi>\(try #require(days))</bdi> day"), "\(k07)")
      #expect(k07.contains("<bdi>\(try #require(stats["K07"]["denominator"].integer))</bdi> case"))
    }
  }
}
