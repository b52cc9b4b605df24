import Diagnostics
import Testing

@testable import CaseFormat

@Suite struct YAMLNodeTests {
  private func parse(_ text: String, lineOffset: Int = 0) throws(Diagnostic) -> YAMLNode {
    try YAMLNode.parse(Array(text.utf8), path: "a.yml", lineOffset: lineOffset)
  }

  @Test func `a document becomes a tree in the order of the file`() throws {
    let root = try parse(
      """
      # who may act
      members:
        - id: omar
          roles: [intake, "case worker"]
        - id: rana
      name: 'دفتر'
      """)
    #expect(root.pairs?.map { $0.key.text } == ["members", "name"])
    #expect(root.text("name") == "دفتر")
    let members = try root.optionalList("members")
    #expect(members.map { $0.text("id") } == ["omar", "rana"])
    #expect(try members[0].optionalTexts("roles") == ["intake", "case worker"])
    #expect(members[1].line == 5 && members[1].column == 5)
  }

  @Test func `every scalar is text`() throws {
    let root = try parse("phone: 0770123456\non: yes\ndate: 2026-11-02\nnone: ~\nx: 1e3")
    #expect(root.text("phone") == "0770123456")
    #expect(root.text("on") == "yes")
    #expect(root.text("date") == "2026-11-02")
    #expect(root.text("none") == "~")
    #expect(root.text("x") == "1e3")
  }

  @Test func `lines count from the start of the file, columns in characters`() throws {
    let root = try parse("{اسم: [أ, ب]}", lineOffset: 10)
    let items = try root.optionalList("اسم")
    #expect(items[1].location == SourceLocation(path: "a.yml", line: 11, column: 11))
  }

  @Test(arguments: ["", "\n", "# nothing\n", "---\n"])
  func `a document without content is empty`(text: String) throws {
    let root = try parse(text)
    #expect(root.isAbsent || root.pairs?.isEmpty == true)
  }

  @Test(arguments: [
    ("a: &x 1\n", "yaml.anchor", 1, 4),
    ("a: 1\nb: *x\n", "yaml.alias", 2, 4),
    ("a: !!int 1\n", "yaml.tag", 1, 4),
    ("a: ! 1\n", "yaml.tag", 1, 4),
    ("!m {a: 1}\n", "yaml.tag", 1, 1),
    ("&m [a]\n", "yaml.anchor", 1, 1),
    ("a: 1\n\"a\": 2\n", "yaml.duplicate-key", 2, 1),
    ("é: 1\ne\u{301}: 2\n", "yaml.duplicate-key", 2, 1),
    ("x: {a: 1, b: 2, a: 3}\n", "yaml.duplicate-key", 1, 17),
    ("? [a, b]\n: 1\n", "yaml.key", 1, 3),
    ("{[a]: 1}\n", "yaml.key", 1, 2),
    ("a: 1\n---\nb: 2\n", "yaml.second-document", 2, 1),
    ("%YAML 1.1\n---\na: 1\n", "yaml.directive", 1, 1),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", "yaml.directive", 1, 1),
    ("%FOO bar\n---\na: 1\n", "yaml.directive", 1, 5),
    ("\u{FEFF}a: 1\n", "yaml.byte-order-mark", 1, 1),
    ("a: 1\nb: x\u{0}y\n", "yaml.character", 2, 5),
    ("a: ش\u{202E}y\n", "yaml.character", 1, 5),
    ("a: x\u{2066}y\n", "yaml.character", 1, 5),
    ("a: \"x\\u202Ey\"\n", "yaml.character", 1, 4),
    ("a: \"x\\0\"\n", "yaml.character", 1, 4),
    ("a: x\ry\n", "yaml.character", 1, 5),
    ("a: x\u{85}y\n", "yaml.character", 1, 5),
    ("a: x\u{2028}y\n", "yaml.character", 1, 5),
    ("a: b\u{200F}\n", "yaml.character", 1, 4),
    ("a\u{200B}: b\n", "yaml.character", 1, 1),
    ("a: b: c\n", "yaml.syntax", 1, 5),
    ("a: [b\n", "yaml.syntax", 2, 1),
    ("a: \"b\n", "yaml.syntax", 2, 1),
    ("a: @b\n", "yaml.syntax", 1, 4),
  ])
  func `what a register does not use is refused with its place`(
    text: String, rule: String, line: Int, column: Int
  ) {
    let finding = #expect(throws: Diagnostic.self) { try parse(text) }
    #expect(finding?.rule == rule)
    #expect(finding?.location == SourceLocation(path: "a.yml", line: line, column: column))
    #expect(finding?.severity == .error)
  }

  @Test(
    arguments: [
      [0x61, 0x3A, 0x20, 0xC0, 0x80], [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80],
      [0x61, 0x3A, 0x20, 0xFF],
      [0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80], [0x61, 0x3A, 0x20, 0xD8],
      [0x61, 0x3A, 0x20, 0xE0, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let finding = #expect(throws: Diagnostic.self) { try YAMLNode.parse(bytes, path: "a.yml") }
    #expect(finding?.rule == "yaml.encoding")
    #expect(finding?.location == SourceLocation(path: "a.yml", line: 1, column: 4))
  }

  @Test func `a UTF-16 file is refused`() {
    let bytes: [UInt8] = [0xFF, 0xFE] + Array("a: 1".utf16).flatMap { [UInt8($0 & 255), 0] }
    let finding = #expect(throws: Diagnostic.self) { try YAMLNode.parse(bytes, path: "a.yml") }
    #expect(finding?.rule == "yaml.encoding")
  }

  @Test func `joiners are spelling, and marks may stand in quotes`() throws {
    let root = try parse("a: می\u{200C}خواهم\nb: \"(أ)\u{200F}\"\nc: |\n  (أ)\u{200F}\n")
    #expect(root.text("a") == "می\u{200C}خواهم")
    #expect(root.text("b") == "(أ)\u{200F}")
    #expect(root.text("c") == "(أ)\u{200F}\n")
  }

  @Test func `a depth of 16 is read and of 17 refused`() throws {
    let deepest = String(repeating: "[", count: 16) + "x" + String(repeating: "]", count: 16)
    #expect(try parse(deepest).items?.count == 1)
    let finding = #expect(throws: Diagnostic.self) { try parse("[" + deepest + "]") }
    #expect(finding?.rule == "yaml.depth")
    #expect(finding?.location?.column == 17)
    let hostile = #expect(throws: Diagnostic.self) {
      try parse(String(repeating: "[", count: 500_000))
    }
    #expect(hostile?.rule == "yaml.depth")
  }

  @Test func `a document over the size limit is refused`() throws {
    let text = "a: " + String(repeating: "x", count: (1 << 20) - 3)
    #expect(try parse(text).text("a")?.utf8.count == (1 << 20) - 3)
    let finding = #expect(throws: Diagnostic.self) { try parse(text + "x") }
    #expect(finding?.rule == "yaml.size")
  }

  @Test func `CR LF line ends are read`() throws {
    let root = try parse("a: 1\r\nb:\r\n  - c\r\n")
    #expect(root.text("a") == "1")
    #expect(try root.optionalTexts("b") == ["c"])
  }
}
