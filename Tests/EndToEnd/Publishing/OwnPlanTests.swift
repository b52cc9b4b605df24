import Foundation
import Testing

/// A closed block is shown and judged by the plan under which it was closed, whatever comes later.
@Suite struct OwnPlanTests {
  /// Other tables and limits, each change named with what it must leave alone.
  private static let changes: [(name: String, edit: @Sendable (String) -> String)] = [
    ("a table is dropped", { $0.replacing("  - [timely, group]\n", with: "") }),
    ("days to close are dropped", { $0.replacing("  - [closing, complaint]\n", with: "") }),
    ("kinds and areas are dropped", { $0.replacing("  - [group, region]\n", with: "") }),
    ("a table is added", { $0.replacing("tables:\n", with: "tables:\n  - [satisfied, group]\n") }),
    (
      "the limits are stricter",
      {
        $0.replacing(/min-denominator: \d+/, with: "min-denominator: 90")
          .replacing(/min-median: \d+/, with: "min-median: 95")
          .replacing(/\nthreshold: \d+/, with: "\nthreshold: 8")
          .replacing(/\nwidth: \d+/, with: "\nwidth: 9")
      }
    ),
  ]

  @Test(arguments: changes.indices)
  func `a new plan changes no word of an earlier period`(index: Int) throws {
    let change = Self.changes[index]
    let register = try PublishingScene().register
    try register.done("publish close", as: "huda", now: PublishingScene.summer)
    let before = try Self.figures(of: register, "2026-Q2")
    let plan = try String(
      contentsOfFile: register.path + "/cases/publication.yml", encoding: .utf8)
    try #require(change.edit(plan) != plan, "\(change.name)")
    try register.edit("cases/publication.yml", change.edit)
    try register.done("adopt publication.yml", as: "huda", now: PublishingScene.now)
    try register.done("publish close", as: "huda", now: PublishingScene.now)
    let after = try Self.figures(of: register, "2026-Q2")
    #expect(before == after, "\(change.name)")
    // The new block has other figures than it would have had: the change is one.
    let new = try Self.figures(of: register, "2026-Q3")
    #expect(new != before)
    try register.done("site publish --branch pages")
  }

  /// The tiles and pictures of a period's page.
  private static func figures(of register: TemporaryRegister, _ period: String) throws -> String {
    let folder = register.folder + "/pages" + UUID().uuidString
    try register.done("site build --out \(folder)")
    let page = try String(contentsOfFile: folder + "/en/\(period)/index.html", encoding: .utf8)
    let start = try #require(page.range(of: "<ul class=\"tiles\">"))
    let end = try #require(page.range(of: "<div class=\"notes\">"))
    return String(page[start.lowerBound..<end.lowerBound])
  }
}
