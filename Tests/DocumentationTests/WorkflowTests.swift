import CaseModel
import Foundation
import TestSupport
import Testing

/// `docs/workflow.md`: states, outcomes and the codes of rules.
@Suite struct WorkflowTests {
  private let page: Page

  init() throws { page = try Page("docs/workflow.md") }

  /// The table of some rules, as the page shows it.
  ///
  /// Rules of commands that have one explanation share a row.
  private static func table(_ head: String, of rules: [Rule]) -> String {
    var rows: [(codes: [String], mark: String, text: String)] = []
    for rule in rules {
      if rule.moment == .command, rows.last?.text == rule.explanation {
        rows[rows.count - 1].codes.append("`\(rule)`")
      } else {
        let mark = rule.moment == .recording ? " *w*" : ""
        rows.append((["`\(rule)`"], mark, rule.explanation))
      }
    }
    let lines = rows.map { "| \($0.codes.joined(separator: ", "))\($0.mark) | \($0.text) |" }
    return (["| Code | \(head) |", "|---|---|"] + lines).joined(separator: "\n")
  }

  @Test(arguments: [true, false])
  func `the tables of rules say what the rules say`(areOfSteps: Bool) throws {
    let rules = Rule.allCases.filter { ($0.moment != .command) == areOfSteps }
    let head = areOfSteps ? "A step is refused because" : "A command is refused because"
    let written = page.section(areOfSteps ? "## Rules" : "## Other refusals")
      .filter { $0.hasPrefix("|") }.joined(separator: "\n")
    #expect(written == Self.table(head, of: rules), "replace the table of the page by this one")
  }

  @Test func `every rule is asked somewhere`() throws {
    let names = Set(try SourceWords.matches(of: /[(\s]\.([a-z][A-Za-z]+)\b/, in: "Sources"))
    for rule in Rule.allCases { #expect(!rule.explanation.isEmpty, "\(rule) is not explained") }
    for rule in Rule.allCases {
      let name = rule.rawValue.split { $0 == "." || $0 == "-" }.enumerated()
        .map { $0.offset == 0 ? String($0.element) : $0.element.capitalized }.joined()
      #expect(names.contains(name), "nothing is ever refused by \(rule)")
    }
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
