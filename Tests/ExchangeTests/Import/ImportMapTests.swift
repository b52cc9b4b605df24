import Diagnostics
import Exchange
import Testing

@Suite struct ImportMapTests {
  private static let head = "defaults: {category: minor, channel: box, language: ar}\n"
  private static let received = "columns:\n  - {column: d, as: coded, to: received}\n"

  @Test func `a small map is enough`() throws {
    let map = try ImportMap.reading(Array((Self.head + Self.received).utf8), path: "m.yml")
    #expect(map.columns.count == 1)
    #expect(map.headerRow == 1)
    #expect(map.external.column == nil)
  }

  @Test(arguments: [
    (head + received + "colums: []\n", "yaml.unknown-key", 4),
    (head + received + "  - {column: x, as: code}\n", "import-map.as", 4),
    (head + received + "  - {column: x, as: coded, to: categry}\n", "import-map.to", 4),
    (head + received + "  - {column: x, as: text, to: body}\n", "import-map.to", 4),
    (
      head + received + "  - {column: x, as: coded, to: closed, format: dd.MM}\n",
      "import-map.format", 4
    ),
    (
      head + received + "  - {column: x, as: coded, to: closed, values: {a: b}}\n",
      "import-map.key", 4
    ),
    (head + received + "  - {column: x, as: coded, to: sex, split: ','}\n", "import-map.split", 4),
    (
      head + received + "  - {column: x, as: coded, to: sex, values: {a: m, a : f}}\n",
      "yaml.duplicate-key", 4
    ),
    (
      head + received + "  - {column: x, as: coded, to: sex, values: {a b: m, 'a  b': f}}\n",
      "import-map.value", 4
    ),
    (head + received + "  - {column: x, as: coded, to: received}\n", "import-map.twice", 4),
    (head + received + "  - {column: x, as: coded, to: assigned}\n", "import-map.assigned", 4),
    (head + "columns: []\n", "import-map.received", 1),
    (received, "import-map.category", 1),
    ("encoding: klingon\n" + head + received, "import-map.encoding", 1),
    ("separator: dot\n" + head + received, "import-map.separator", 1),
    ("defaults: {closed: x}\n" + received, "yaml.unknown-key", 1),
  ])
  func `a fault is named with its line`(text: String, rule: String, line: Int) throws {
    let error = #expect(throws: DiagnosticList.self) {
      try ImportMap.reading(Array(text.utf8), path: "m.yml")
    }
    let found = try #require(
      error?.diagnostics.first { $0.rule == rule }, "\(error?.description ?? "")")
    #expect(found.location?.line == line)
  }

  @Test func `all faults are reported at once`() throws {
    let text = Self.head + Self.received + "  - {column: x, as: code}\n  - {column: y, as: cod}\n"
    let error = #expect(throws: DiagnosticList.self) {
      try ImportMap.reading(Array(text.utf8), path: "m.yml")
    }
    #expect(error?.diagnostics.count == 2)
  }
}
