import Diagnostics
import Testing

@testable import CaseFormat

@Suite struct FrontMatterScannerTests {
  private func fields(_ text: String, lineOffset: Int = 0) throws(Diagnostic) -> [FrontMatterField]
  {
    var fields: [FrontMatterField] = []
    let bytes = Array(text.utf8)
    try FrontMatterScanner.scan(bytes.span, path: "a.md", lineOffset: lineOffset) {
      (field) throws(Diagnostic) in fields.append(field)
    }
    return fields
  }

  @Test func `fields come in order with their places`() throws {
    let found = try fields(
      "case: 2611-7KQ4-M2XC\nthemes: [selection, \"a, b\"]\nwho: {sex: female, age: 18-59}\nnote:\n",
      lineOffset: 1)
    #expect(found.map(\.key) == ["case", "themes", "who", "note"])
    #expect(found.map(\.line) == [2, 3, 4, 5])
    #expect(found.map(\.valueColumn) == [7, 9, 6, 6])
    guard case .scalar("2611-7KQ4-M2XC", quoted: false) = found[0].value,
      case .list(let themes) = found[1].value, case .map(let who) = found[2].value,
      case .scalar("", quoted: false) = found[3].value
    else {
      Issue.record("a value has another kind")
      return
    }
    #expect(themes.map(\.text) == ["selection", "a, b"])
    #expect(themes.map(\.column) == [10, 21])
    #expect(who.map { "\($0.key.text)=\($0.value.text)" } == ["sex=female", "age=18-59"])
  }

  @Test(arguments: [
    ("a:\n  - b\n", "yaml.nested", 2), ("a:\n- b\n", "yaml.nested", 2),
    ("a:\n  b: c\n", "yaml.nested", 2), ("a: |\n  b\n", "yaml.multiline", 1),
    ("a: b\n  c\n", "yaml.multiline", 1), ("a: \"b\n  c\"\n", "yaml.multiline", 1),
    ("a: [b,\n  c]\n", "yaml.multiline", 2), ("a: [[b]]\n", "yaml.nested", 1),
    ("a: {b: [c]}\n", "yaml.nested", 1), ("a:\n  b\n", "yaml.multiline", 2),
    ("? a\n: b\n", "yaml.multiline", 2), ("[a]\n", "yaml.type", 1), ("a\n", "yaml.type", 1),
    ("{a: b}\n", "yaml.type", 1), ("a: 1\na: 2\n", "yaml.duplicate-key", 2),
    ("a: {b: 1, b: 2}\n", "yaml.duplicate-key", 1), ("a: *b\n", "yaml.alias", 1),
    ("a: [!x b]\n", "yaml.tag", 1), ("a: 1\n--- \nb: 1\n", "yaml.second-document", 2),
    ("[a]: b\n", "yaml.key", 1), ("a: \u{202E}\n", "yaml.character", 1),
  ])
  func `anything but one line per key is refused`(text: String, rule: String, line: Int) {
    let finding = #expect(throws: Diagnostic.self) { try fields(text) }
    #expect(finding?.rule == rule)
    #expect(finding?.location?.line == line)
  }

  @Test func `an empty front matter has no fields`() throws {
    #expect(try fields("").isEmpty)
  }

  @Test func `what the caller throws comes out`() {
    let bytes = Array("a: 1\nb: 2\n".utf8)
    var seen = 0
    let finding = #expect(throws: Diagnostic.self) {
      try FrontMatterScanner.scan(bytes.span, path: "a.md") { (field) throws(Diagnostic) in
        seen += 1
        throw Diagnostic(rule: "mine", message: field.key)
      }
    }
    #expect(finding?.rule == "mine")
    #expect(seen == 1)
  }
}
