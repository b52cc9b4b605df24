import Foundation
import Testing

/// Blocks: closed when they are due, frozen for ever, refused when anything is doubtful.
@Suite struct ClosingTests {
  @Test func `blocks close when their days of grace are over, each in a commit`() throws {
    let scene = try PublishingScene()
    let register = scene.register
    let early = try register.done("publish close", as: "huda", now: "2026-04-20T09:00:00Z")
    #expect(early.output == "")
    #expect(early.errors.contains("no block is due"))
    let closed = try register.done("publish close", as: "huda", now: PublishingScene.summer)
    #expect(closed.lines == ["2026-Q1", "2026-Q2"])
    let message = try register.git("log", "-1", "--format=%B").output
    #expect(message == "publish: close 2026-Q2\n\nBlock: 2026-Q2\n\n")
    let later = try register.done("publish close", as: "huda", now: PublishingScene.now)
    #expect(later.lines == ["2026-Q3"])
    let plan = try register.done("publish plan --json", now: PublishingScene.now).json
    #expect(plan["closed"].list.count == 3)
    #expect(plan["closes-on"].text == "2027-01-21")
    #expect(
      try register.done("publish check").output.hasPrefix("3 closed blocks are sound"))
    #expect(try register.done("check").output.hasPrefix("everything is in order"))
  }

  @Test func `no count of one to four stands in a closed block`() throws {
    let scene = try PublishingScene()
    try scene.register.done("publish close", as: "huda", now: PublishingScene.now)
    let counts = try scene.frozen().filter { $0.key.hasSuffix("counts.csv") }
    try #require(counts.count == 3)
    for (path, content) in counts {
      var values: [(value: String, flag: String)] = []
      for line in String(decoding: content, as: UTF8.self).split(separator: "\n").dropFirst() {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        values.append((String(fields[fields.count - 2]), String(fields[fields.count - 1])))
      }
      #expect(values.contains { $0.flag == "c" }, "\(path) hides nothing: no test of anything")
      for (value, flag) in values where flag.isEmpty {
        let number = try #require(Int(value))
        #expect(number == 0 || number >= 5, "\(path): \(value)")
      }
    }
  }

  @Test
  func `editing, withdrawing, back-dating and adding cases changes no byte of a closed block`()
    throws
  {
    let scene = try PublishingScene()
    let register = scene.register
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    let before = try scene.frozen()
    let ids =
      try register.done("list --json --limit 400").json.list.compactMap { $0["case"].text }
    let first = try #require(ids.first { $0.hasPrefix("2601") })
    let second = try #require(ids.first { $0.hasPrefix("2602") })
    try register.done("amend \(first) category suggestion --reason wrong", as: "omar")
    try register.done("approve \(first)", as: "huda")
    try register.done("amend \(second) category rumour --reason wrong", as: "huda")
    try register.done("approve \(second)", as: "karim")
    // A complaint of spring that is written down in autumn.
    _ = try register.new("--received 2026-03-30")
    let late = register.folder + "/late.csv"
    let map = register.folder + "/late.map.yml"
    try "ID,Date\n1,2026-02-02\n2,2026-05-05\n"
      .write(toFile: late, atomically: false, encoding: .utf8)
    try """
    defaults: {channel: web, language: en, category: minor}
    external: {prefix: late-, column: "ID"}
    columns:
      - {column: "Date", as: coded, to: received, format: "iso8601"}

    """.write(toFile: map, atomically: false, encoding: .utf8)
    try register.done("import csv \(late) --map \(map)", as: "huda")
    #expect(try register.done("publish close", as: "huda").lines == ["2026-Q3"])
    let after = try scene.frozen()
    for (path, content) in before where path != "ledger.csv" {
      #expect(after[path] == content, "\(path)")
    }
    // The cases that came late count in the block that was open.
    let records = String(
      decoding: try #require(after["2026-Q3/records.csv"]), as: UTF8.self)
    #expect(records.contains(",2026-02-02,") && records.contains(",2026-05-05,"))
    #expect(try register.done("publish check").output.hasPrefix("3 closed blocks are sound"))
  }

  @Test func `a case that was opened again after the day of the counts keeps its ending`() throws {
    let scene = try PublishingScene()
    let register = scene.register
    let id = try #require(
      try register.done("list --json --limit 400").json.list.first {
        $0["state"].text == "closed" && $0["received"].text?.hasPrefix("2026-09") == true
      }?["case"].text)
    try register.done("reopen \(id) --reason again", as: "huda", now: "2026-11-22T09:00:00Z")
    try register.done("publish close", as: "huda", now: "2026-11-22T10:00:00Z")
    let records = String(
      decoding: try #require(try scene.frozen()["2026-Q3/records.csv"]), as: UTF8.self)
    let lines = records.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(lines.first?.firstIndex(of: "outcome"))
    #expect(lines.first { $0[0] == id }?[column] == "answered")
  }

  @Test(arguments: [
    ("2026-Q1/counts.csv", "publish.sums"), ("2026-Q1/records.csv", "publish.sums"),
    ("2026-Q1/SHA256SUMS", "publish.sums"), ("ledger.csv", "publish.ledger"),
  ])
  func `a closed block that was changed is named, and nothing is built on it`(
    path: String, rule: String
  ) throws {
    let scene = try PublishingScene()
    let register = scene.register
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    try register.edit("cases/publication/" + path) {
      $0.replacing("2026", with: "2025").replacing("counts", with: "count")
    }
    try register.git("commit", "-qam", "tampered")
    let check = try register.run("publish check --json")
    #expect(check.status == 1)
    let findings = try check.json.list
    #expect(findings.contains { $0["rule"].text == rule }, "\(check)")
    for command in ["site build", "publish close --as huda", "site publish --branch pages"] {
      let result = try register.run(command)
      #expect(result.status == 1 && result.errors.contains("cases/publication/"), "\(result)")
    }
    #expect(!FileManager.default.fileExists(atPath: register.path + "/public"))
  }

  @Test func `a plan weaker than the minimum is refused with its line`() throws {
    let scene = try PublishingScene()
    let register = scene.register
    try register.edit("cases/publication.yml") {
      $0.replacing("threshold: 5\n", with: "threshold: 2\n", maxReplacements: 1)
    }
    try register.git("commit", "-qam", "weaker")
    let result = try register.run("publish close --as huda")
    #expect(result.status == 1)
    #expect(
      result.errors.contains("cases/publication.yml:") && result.errors.contains("at least 3"))
  }

  @Test func `a preview writes nothing and names what is left out`() throws {
    let scene = try PublishingScene()
    let register = scene.register
    let head = try register.head()
    let preview = try register.done("publish preview").output
    #expect(preview.hasPrefix("2026-Q1: 90 cases, closes on 2026-04-21\n"))
    #expect(preview.contains("group × region"))
    let cells = try register.done("publish preview --cells").output
    #expect(cells.hasPrefix("period,table,"))
    #expect(try register.head() == head)
  }
}
