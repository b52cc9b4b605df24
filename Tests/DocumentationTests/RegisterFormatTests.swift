import CaseFormat
import CaseModel
import Diagnostics
import Register
import TestSupport
import Testing

/// `docs/register-format.md`, the page from which another program could be written.
@Suite struct RegisterFormatTests {
  private let page: Page
  private let example: String
  /// The zone of the example, as the page says.
  private let zone = TimeZoneRules(name: "Asia/Damascus", initialOffset: 10_800, transitions: [])

  init() throws {
    page = try Page("docs/register-format.md")
    example = try #require(page.blocks("````markdown").first, "the page has no example")
  }

  private func document(_ text: String) throws -> CaseDocument {
    let path = try #require(
      page.text.firstMatch(of: /its path is `(cases\/[^`]+)`/).map { String($0.1) })
    return try CaseDocument(reading: Array(text.utf8), path: path, zone: zone)
  }

  @Test func `the example is a case file without a difference`() throws {
    let document = try document(example)
    #expect(document.differences.map(\.message) == [])
    #expect(document.unknownParts == [])
    #expect(document.standing.ordinary?.attention == [])
    #expect(String(decoding: document.bytes(zone: zone), as: UTF8.self) == example)
    #expect(example.contains("\n\\# "), "the example no longer shows an escaped line")
  }

  @Test func `the example stands at the path that the page names`() throws {
    let document = try document(example)
    #expect(CasePath.path(of: document.standing.id, layout: .month) == document.path)
  }

  @Test func `the front matter of the example reads as its events say`() throws {
    let summary = try FrontMatterReader.summary(Array(example.utf8), path: "example.md")
    let read = try #require(summary.ordinary)
    var folded = try #require(try document(example).standing.ordinary)
    folded.closings = read.closings
    folded.moved = read.moved
    #expect(read == folded)
  }

  @Test func `the Python of the page finds the example good and a change in it bad`() throws {
    try #require(Command.works("python3", "--version"))
    let program = try #require(page.blocks("```python").first)
    #expect(try Command.output(["python3", "-c", program], input: example) == "good\n")
    for (word, other) in [("struck", "crossed"), ("\"via\":\"hotline\"}", "\"via\":\"sms\"}")] {
      let changed = example.replacing(word, with: other)
      #expect(changed != example)
      #expect(throws: Command.Failure.self) {
        try Command.output(["python3", "-c", program], input: changed)
      }
    }
  }

  @Test func `every event kind has a row, and no other`() throws {
    let kinds = try SourceWords.matches(
      of: /case \.\w+: "([a-z]+)"/, in: "Sources/CaseModel/Event/Action.swift")
    #expect(kinds.count > 20)
    #expect(Set(page.firstCells("### Event kinds")) == Set(kinds))
  }

  @Test func `every key of the front matter has a row, in the order of the file`() throws {
    let keys = CaseField.inFrontMatter.filter { $0 != .actors }.map(\.name)
    let stub = ["case", "state", "sensitivity", "received", "due", "actors"]
    #expect(page.firstCells("## Front matter") == stub + keys)
  }

  @Test func `every field of an event is named`() throws {
    let place = "Sources/CaseFormat/Events/Action+Fields.swift"
    let fields =
      try SourceWords.matches(of: /"([a-z-]+)":/, in: place)
      + SourceWords.matches(of: /fields\["([a-z-]+)"\]/, in: place)
    #expect(fields.count > 40)
    let spans = page.codeSpans
    #expect(Set(fields).subtracting(spans) == [])
    let registration = page.firstCells("### The registration")
    for field in Concern.fields { #expect(registration.contains(field.name)) }
  }

  @Test func `every field that can be amended is named`() {
    let text = page.text
    let sentence = text.firstMatch(
      of: /`amend` may set the title and (?s:(.*?))Never the narrative/)
    let named = sentence?.output.1.matches(of: /`([a-z-]+)`/).map { String($0.output.1) } ?? []
    let fields = CaseColumn.correctable.compactMap { column in
      if case .field(let field) = column, field != .title { field.name } else { nil }
    }
    #expect(named == fields + ["complainant"])
  }

  @Test func `every code of a reader is named, and no other`() throws {
    let rules = try SourceWords.matches(
      of: /rule: "((?:file|text|event|events|front-matter)\.[a-z0-9-]+)"/, in: "Sources/CaseFormat")
    let thrown = try SourceWords.matches(
      of: /"((?:event|front-matter)\.[a-z]+)",/, in: "Sources/CaseFormat")
    #expect(Set(page.firstCells("## What a reader refuses")) == Set(rules + thrown))
  }

  @Test func `every file and key of the configuration is named`() throws {
    let calls = try SourceWords.matches(
      of: /requireKnownKeys\(\s*\[([^\]]+)\]/, in: "Sources/CaseFormat/Configuration")
    let keys = calls.flatMap { $0.matches(of: /"([a-z-]+)"/).map { String($0.1) } }
    #expect(keys.count > 30)
    let section = page.section("## Configuration files").joined(separator: "\n")
    for word in keys + Concern.fields.map({ CodeList.concern($0).key }) + Configuration.fileNames {
      #expect(section.contains("`" + word + "`"), "\(word) is not on the page")
    }
  }
}
