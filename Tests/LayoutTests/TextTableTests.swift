import Layout
import Testing

/// Tables of a terminal: every row fits, and the last column keeps its share.
@Suite struct TextTableTests {
  private static let titles = [
    "The queue at the water point has no shade and people wait for hours in the sun",
    "طابور الماء بلا ظل والناس ينتظرون ساعات طويلة تحت الشمس كل يوم",
    "В очереди за водой нет тени, и люди часами ждут на солнце каждый день",
    "水汲み場の列には日陰がなく、人々は何時間も日なたで待っています",
  ]

  private func table(_ title: String) -> TextTable {
    var table = TextTable(
      ["", "case", "state", "received", "due", "title"],
      concessions: [.leavesOut("received"), .shortens("due"), .cuts("state", to: 8)])
    table.append(
      ["1", "2611-CASE-0001", "in-progress", "2026-11-12", "2026-11-27 late", title],
      short: ["due": "4 d late"], standsOut: true)
    table.append(
      ["2", "2611-CASE-0002", "closed", "2026-11-12", "–", "short"], short: ["due": "–"])
    return table
  }

  @Test(arguments: titles, [40, 60, 72, 80, 100, 200])
  func `no line is wider than the terminal`(title: String, width: Int) {
    let lines = table(title).lines(width: width)
    #expect(lines.count == 3)
    #expect(lines.map { DisplayWidth.of($0) }.max() ?? 0 <= width, "\(lines)")
  }

  @Test func `columns give way in their order, and only as far as they must`() {
    let title = Self.titles[0]
    #expect(table(title).lines(width: 90)[1].contains("2026-11-12  2026-11-27 late"))
    let narrow = table(title).lines(width: 70)[1]
    #expect(!narrow.contains("2026-11-12") && narrow.contains("2026-11-27 late"))
    #expect(table(title).lines(width: 60)[1].contains("in-progress  4 d late  The queue"))
    #expect(table(title).lines(width: 50)[1].contains("in-prog…  4 d late"))
  }

  @Test func `in a pipe nothing is left out or cut`() {
    let line = table(Self.titles[2]).lines(width: nil)[1]
    #expect(line.hasSuffix(Self.titles[2]) && line.contains("2026-11-27 late"))
  }

  @Test func `emphasis costs no width and only rows get it that stand out`() {
    let lines = table(Self.titles[1]).lines(width: 80) { "<" + $0 + ">" }
    #expect(lines[1].hasPrefix("<1") && lines[1].hasSuffix(">"))
    #expect(lines[2].hasPrefix("2") && !lines[0].hasPrefix("<"))
  }
}
