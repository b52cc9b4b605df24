import CaseModel
import TestSupport
import Testing

/// No rule comes into the domain without somebody who tries it.
@Suite struct RuleCoverageTests {
  @Test func `every rule that a source of the domain names is tried from both sides`() throws {
    var named: [String: String] = [:]
    for path in try SourceTree.swiftFiles(below: "Sources/CaseModel") {
      let text = try SourceTree.text(path)
      for match in text.matches(of: /(?:Refusal\(\s*|rule: )\.(\w+)/) {
        named[String(match.1)] = path
      }
    }
    let tried = Set(GuardCases.all.map(\.rule) + RecordedCases.all.map(\.rule))
      .union(GuardTests.unreachable)
    let rules = Dictionary(uniqueKeysWithValues: Rule.allCases.map { (Self.name(of: $0), $0) })
    #expect(named.count > 100, "the sources are read")
    let untried = named.filter { name, _ in rules[name].map { !tried.contains($0) } ?? true }
    #expect(untried.isEmpty, "no case tries \(untried)")
  }

  /// The name of a rule in the sources: `date.before-received` is `dateBeforeReceived`.
  private static func name(of rule: Rule) -> String {
    let words = rule.rawValue.split { $0 == "." || $0 == "-" }
    return words.dropFirst().reduce(String(words.first ?? "")) { name, word in
      name + word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
