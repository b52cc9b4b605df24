import CaseModel
import Diagnostics
import TestSupport
import Testing

@testable import CaseFormat
import Text

/// The quick reader accepts nothing that libyaml would read in another way.
@Suite struct CanonicalFrontMatterTests {
  private func quick(_ text: String) -> [String]? {
    var fields: [String] = []
    let isCanonical = CanonicalFrontMatter.scan(Array(text.utf8).span, lineOffset: 1) { field in
      fields.append(Self.words(field))
      return true
    }
    return isCanonical ? fields : nil
  }

  private func thorough(_ text: String) throws -> [String] {
    var fields: [String] = []
    try FrontMatterScanner.scan(Array(text.utf8).span, path: "a.md", lineOffset: 1) { field in
      fields.append(Self.words(field))
    }
    return fields
  }

  private static func words(_ field: FrontMatterField) -> String {
    "\(field.line):\(field.column):\(field.valueColumn) \(field.key) \(field.value)"
  }

  @Test(arguments: Seeds.first(40))
  func `what it accepts, libyaml reads alike`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "state", "case", "a-b", ": ", ":", "\n", "[", "]", "{", "}", ", ", ",", "\"", "\\", " ", "x",
      "2026-11-02", "18-59", "60+", "no", "null", "~", "#", "- ", "&a", "*a", "!t", "|", ">", "'",
      "%", "@", "\t", "é", "0770", "a.b/c_d", "\"q q\"", "[a, b]", "{sex: female, age: 60+}", "---",
    ]
    var accepted = 0
    for _ in 0..<400 {
      var text = ""
      for line in 0..<Int.random(in: 1...3, using: &generator) {
        text += Bool.random(using: &generator) ? "key\(line): " : ""
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
          text += pieces.randomElement(using: &generator) ?? ""
        }
        text += "\n"
      }
      guard let fields = quick(text),
        Set(fields.map { $0.split(separator: " ")[1] }).count == fields.count
      else { continue }
      accepted += 1
      #expect(try thorough(text) == fields, "\(text)")
    }
    #expect(accepted > 0)
  }

  @Test func `what the writer writes, it accepts`() throws {
    let text =
      "case: 2611-7KQ4-M2XC\nthemes: [selection, delay]\nage: 60+\nname: \"a: b\"\n"
      + "complainant: {sex: female, disability: no}\nempty: []\n"
    #expect(try quick(text) == thorough(text))
    #expect(quick(text)?.count == 6)
  }

  @Test(arguments: [
    "a: b # c\n", "a:  b\n", "a: b", "a: [b,c]\n", "a: {}\n", "a: 'b'\n", "a: \"b\\n\"\n", "a:\n",
    "a: é\n", "- a\n", "a: {b: c, b: d}\n", "a: &x b\n",
  ])
  func `it gives up on everything else`(text: String) { #expect(quick(text) == nil) }
}
