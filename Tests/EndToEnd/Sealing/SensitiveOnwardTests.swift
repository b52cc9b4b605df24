import Foundation
import Testing

/// What a refusal names is possible in the state of a sensitive case, too.
@Suite struct SensitiveOnwardTests {
  /// Where a sensitive case stands, and who brought it there by which commands, `ID` for the case.
  enum Standing: String, CaseIterable {
    case registered, assigned, inProgress, decided, approved, informed, closed, objected
    case raisedAfterTheAnswer, raisedAndObjected, raisedQuestion

    private static let started = [("amal", "assign ID amal"), ("amal", "start ID")]
    private static let decision = [("amal", "decide ID --outcome not-upheld --reason -")]
    private static let answer = [("amal", "inform ID --via hotline")]
    private static let raising = [("karim", "raise ID --sensitivity confidential --reason -")]
    private static let objection = [("karim", "object ID --reason -")]

    var isRaised: Bool { rawValue.hasPrefix("raised") }

    var steps: [(member: String, line: String)] {
      switch self {
      case .registered: []
      case .assigned: [Self.started[0]]
      case .inProgress: Self.started
      case .decided: Self.started + Self.decision
      case .approved: Standing.decided.steps + [("karim", "approve ID")]
      case .informed: Standing.approved.steps + Self.answer
      case .closed: Standing.informed.steps + [("amal", "close ID")]
      case .objected: Standing.closed.steps + Self.objection
      case .raisedAfterTheAnswer:
        Self.started + Self.decision + Self.answer + Self.raising
      case .raisedAndObjected: Standing.raisedAfterTheAnswer.steps + Self.objection
      case .raisedQuestion: [Self.started[0]] + Self.answer + Self.raising
      }
    }
  }

  private static let lines = [
    "answer ID --via sms -", "close ID", "close ID --outcome answered",
    "close ID --outcome withdrawn --reason -", "decide ID --outcome not-upheld --reason -",
    "resolve ID --outcome not-upheld --reason - --via sms", "inform ID --via sms", "approve ID",
    "start ID", "resume ID", "review ID --accept --reason -", "object ID --reason -",
    "extend ID --until 2026-12-10 --reason -", "amend ID due 2026-12-10 --reason -",
  ]

  private static let gaps = [
    ("--outcome …", "--outcome not-upheld"), ("--reason …", "--reason -"),
    ("--via …", "--via sms"), ("--until …", "--until 2026-12-15"), ("MEMBER", "amal"),
  ]

  @Test(arguments: Standing.allCases)
  func `a command that a refusal names is not refused itself`(standing: Standing) throws {
    let team = try SealedTeam()
    let amal = team.seat("amal")
    let category = standing == .raisedQuestion ? "information" : "minor"
    let id =
      standing.isRaised
      ? try team.seat("omar").done(
        "new --channel hotline --language en --category \(category) -", input: "No gate."
      ).word : try team.seat("omar").sensitive()
    for step in standing.steps {
      try team.seat(step.member).done(step.line.replacing("ID", with: id), input: "Words.")
    }
    let start = try amal.head()
    for line in Self.lines {
      let tried = try amal.run(line.replacing("ID", with: id), input: "Words.")
      defer { _ = try? amal.copy.git("reset --quiet --hard \(start)") }
      guard tried.status == 1, let command = Self.command(in: tried.errors) else { continue }
      let done = try ["amal", "karim", "huda", "omar", "nadia"].first { member in
        try team.seat(member).run(command, input: "Words.").status == 0
      }
      #expect(done != nil, "\(line) names \(command): \(tried.errors)")
    }
  }

  /// The first command between backticks, with its gaps filled and without the program's name.
  private static func command(in errors: String) -> String? {
    let text = errors.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    return text.firstMatch(of: /`daftar ([^`]+)`/).map { match in
      gaps.reduce(String(match.output.1)) { $0.replacing($1.0, with: $1.1) }
    }
  }
}
