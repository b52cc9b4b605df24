import Foundation
import Testing

/// What a refusal names is possible in the state in which it is named.
@Suite struct OnwardTests {
  /// Where a case stands, and the commands that bring it there from a stage.
  enum Standing: String, CaseIterable {
    case registered, assigned, unit, inProgress, decided, informed, closed, objected
    case waiting, held, heldAfterAnswer, questionAnswered, closedLongAgo, objectedTwice

    var stage: Stage {
      switch self {
      case .registered, .unit, .questionAnswered: .registered
      case .assigned: .assigned
      case .inProgress, .waiting, .held: .inProgress
      case .decided: .decided
      case .informed, .heldAfterAnswer: .informed
      case .closed, .closedLongAgo, .objectedTwice: .closed
      case .objected: .objected
      }
    }

    /// Who runs what after the stage, `ID` for the case.
    var more: [(member: String, line: String)] {
      switch self {
      case .unit: [("omar", "assign ID --unit south")]
      case .waiting: [("rana", "wait ID --for complainant --until 2026-11-25 --question Which")]
      case .held, .heldAfterAnswer: [("huda", "hold ID --until 2026-12-10 --reason Police")]
      case .questionAnswered:
        [
          ("omar", "amend ID category information --reason Question"), ("huda", "approve ID"),
          ("omar", "assign ID rana"), ("rana", "inform ID --via sms"),
        ]
      case .objectedTwice:
        [("omar", "object ID --reason Again"), ("nadia", "review ID --accept --reason Right")]
          + [("rana", "resolve ID --outcome not-upheld --reason Right --via sms")]
          + [("omar", "object ID --reason Again"), ("nadia", "review ID --accept --reason Right")]
          + [("rana", "resolve ID --outcome not-upheld --reason Right --via sms")]
      default: []
      }
    }

    var now: String { self == .closedLongAgo ? "2027-04-01T09:00:00Z" : TemporaryRegister.now }
  }

  private static let lines = [
    "answer ID --via sms --text Sunday", "close ID", "close ID --outcome answered",
    "close ID --outcome withdrawn --reason Moved", "decide ID --outcome not-upheld --reason Right",
    "resolve ID --outcome not-upheld --reason Right --via sms", "inform ID --via sms",
    "inform ID --tried sms", "approve ID", "assign ID sami", "start ID", "resume ID",
    "wait ID --for other --until 2026-11-25 --question Which", "object ID --reason Wrong",
    "review ID --accept --reason Right", "reopen ID --reason Back", "release ID",
    "extend ID --until 2026-12-10 --reason Snow", "amend ID due 2026-12-10 --reason Snow",
    "survey ID --resolved yes --score 4",
  ]

  private static let gaps = [
    ("--outcome …", "--outcome not-upheld"), ("--reason …", "--reason Because"),
    ("--via …", "--via sms"), ("MEMBER", "rana"),
  ]

  @Test(arguments: Standing.allCases)
  func `a command that a refusal names is not refused itself`(standing: Standing) throws {
    let prepared = try TemporaryRegister(staged: ())
    let id = try standing.stage.id
    for step in standing.more {
      try prepared.done(step.line.replacing("ID", with: id), as: step.member)
    }
    let start = try prepared.head()
    var followed = 0
    for line in Self.lines {
      let tried = try prepared.run(
        line.replacing("ID", with: id), as: "rana", now: standing.now, checked: false)
      defer { _ = try? prepared.git("reset", "--quiet", "--hard", start) }
      guard tried.status == 1 else { continue }
      // A question has fifteen days, a complaint thirty.
      let later = standing == .questionAnswered ? "2026-12-05" : "2026-12-08"
      for command in Self.commands(in: tried.errors, later: later) {
        if command.contains("link NEW") { continue }
        let done = try ["rana", "huda", "nadia", "omar", "karim"].first { member in
          try prepared.run(command, as: member, now: standing.now, checked: false).status == 0
        }
        #expect(done != nil, "\(line) names \(command): \(tried.errors)")
        followed += 1
        // Of several ways only the first starts from here.
        break
      }
    }
    #expect(followed > 0)
  }

  /// The commands between backticks, with their gaps filled and without the program's name.
  private static func commands(in errors: String, later day: String) -> [String] {
    let text = errors.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    return text.matches(of: /`daftar ([^`]+)`/).map { match in
      (gaps + [("--until …", "--until " + day)]).reduce(String(match.output.1)) {
        $0.replacing($1.0, with: $1.1)
      }
    }
  }

  @Test func `no extension is named for a case that has no deadline any more`() throws {
    let register = try TemporaryRegister(staged: ())
    let refused = try register.run(
      "amend \(Stage.closed.id) due 2026-12-10 --reason Snow", as: "rana", checked: false)
    #expect(refused.errors.contains("a closed case has no deadline to extend"), "\(refused)")
    #expect(!refused.errors.contains("daftar extend"), "\(refused)")
  }

  @Test(arguments: [
    "wait CASE --for other --until 2046-01-01 --question Which",
    "hold CASE --until 2046-01-01 --reason Police", "extend CASE --until 2046-01-01 --reason Snow",
    "amend CASE due 2046-01-01 --reason Snow", "reopen CLOSED --due 2046-01-01 --reason Back",
    "note CASE --text Said --on 1985-01-01",
  ])
  func `no far day is offered where it would be refused all the same`(line: String) throws {
    let register = try TemporaryRegister(staged: ())
    let typed = line.replacing("CASE", with: try Stage.inProgress.id)
      .replacing("CLOSED", with: try Stage.closed.id)
    let refused = try register.run(typed, as: "huda", checked: false)
    #expect(refused.status == 1 && refused.errors.contains("[date.year]"), "\(refused)")
    #expect(!refused.errors.contains("--far-dates"), "\(refused)")
    #expect(try register.run(typed + " --far-dates", as: "huda", checked: false).status == 1)
  }
}
