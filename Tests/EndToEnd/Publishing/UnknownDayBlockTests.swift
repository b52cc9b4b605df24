import Foundation
import Testing

/// Cases that an old list calls closed, and nobody knows when, in blocks and on pages.
@Suite struct UnknownDayBlockTests {
  private static let map = """
    defaults: {channel: desk, language: en, outcome: answered}
    external: {prefix: list-, column: ID}
    columns:
      - {column: Date, as: coded, to: received, format: iso8601}
      - {column: Category, as: coded, to: category}
      - {column: Status, as: coded, to: state, values: {Done: closed}}
      - {column: Closed, as: coded, to: closed, format: iso8601}

    """

  /// A register with forty complaints and twenty questions of the first quarter, the first so many of them
  /// closed on an unknown day.
  private static func register(closedOnUnknownDay count: Int) throws -> TemporaryRegister {
    let register = try TemporaryRegister()
    try register.done("upgrade --yes", as: "huda")
    let lines = (0..<60).map { index in
      let category = index % 3 == 2 ? "information" : index % 2 == 0 ? "minor" : "major"
      let closed = index < count ? "" : "2026-02-\(10 + index % 18)"
      return "\(index),2026-02-0\(index % 9 + 1),\(category),Done,\(closed)"
    }
    let (table, map) = (register.folder + "/list.csv", register.folder + "/list.map.yml")
    try ("ID,Date,Category,Status,Closed\n" + lines.joined(separator: "\n") + "\n")
      .write(toFile: table, atomically: false, encoding: .utf8)
    try Self.map.write(toFile: map, atomically: false, encoding: .utf8)
    try register.done("import csv \(table) --map \(map)", as: "huda")
    return register
  }

  private static func counts(_ register: TemporaryRegister) throws -> [[String]] {
    let path = register.path + "/cases/publication/2026-Q1/counts.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(arguments: [0, 1, 18])
  func `a block has the row whether or not somebody is in it, and is proved and built anew`(
    count: Int
  ) throws {
    let register = try Self.register(closedOnUnknownDay: count)
    let closed = try register.done("publish close", as: "huda", now: PublishingScene.summer)
    #expect(closed.lines.first == "2026-Q1")
    let rows = try Self.counts(register)
    let header = try #require(rows.first)
    let table = try #require(header.firstIndex(of: "table"))
    let closing = try #require(header.firstIndex(of: "closing"))
    let unknown = rows.filter { $0[table] == "closing" && $0[closing] == "unknown" }
    #expect(unknown.count == 1)
    let (value, flag) = (unknown[0][header.count - 2], unknown[0][header.count - 1])
    #expect(count == 18 ? value == "18" : (value == "0" || flag == "c"), "\(unknown)")
    #expect(
      try register.done("publish check").output.hasPrefix("\(closed.lines.count) closed block"))
    try register.done("site build --out \(register.folder)/one", now: PublishingScene.now)
    try register.done("site build --out \(register.folder)/two", now: PublishingScene.now)
    let (one, two) = (
      try PublishingScene.files(in: register.folder + "/one"),
      try PublishingScene.files(in: register.folder + "/two")
    )
    #expect(one == two && one.keys.contains("en/2026-Q1/index.html"))
  }

  @Test func `a register in which no such case can be has no such row`() throws {
    let scene = try PublishingScene()
    try scene.register.done("publish close", as: "huda", now: PublishingScene.summer)
    let rows = try Self.counts(scene.register)
    let header = try #require(rows.first)
    let closing = try #require(header.firstIndex(of: "closing"))
    #expect(rows.contains { $0[closing] == "open" } && !rows.contains { $0[closing] == "unknown" })
  }
}
