import Foundation
import Testing

/// A command that a rule refuses.
struct Refused: Sendable, CustomTestStringConvertible {
  let rule: String
  let line: String
  let member: String
  let stage: Stage
  /// What is done before, each line with its member first.
  let before: [String]
  let now: String

  init(
    _ rule: String, _ line: String, by member: String, at stage: Stage, after before: [String] = [],
    now: String = TemporaryRegister.now
  ) {
    self.rule = rule
    self.line = line
    self.member = member
    self.stage = stage
    self.before = before
    self.now = now
  }

  var testDescription: String { "\(rule): \(line)" }
}

/// Rules, each broken once: the exit status, the rule's name, a hint, and nothing changed.
@Suite struct RefusalTests {
  static let workflow: [Refused] = [
    Refused("start.assigned", "start CASE", by: "rana", at: .registered),
    Refused("close.informed", "close CASE", by: "rana", at: .decided),
    Refused(
      "held", "inform CASE --via sms", by: "rana", at: .decided,
      after: ["huda hold CASE --reason Order --until +5"]),
    Refused(
      "acknowledge.once", "acknowledge CASE --via sms", by: "omar", at: .assigned,
      after: ["omar acknowledge CASE --via sms"]),
    Refused(
      "start.unit", "start CASE", by: "sami", at: .registered,
      after: ["omar assign CASE --unit north"]),
    Refused(
      "wait.until", "wait CASE --for other --question Who --until +15", by: "rana",
      at: .inProgress),
    Refused("hold.until", "hold CASE --reason Order --until +31", by: "huda", at: .inProgress),
    Refused(
      "extend.longest", "extend CASE --until 2026-12-22 --reason Snow", by: "huda",
      at: .inProgress),
    Refused(
      "extend.once", "extend CASE --until 2026-12-21 --reason Snow", by: "huda",
      at: .inProgress, after: ["huda extend CASE --until 2026-12-20 --reason Snow"]),
    Refused(
      "extend.before-due", "extend CASE --until 2026-12-20 --reason Snow", by: "huda",
      at: .inProgress, now: "2026-12-08T09:00:00Z"),
    Refused(
      "extend.later", "extend CASE --until 2026-12-01 --reason Snow", by: "huda",
      at: .inProgress),
    Refused(
      "decide.root-cause", "decide CASE --outcome upheld --reason Yes", by: "rana",
      at: .inProgress),
    Refused(
      "decide.outcome", "decide CASE --outcome withdrawn --reason Yes", by: "rana",
      at: .inProgress),
    Refused("approve.second-person", "approve CASE", by: "rana", at: .decided),
    Refused("approve.decided", "approve CASE", by: "huda", at: .inProgress),
    Refused("approve.reasons", "approve CASE --reject", by: "huda", at: .decided),
    Refused(
      "close.duplicate-of", "close CASE --outcome duplicate --reason Twice", by: "rana",
      at: .inProgress),
    Refused(
      "close.short-path", "new --category minor --channel desk --language en --answered",
      by: "omar", at: .registered),
    Refused(
      "object.window", "object CASE --reason Late", by: "omar", at: .closed,
      now: "2026-12-22T09:00:00Z"),
    Refused("review.second-person", "review CASE --accept --reason Yes", by: "rana", at: .objected),
    Refused("review.remedy", "review CASE --reject --reason No", by: "nadia", at: .objected),
    Refused(
      "reopen.window", "reopen CASE --reason News", by: "huda", at: .closed,
      now: "2027-03-01T09:00:00Z"),
    Refused("reopen.due", "reopen CASE --reason News --due yesterday", by: "huda", at: .closed),
    Refused("undo.own", "undo CASE", by: "omar", at: .inProgress),
    Refused("inform.three-tries", "inform CASE --waive unreachable", by: "rana", at: .decided),
    Refused("inform.not-anonymous", "inform CASE --waive anonymous", by: "rana", at: .decided),
    Refused("promise.open", "promise CASE --kept 00000000", by: "rana", at: .inProgress),
    Refused("settle.nothing", "settle CASE --reason Agreed", by: "rana", at: .inProgress),
  ]

