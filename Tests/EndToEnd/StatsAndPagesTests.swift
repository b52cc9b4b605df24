import Foundation
import Testing

/// Two numbers with one name are the same, or the difference is said where one of them stands.
@Suite struct StatsAndPagesTests {
  @Test func `the open cases of the team's page are the ones that stats names beside K09`() throws {
    let register = try TemporaryRegister()
    let ids = try (0..<5).map { _ in try register.new() }
    try register.done("link \(ids[0]) --duplicate-of \(ids[1])", as: "omar")
    let stats = try register.done("stats --json --as-of 2026-11-21").json
    #expect(stats["K09"]["value"] == 5 && stats["K09"]["on_pages"] == 4)
    let text = try register.done("stats --as-of 2026-11-21").output
    #expect(text.contains("on the pages 4: without duplicates"), "\(text)")
    let out = register.folder + "/pages"
    try register.done("site build --internal --as-of 2026-11-21 --out \(out)")
    let page = try String(contentsOfFile: out + "/en/index.html", encoding: .utf8)
      .replacing(/<[^>]+>/, with: "")
    #expect(page.contains("4 open cases on "), "\(page)")
    // Where nothing is left out, nothing is said.
    let other = try TemporaryRegister()
    _ = try other.new()
    let plain = try other.done("stats --as-of 2026-11-21").output
    #expect(!plain.contains("on the pages"), "\(plain)")
  }

  @Test func `the text of stats holds the ages too`() throws {
    let register = try TemporaryRegister()
    _ = try register.new("--received 2026-11-01")
    let lines = try register.done("stats --as-of 2026-11-21").output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("days since receipt") })
    let rows = lines[(start + 1)...].map { $0.split(separator: " ").map(String.init) }
    #expect(
      rows == [
        ["0-15", "0"], ["16-30", "1"], ["31-60", "0"], ["61-90", "0"], ["over-90", "0"],
      ])
  }

  @Test func `endings in time without work are listed beside K05`() throws {
    let register = try TemporaryRegister()
    let (opened, lastDay) = ("2026-11-03T09:00:00Z", "2026-11-17T09:00:00Z")
    let ids = try (0..<5).map { _ in try register.new("--received 2026-11-02", now: opened) }
    let worked = try ["2026-11-10T09:00:00Z", "2026-11-16T09:00:00Z"].map { day in
      let id = try register.new("--received 2026-11-02", now: opened)
      try register.done("assign \(id) omar", as: "omar", now: opened)
      try register.done(
        "resolve \(id) --outcome not-upheld --reason told --via desk", as: "omar", now: day)
      return id
    }
    for id in ids {
      try register.done(
        "close \(id) --outcome withdrawn --reason 'Gone.'", as: "omar", now: lastDay)
    }
    let later = "2026-12-05T09:00:00Z"
    let stats = try register.done("stats --json --as-of 2026-12-05", now: later).json
    #expect(stats["K05"]["numerator"] == 7)
    let endings = stats["endings"].list
    #expect(Set(endings.compactMap(\.["case"].text)) == Set(ids + [worked[1]]))
    #expect(endings.count { $0["had_somebody"].boolean == false && $0["day"] == 15 } == 5)
    #expect(stats["closed_together"].list.count == 1)
    #expect(stats["closed_together"][0]["on"] == "2026-11-17")
    #expect(stats["closed_together"][0]["cases"] == 5 && stats["closed_together"][0]["of"] == 7)
    let text = try register.done("stats --as-of 2026-12-05", now: later).output
    #expect(text.contains("\(ids[0])  withdrawn on day 15, nobody had it"), "\(text)")
    #expect(text.contains("\(worked[1])  not-upheld on day 14\n"), "\(text)")
    #expect(text.contains("2026-11-17  5 of the 7 closed in time"), "\(text)")
  }

  @Test func `an overdue case that was closed and opened again is named`() throws {
    let register = try TemporaryRegister()
    let now = "2026-12-05T09:00:00Z"
    let ids = try ["2026-11-02", "2026-12-01"].map {
      try register.new("--received \($0)", now: "\($0)T09:00:00Z")
    }
    for id in ids {
      try register.done("close \(id) --outcome withdrawn --reason 'Gone.'", as: "omar", now: now)
      try register.done(
        "reopen \(id) --reason 'They came back.' --due 2026-12-15", as: "huda", now: now)
    }
    let stats = try register.done("stats --json --as-of 2026-12-05", now: now).json
    #expect(stats["K10"]["numerator"] == 0)
    #expect(stats["opened_again"].list.compactMap(\.["case"].text) == [ids[0]])
    #expect(stats["opened_again"][0]["due"] == "2026-12-15")
    let text = try register.done("stats --as-of 2026-12-05", now: now).output
    #expect(text.contains("\(ids[0])  was due on 2026-11-17, now on 2026-12-15"), "\(text)")
  }
}
