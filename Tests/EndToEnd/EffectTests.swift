import Foundation
import Testing

/// A command, and what it changes.
struct Effect: Sendable, CustomTestStringConvertible {
  let line: String
  let member: String
  let stage: Stage
  /// The events that it adds.
  let events: [String]
  /// The commit's subject after the case id.
  let subject: String
  /// Fields of the case afterwards; `.missing` for one that is not there any more.
  let fields: [String: JSON]

  init(
    _ line: String, by member: String, at stage: Stage, _ events: [String], _ subject: String,
    _ fields: [String: JSON]
  ) {
    self.line = line
    self.member = member
    self.stage = stage
    self.events = events
    self.subject = subject
    self.fields = fields
  }

  var testDescription: String { line }
}

/// Each command once: what stands in the case and in the commit afterwards.
@Suite struct EffectTests {
  static let effects: [Effect] = [
    Effect(
      "acknowledge CASE --via letter", by: "omar", at: .registered, ["acknowledge"], "acknowledge",
      ["acknowledged": "2026-11-21"]),
    Effect(
      "acknowledge CASE --via sms --on 2026-11-21", by: "omar", at: .closed, ["acknowledge"],
      "acknowledge", ["state": "closed", "acknowledged": "2026-11-21"]),
    Effect(
      "assign CASE sami", by: "omar", at: .registered, ["assign"], "assign to sami",
      ["state": "assigned", "assignee": "sami"]),
    Effect(
      "assign CASE sami --reason 'Rana is ill.'", by: "rana", at: .inProgress, ["assign"],
      "assign to sami", ["state": "in-progress", "assignee": "sami"]),
    Effect(
      "assign CASE --unit north", by: "omar", at: .assigned, ["assign"], "assign to unit north",
      ["state": "assigned", "assignee": .missing, "unit": "north"]),
    Effect(
      "start CASE", by: "rana", at: .assigned, ["start"], "start", ["state": "in-progress"]),
    Effect(
      "note CASE --text 'Looked at it.'", by: "rana", at: .assigned, ["note"], "note",
      ["state": "in-progress"]),
    Effect(
      "note CASE --text 'Late news.'", by: "lina", at: .closed, ["note"], "note",
      ["state": "closed"]),
    Effect(
      "wait CASE --for complainant --question 'Which day?' --until +5", by: "rana", at: .inProgress,
      ["wait"], "wait",
      ["state": "waiting", "waiting-for": "complainant", "waiting-until": "2026-11-26"]),
    Effect(
      "extend CASE --until 2026-12-20 --reason 'Snow.'", by: "huda", at: .assigned, ["extend"],
      "extend", ["due": "2026-12-20", "extended": "2026-11-21"]),
    Effect(
      "decide CASE --outcome upheld --root-cause procedure --reason 'No tent.'", by: "rana",
      at: .inProgress, ["decide"], "decide upheld",
      [
        "state": "decided", "outcome": "upheld", "root-cause": "procedure", "decided-by": "rana",
        "decided": "2026-11-21",
      ]),
    Effect(
      "approve CASE", by: "huda", at: .decided, ["approve"], "approve",
      ["state": "decided", "approved-by": "huda"]),
    Effect(
      "approve CASE --reject --reason 'Look again.'", by: "karim", at: .decided, ["approve"],
      "reject decision", ["state": "in-progress", "outcome": .missing, "decided": .missing]),
    Effect(
      "inform CASE --via sms --language ar", by: "omar", at: .decided, ["inform"], "inform",
      ["state": "informed", "informed": "2026-11-21", "waived": .missing]),
    Effect(
      "inform CASE --waive declined", by: "rana", at: .decided, ["inform"],
      "inform waived declined", ["state": "informed", "waived": "declined"]),
    Effect(
      "inform CASE --tried hotline", by: "rana", at: .decided, ["inform"], "tried to inform",
      ["state": "decided", "informed": .missing]),
    Effect(
      "close CASE", by: "rana", at: .informed, ["close"], "close",
      ["state": "closed", "closed": "2026-11-21", "outcome": "not-upheld"]),
    Effect(
      "close CASE --outcome withdrawn --reason 'She changed her mind.'", by: "rana",
      at: .inProgress,
      ["close"], "close withdrawn", ["state": "closed", "outcome": "withdrawn"]),
    Effect(
      "close CASE --outcome duplicate --of OTHER --reason 'Same call.'", by: "rana", at: .assigned,
      ["close"], "close duplicate", ["state": "closed", "outcome": "duplicate"]),
    Effect(
      "close CASE --outcome invalid --reason 'A test.'", by: "huda", at: .registered, ["close"],
      "close invalid", ["state": "closed", "outcome": "invalid"]),
    Effect(
      "resolve CASE --outcome assisted --reason 'A tent came.' --via desk", by: "rana",
      at: .inProgress, ["decide", "inform", "close"], "decide assisted, inform, close",
      ["state": "closed", "outcome": "assisted"]),
    Effect(
      "object CASE --reason 'Still no tent.'", by: "omar", at: .closed, ["object"], "object",
      ["state": "objected", "objections": 1]),
    Effect(
      "review CASE --accept --reason 'Right.'", by: "nadia", at: .objected, ["review"],
      "accept objection", ["state": "in-progress"]),
    Effect(
      "review CASE --reject --remedy 'The ombudsman.' --reason 'No.'", by: "nadia", at: .objected,
      ["review"], "reject objection", ["state": "informed"]),
    Effect(
      "reopen CASE --reason 'A photograph came.'", by: "huda", at: .closed, ["reopen"], "reopen",
      ["state": "in-progress", "due": "2026-12-06", "reopened": 1]),
    Effect(
      "hold CASE --reason 'The prosecutor asked.' --until +20", by: "huda", at: .inProgress,
      ["hold"],
      "hold", ["state": "held", "held-from": "in-progress", "held-until": "2026-12-11"]),
    Effect(
      "raise CASE --priority critical --reason 'No water.'", by: "lina", at: .registered, ["raise"],
      "raise", ["priority": "critical"]),
    Effect(
      "amend CASE area A0101 --reason 'Wrong village.'", by: "omar", at: .registered, ["amend"],
      "amend area", ["area": "A0101"]),
    Effect(
      "amend CASE themes 'delay, quality' --reason 'Both.'", by: "omar", at: .registered, ["amend"],
      "amend themes", ["themes": ["delay", "quality"]]),
    Effect(
      "amend CASE category information --reason 'A question.'", by: "omar", at: .registered,
      ["propose", "propose"], "propose category, propose due",
      ["category": "minor", "due": "2026-12-06"]),
    Effect(
      "amend CASE received 2026-11-20 --reason 'A day earlier.'", by: "omar", at: .registered,
      ["amend", "amend"], "amend received, amend due",
      ["received": "2026-11-20", "due": "2026-12-05"]),
    Effect(
      "amend CASE priority low --reason 'Settled.'", by: "huda", at: .registered, ["amend"],
      "amend priority", ["priority": "low"]),
    Effect(
      "link CASE --duplicate-of OTHER", by: "omar", at: .registered, ["link"],
      "link duplicate-of OTHER", ["duplicate-of": "OTHER"]),
    Effect(
      "link CASE --same-issue OTHER", by: "omar", at: .registered, ["link"],
      "link same-issue OTHER",
      ["same-issue": ["OTHER"]]),
    Effect(
      "link CASE --follows OTHER", by: "omar", at: .registered, ["link"], "link follows OTHER",
      ["follows": "OTHER"]),
    Effect(
      "refer CASE --to legal-aid --consent vital-interest --text 'The file.'", by: "rana",
      at: .inProgress, ["refer"], "refer", ["state": "in-progress"]),
    Effect(
      "survey CASE --waive declined", by: "lina", at: .closed, ["survey"], "survey",
      ["state": "closed"]),
  ]

