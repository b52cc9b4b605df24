import CaseModel
import Diagnostics
import TestSupport
import Testing

@testable import CaseFormat
import Text

@Suite struct FrontMatterTests {
  /// A case with a value in every field of the front matter, words and codes by chance.
  private func randomCase(_ random: inout SeededGenerator) throws -> Case {
    func word() -> String { RandomText.word(using: &random) }
    func day() -> CalendarDate { CalendarDate(day: Int.random(in: 0...40_000, using: &random)) }
    func number() -> Int { Int.random(in: 0...9_999, using: &random) }
    var registration = try Registration.full()
    registration.category = word()
    registration.themes = [word(), word(), ""]
    registration.channel = word()
    registration.language = word()
    for field in Concern.fields { registration.concern[field] = word() }
    registration.receivedBy = word()
    registration.happened = day()
    registration.external = word()
    registration.subjects = [.member(word()), .unit(word())]
    for key in Complainant.keys { registration.complainant[key] = word() }
    var theCase = Case(registration, registered: day())
    theCase.state = CaseState.allCases.randomElement(using: &random) ?? .held
    theCase.acknowledged = day()
    theCase.extended = day()
    theCase.assignee = word()
    theCase.waitingFor = .other
    theCase.waitingUntil = day()
    theCase.heldFrom = .objected
    theCase.heldUntil = day()
    theCase.outcome = Outcome.allCases.randomElement(using: &random)
    theCase.rootCause = word()
    theCase.decided = day()
    theCase.decidedBy = word()
    theCase.approvedBy = word()
    theCase.informed = day()
    theCase.waived = Waiver.allCases.randomElement(using: &random)
    let closed = day()
    theCase.closed = closed
    theCase.closings = [Case.Closing(closed: closed, outcome: theCase.outcome)]
    theCase.reopened = number() + 1
    theCase.objections = number() + 1
    theCase.duplicateOf = try .sample(number())
    theCase.follows = try .sample(number())
    theCase.sameIssue = [try .sample(number()), try .sample(number())]
    theCase.promises = [try .sample(number()), try .sample(number())]
    theCase.referrals = [try .sample(number())]
    theCase.attention = [try .sample(number())]
    let answers: [SurveyAnswer] = [
      .answered(.partly, score: 3), .answered(.no, score: nil), .waived(word()),
    ]
    theCase.satisfaction = answers.randomElement(using: &random)
    return theCase
  }

  private func read(_ lines: [String], title: String = "T") throws(Diagnostic) -> Case? {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    return try FrontMatterReader.read(bytes.span, path: "a.md", title: title).ordinary
  }

