import CaseModel
import TestSupport
import Testing

/// `docs/workflow.md`: states, outcomes and the codes of rules.
@Suite struct WorkflowTests {
  private let page: Page

  init() throws { page = try Page("docs/workflow.md") }

  private static var refusal: Regex<(Substring, Substring)> {
    /Refusal\(\s*(?:\w+ \? )?"([a-z.-]+)"/
  }
  private static var rule: Regex<(Substring, Substring)> { /rule: "([a-z.-]+)"/ }

  /// The codes with which a step can be refused: by the fold, and by the rules for writers.
  private func codesOfSteps() throws -> Set<String> {
    let places = [
      "Sources/CaseModel", "Sources/Register/Writing/StepRules.swift",
      "Sources/Register/Writing/StepRules+Deadlines.swift",
      "Sources/Register/Writing/StepRules+Order.swift",
      "Sources/Register/Writing/StepRules+Proposals.swift",
      "Sources/Register/Writing/UnknownCode.swift",
    ]
    var codes = try places.flatMap { try SourceWords.matches(of: Self.refusal, in: $0) }
    codes += try SourceWords.matches(of: Self.rule, in: "Sources/CaseModel")
    return Set(codes)
  }

  @Test func `every rule of a step has a row, and no other`() throws {
    let codes = try codesOfSteps()
    #expect(codes.count > 70)
    let rows = page.firstCells("## Rules")
    #expect(Set(rows).symmetricDifference(codes) == [])
    #expect(rows.count == Set(rows).count, "a rule has two rows")
  }

  @Test func `every other refusal has a row, and no other`() throws {
    let codes = try SourceWords.matches(of: Self.refusal, in: "Sources")
    let others = Set(codes).subtracting(try codesOfSteps())
    #expect(others.count > 15)
    #expect(Set(page.firstCells("## Other refusals")).symmetricDifference(others) == [])
  }

  @Test func `the writers' rules are marked, and no other`() throws {
    let fold =
      try SourceWords.matches(of: Self.refusal, in: "Sources/CaseModel/Fold")
      + SourceWords.matches(of: Self.refusal, in: "Sources/CaseModel/Case")
      + SourceWords.matches(of: Self.rule, in: "Sources/CaseModel/Fold")
    let marked = Set(
      page.section("## Rules").compactMap { line in
        line.firstMatch(of: /^\| `([^`]+)` \*w\*/).map { String($0.1) }
      })
    // The one rule of the fold's files that only a writer can meet.
    #expect(marked == (try codesOfSteps()).subtracting(fold).union(["event.history"]))
  }

  @Test func `states and outcomes are complete`() {
    #expect(page.firstCells("## States") == CaseState.allCases.map(\.rawValue))
    #expect(Set(page.firstCells("## Outcomes")) == Set(Outcome.allCases.map(\.rawValue)))
    #expect(Set(page.firstCells("## Links")) == Set(Relation.allCases.map(\.rawValue)))
  }

  @Test func `outcomes stand with the step that gives them`() {
    for line in page.section("## Outcomes") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|")
      let names = cells[0].matches(of: /`([^`]+)`/).compactMap { Outcome(rawValue: String($0.1)) }
      for outcome in names {
        #expect(cells[2].contains("close") == outcome.endsWithoutDecision, "\(outcome)")
        #expect(cells[2].contains("short path") == outcome.endsShortPath, "\(outcome)")
        #expect(cells[1].contains("root cause") == outcome.needsRootCause, "\(outcome)")
      }
    }
  }

  @Test func `waivers and short path are named`() {
    let spans = page.codeSpans
    #expect(Set(Waiver.allCases.map(\.rawValue)).subtracting(spans) == [])
    #expect(ShortPath.categories.subtracting(spans) == [])
  }
}