  @Test(arguments: effects)
  func `a command has its effect`(effect: Effect) throws {
    let register = try TemporaryRegister(staged: ())
    let id = try effect.stage.id
    let other = try Stage.objected.id
    try register.done(
      effect.line.replacing("CASE", with: id).replacing("OTHER", with: other), as: effect.member)

    let file = try register.json(id)
    let events = Array(file["events"].list.suffix(effect.events.count))
    #expect(events.map { $0["do"].text } == effect.events)
    #expect(events.allSatisfy { $0["by"].text == effect.member })
    for (field, value) in effect.fields {
      #expect(file[field] == value.with(other: other), "\(field)")
    }
    try expectCommit(effect, id, other, events, in: register)
    #expect(try register.done("check").output.hasPrefix("everything is in order"))
  }

  private func expectCommit(
    _ effect: Effect, _ id: String, _ other: String, _ events: [JSON],
    in register: TemporaryRegister
  ) throws {
    let commit = try register.commit()
    let parent = try register.commit("HEAD~1")
    #expect(commit.subject == "\(id): " + effect.subject.replacing("OTHER", with: other))
    #expect(
      commit.trailers == ["Case: \(id)"]
        + events.map { "Event: \($0["id"].text ?? "") \($0["do"].text ?? "")" })
    let people = [
      "omar": "Omar Haddad <omar@example.org>", "lina": "Lina Aziz <lina@daftar.invalid>",
    ]
    if let person = people[effect.member] {
      #expect(commit.author == person)
      #expect(commit.committer == person)
    }
    let moments = events.compactMap { $0["at"].text }.compactMap(ISO8601DateFormatter().date(from:))
    #expect(moments.allSatisfy { Int($0.timeIntervalSince1970) == commit.authorDate })
    #expect(commit.committerDate >= parent.committerDate)
  }
}

extension JSON {
  /// The value with the other case's id in the place of `OTHER`.
  fileprivate func with(other: String) -> JSON {
    switch self {
    case "OTHER": .text(other)
    case .list(let items): .list(items.map { $0.with(other: other) })
    default: self
    }
  }
}
