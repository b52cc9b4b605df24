import Diagnostics
import Testing

@testable import CaseFormat

@Suite struct YAMLAccessTests {
  private let root: YAMLNode

  init() throws {
    let text = """
      name: Jarabulus
      empty:
      quoted-empty: ""
      flag: yes
      off: false
      count: 12
      huge: 99999999999999999999
      plus: +5
      one: alone
      many: [a, b]
      nested: {inner: {deep: value}}
      """
    root = try YAMLNode.parse(Array(text.utf8), path: "a.yml")
  }

  private func rule(_ body: () throws(Diagnostic) -> Void) -> String? {
    do { try body() } catch { return error.rule }
    return nil
  }

  @Test func `values are found by key and by path`() throws {
    #expect(root["name"]?.text == "Jarabulus")
    #expect(root["nobody"] == nil)
    #expect(root.text("nested", "inner", "deep") == "value")
    #expect(root.text("nested", "name", "deep") == nil)
    #expect(root.text("nested") == nil)
  }

  @Test func `texts, lists, truth values and numbers are typed by the caller`() throws {
    #expect(try root.requireText("name") == "Jarabulus")
    #expect(try root.optionalText("empty") == nil)
    #expect(try root.optionalText("absent") == nil)
    #expect(try root.optionalTexts("one") == ["alone"])
    #expect(try root.optionalTexts("many") == ["a", "b"])
    #expect(try root.optionalList("empty").isEmpty)
    #expect(try root.boolean("flag", default: false))
    #expect(try !root.boolean("off", default: true))
    #expect(try root.boolean("absent", default: true))
    #expect(try root.integer("count", in: 1...20) == 12)
    #expect(try root.integer("absent") == nil)
  }

  @Test func `a wrong value is refused where it stands`() {
    let finding = #expect(throws: Diagnostic.self) { try root.integer("count", in: 1...9) }
    #expect(finding?.message == "12 is not between 1 and 9")
    #expect(finding?.location == SourceLocation(path: "a.yml", line: 6, column: 8))
    #expect(rule { () throws(Diagnostic) in _ = try root.requireText("empty") } == "yaml.empty")
    #expect(
      rule { () throws(Diagnostic) in _ = try root.requireText("quoted-empty") } == "yaml.empty")
    #expect(rule { () throws(Diagnostic) in _ = try root.requireText("no") } == "yaml.missing-key")
    #expect(rule { () throws(Diagnostic) in _ = try root.requireText("many") } == "yaml.type")
    #expect(rule { () throws(Diagnostic) in _ = try root.optionalList("name") } == "yaml.type")
    #expect(rule { () throws(Diagnostic) in _ = try root.integer("huge") } == "yaml.integer")
    #expect(rule { () throws(Diagnostic) in _ = try root.integer("plus") } == "yaml.integer")
    #expect(
      rule { () throws(Diagnostic) in _ = try root.boolean("name", default: true) }
        == "yaml.boolean")
    #expect(
      rule { () throws(Diagnostic) in _ = try root["name"]?.require("x") } == "yaml.type")
  }

  @Test func `an unknown key is named with its nearest neighbour`() throws {
    let node = try YAMLNode.parse(Array("nmae: x\nzone: y\n".utf8), path: "a.yml")
    let findings = node.unknownKeys(allowed: ["name", "languages"])
    #expect(findings.map(\.hint) == ["did you mean “name”?", "known: name, languages"])
    #expect(findings.map(\.location?.line) == [1, 2])
    let thrown = #expect(throws: Diagnostic.self) { try node.requireKnownKeys(["name"]) }
    #expect(thrown?.rule == "yaml.unknown-key")
    #expect(throws: Never.self) { try node.requireKnownKeys(["nmae", "zone"]) }
  }
}