  static let values: [Refused] = [
    Refused("code.unknown", "assign CASE rena", by: "omar", at: .registered),
    Refused("code.unknown", "assign CASE --unit nort", by: "omar", at: .registered),
    Refused("code.unknown", "acknowledge CASE --via smss", by: "omar", at: .registered),
    Refused("code.unknown", "refer CASE --to legal --consent yes", by: "rana", at: .inProgress),
    Refused("code.unknown", "amend CASE area A99 --reason Wrong", by: "omar", at: .registered),
    Refused("code.unknown", "amend CASE age 18-60 --reason Wrong", by: "omar", at: .registered),
    Refused(
      "code.unknown", "new --category minor --channel sms --language en --subject yusuf",
      by: "omar", at: .registered),
    Refused("team.inactive", "assign CASE yara", by: "omar", at: .registered),
    Refused("language", "inform CASE --via sms --language English", by: "rana", at: .decided),
    Refused("date.future", "note CASE --text Later --on tomorrow", by: "rana", at: .inProgress),
    Refused(
      "date.future", "new --category minor --channel sms --language en --received tomorrow",
      by: "omar", at: .registered),
    Refused(
      "date.future", "amend CASE received 2026-11-22 --reason Wrong", by: "omar",
      at: .registered),
    Refused(
      "date.happened",
      "new --category minor --channel sms --language en --received yesterday --happened today",
      by: "omar", at: .registered),
    Refused(
      "date.before-received", "note CASE --text Earlier --on yesterday", by: "rana",
      at: .inProgress),
    Refused("amend.priority", "amend CASE priority low --reason Calm", by: "omar", at: .registered),
    Refused("amend.same", "amend CASE priority normal --reason Same", by: "omar", at: .registered),
    Refused("amend.field", "amend CASE state closed --reason Wish", by: "omar", at: .registered),
    Refused("amend.value", "amend CASE received soon --reason Wrong", by: "omar", at: .registered),
    Refused("raise.higher", "raise CASE --priority low", by: "omar", at: .registered),
    Refused("raise.nothing", "raise CASE", by: "omar", at: .registered),
    Refused("survey.score", "survey CASE --resolved yes --score 6", by: "lina", at: .closed),
    Refused("link.self", "link CASE --same-issue CASE", by: "omar", at: .registered),
    Refused(
      "sealing.nobody", "raise CASE --sensitivity confidential", by: "omar", at: .registered),
    Refused(
      "amend.category", "amend CASE category fraud --reason Money", by: "omar",
      at: .registered),
    Refused(
      "amend.sensitivity", "amend CASE sensitivity restricted --reason Child", by: "huda",
      at: .registered),
  ]

  @Test(arguments: workflow + values)
  func `a rule refuses and nothing changes`(refused: Refused) throws {
    let register = try TemporaryRegister(staged: ())
    let id = try refused.stage.id
    for line in refused.before {
      let all = line.replacing("CASE", with: id).split(separator: " ", maxSplits: 1)
      try register.done(String(all[1]), as: String(all[0]))
    }
    let result = try register.run(
      refused.line.replacing("CASE", with: id), as: refused.member, now: refused.now)
    // What was typed names nothing: wrong use, and not wrong data.
    let namesNothing = ["code.unknown", "language"].contains(refused.rule)
    #expect(result.status == (namesNothing ? 64 : 1), "\(result)")
    #expect(result.output == "")
    #expect(result.errors.contains("[\(refused.rule)]"), "\(result)")
    #expect(result.errors.contains("\n  hint: "))
  }

  @Test func `the person complained about is barred and never assigned`() throws {
    let register = try TemporaryRegister()
    let id = try register.new("--subject rana --subject unit:north")
    for (line, member, rule) in [
      ("assign \(id) rana", "omar", "assign.subject"),
      ("assign \(id) --unit north", "omar", "assign.subject-unit"),
      ("note \(id) --text 'It was not me.'", "rana", "subject.barred"),
    ] {
      let result = try register.run(line, as: member)
      #expect(result.status == 1)
      #expect(result.errors.contains("[\(rule)]"), "\(result)")
    }
  }

  @Test func `a duplicate of a duplicate is refused, and so is a case that is not here`() throws {
    let register = try TemporaryRegister(staged: ())
    let (one, two, three) = (
      try Stage.registered.id, try Stage.assigned.id, try Stage.inProgress.id
    )
    try register.done("link \(two) --duplicate-of \(one)", as: "omar")
    let chain = try register.run("link \(three) --duplicate-of \(two)", as: "omar")
    #expect(chain.errors.contains("[link.duplicate]"))
    #expect(chain.errors.contains(one))
    let absent = try register.run("link \(three) --follows 2611-5D65-S771", as: "omar")
    #expect(absent.status == 1)
    #expect(absent.errors.contains("[case.missing]"))
  }
}