  @Test(arguments: Seeds.first(15))
  func `every field reads back as it was`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let theCase = try randomCase(&random)
      #expect(
        try read(FrontMatterWriter.lines(.ordinary(theCase)), title: theCase.title) == theCase)
    }
  }

  @Test func `a case with every field uses every key of the format`() throws {
    var random = SeededGenerator(seed: 1)
    let theCase = try randomCase(&random)
    let keys = FrontMatterWriter.pairs(theCase).map(\.key)
    // Only a stub has actors.
    #expect(keys + ["actors"] == CaseField.inFrontMatter.map(\.name))
  }

  @Test func `what is absent is left out`() throws {
    let theCase = try Ledger(.sample()).folded
    let keys = FrontMatterWriter.pairs(theCase).map(\.key)
    #expect(
      keys == [
        "case", "state", "category", "themes", "sensitivity", "priority", "channel", "language",
        "received", "received-by", "registered", "due", "consent",
      ])
    #expect(try read(FrontMatterWriter.lines(.ordinary(theCase)), title: theCase.title) == theCase)
  }

  @Test(arguments: [
    ("rana", "rana"), ("2026-11-02", "2026-11-02"), ("SY02/03", "SY02/03"), ("1e5", "1e5"),
    ("yes", "yes"),
    ("null", "null"), ("0770123456", "0770123456"), ("", #""""#), ("a: b", #""a: b""#),
    ("-", #""-""#),
    ("a b", #""a b""#), (#"a"b\c"#, #""a\"b\\c""#), ("~", #""~""#), ("شكوى", #""شكوى""#),
    ("#x", ##""#x""##),
    ("unit:tabqa", #""unit:tabqa""#), ("=", #""=""#), (" ", #"" ""#), (".5", #"".5""#),
    ("a,b", #""a,b""#),
  ])
  func `a scalar is plain where every tool reads it so`(text: String, yaml: String) {
    #expect(FieldValue.text(text).yaml == yaml)
    #expect(FieldValue.list([text, "x"]).yaml == "[\(yaml), x]")
    #expect(FieldValue.map([("k", text)]).yaml == "{k: \(yaml)}")
  }

  private static let hasPyYAML = Command.works("python3", "-c", "import yaml")

  @Test(.enabled(if: hasPyYAML, "python3 with PyYAML is not installed"))
  func `another reader of YAML reads the same texts`() throws {
    var random = SeededGenerator(seed: 11)
    let files = try (0..<60).map { _ in try randomCase(&random) }
    let script = """
      import json, sys, yaml
      for text in sys.stdin.read().split("\\f"):
        print(json.dumps(yaml.load(text, Loader=yaml.BaseLoader), ensure_ascii=False))
      """
    let input = files.map { FrontMatterWriter.lines(.ordinary($0)).joined(separator: "\n") }
    let output = try Command.output(
      ["python3", "-c", script], environment: ["PYTHONIOENCODING": "utf-8"],
      input: input.joined(separator: "\u{C}"))
    let lines = output.split(separator: "\n")
    try #require(lines.count == files.count)
    for (file, line) in zip(files, lines) {
      let theirs = try JSONReader.object(ArraySlice(line.utf8), path: "judge", line: 1)
      let pairs = FrontMatterWriter.pairs(file)
      let ours = Dictionary(uniqueKeysWithValues: pairs.map { ($0.key, Self.json($0.value)) })
      #expect(theirs == ours)
    }
  }

  private static func json(_ entry: FieldValue) -> JSONValue {
    switch entry {
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(JSONValue.text))
    case .map(let pairs):
      .object(Dictionary(uniqueKeysWithValues: pairs.map { ($0.key, .text($0.value)) }))
    }
  }

  // In the sample: 2 case, 3 state, 5 themes, 6 sensitivity, 10 received, 13 due.
  @Test(arguments: [
    (1, "state: lost", "front-matter.value", 3, 8), (1, "stat: closed", "front-matter.key", 3, 1),
    (1, "state: [closed]", "front-matter.value", 3, 8), (1, "state:", "front-matter.value", 3, 7),
    (0, "case: 2611-7KQ4-M2XX", "front-matter.value", 2, 7),
    (0, "case: 26117KQ4M2XC", "front-matter.value", 2, 7),
    (3, "themes: selection", "front-matter.value", 5, 9),
    (4, "sensitivity: secret", "front-matter.value", 6, 14),
    (8, "received: 2026-02-30", "front-matter.value", 10, 11),
    (8, "received: yesterday", "front-matter.value", 10, 11),
    (11, "due: {a: b}", "front-matter.value", 13, 6),
    (11, "promises: [x]", "front-matter.value", 13, 11),
    (11, "duplicate-of: x", "front-matter.value", 13, 15),
    (11, "reopened: many", "front-matter.value", 13, 11),
    (11, "satisfaction: {score: 4}", "front-matter.value", 13, 15),
    (11, "complainant: x", "front-matter.value", 13, 14),
    (11, "waived: tired", "front-matter.value", 13, 9),
    (11, "state: closed", "yaml.duplicate-key", 13, 1),
    (11, "due: &a x", "yaml", 13, 6), (11, "due: !!str x", "yaml", 13, 6),
  ])
  func `a wrong line is refused with line and column`(
    index: Int, line: String, rule: String, number: Int, column: Int
  ) throws {
    var lines = try FrontMatterWriter.lines(.ordinary(Ledger(.sample()).folded))
    lines[index] = line
    let finding = #expect(throws: Diagnostic.self) { try read(lines) }
    #expect(finding?.rule.hasPrefix(rule) == true)
    #expect(finding?.location == SourceLocation(path: "a.md", line: number, column: column))
  }

  @Test(arguments: [
    "case", "state", "category", "sensitivity", "priority", "channel", "language",
    "received", "received-by", "registered", "consent",
  ])
  func `a missing field is named`(key: String) throws {
    let lines = try FrontMatterWriter.lines(.ordinary(Ledger(.sample()).folded))
    let finding = #expect(throws: Diagnostic.self) {
      try read(lines.filter { !$0.hasPrefix(key + ":") })
    }
    #expect(finding?.rule == "front-matter.missing")
    #expect(finding?.message.contains("“\(key)”") == true)
  }

  @Test func `a mistyped key gets the nearest one as a hint`() throws {
    let lines = try FrontMatterWriter.lines(.ordinary(Ledger(.sample()).folded)) + ["asignee: rana"]
    let finding = #expect(throws: Diagnostic.self) { try read(lines) }
    #expect(finding?.hint == "did you mean “assignee”?")
  }
}
