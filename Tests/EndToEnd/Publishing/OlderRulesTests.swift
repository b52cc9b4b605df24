import Foundation
import Testing

/// Blocks that were closed under older rules: they stay sound, and what these left open is said.
@Suite struct OlderRulesTests {
  @Test func `blocks of the first rules stay sound with a warning, new ones have today's`() throws {
    let place = try TemporaryRegister(empty: ())
    #expect(try place.run("demo register", now: nil).status == 0)
    let now = "2027-01-22T09:00:00Z"
    #expect(try place.warned(now: now) == ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"])
    let first = try place.run("publish check --json", now: now).json.list.first {
      $0["path"].text == "cases/publication/2025-Q4/block.csv"
    }
    #expect(
      first?["message"].text == """
        closed under rules 1, today's are 2: nearly every hidden count of it is that of somebody, \
        and no certificate stands that keeps these open to readers who know the day of closing: \
        closing 16-30; closing over-60; channel-closing desk 16-30; adult-closing adult over-60; \
        closing-satisfied 16-30 no; closing-satisfied 16-30 yes
        """)
    #expect(try place.run("site build", now: now, checked: false).status == 0)
    // The last quarter of the sample is not over: there may be too few cases for a block of its own.
    let closed = try place.done("publish close", as: "huda", now: now)
    for period in closed.lines {
      let block = try String(
        contentsOfFile: place.path + "/cases/publication/\(period)/block.csv", encoding: .utf8)
      #expect(block.contains("\nformat,2\n") && block.contains("\nrules,2\n"))
    }
    #expect(closed.lines == ["2026-Q4"])
    #expect(try place.warned(now: now) == ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"])
  }
}

extension TemporaryRegister {
  /// The blocks that `publish check` warns of as closed under older rules; it must find them sound.
  fileprivate func warned(now: String) throws -> [String] {
    let check = try run("publish check --json", now: now)
    #expect(check.status == 0, "\(check)")
    return try check.json.list.filter { $0["rule"].text == "publish.rules" }.compactMap {
      $0["path"].text?.split(separator: "/").dropLast().last.map(String.init)
    }
  }
}
