internal import CaseFormat
internal import CaseModel
internal import Diagnostics

/// What a step may refer to: the other stories' cases, and what its own case knows so far.
struct StoryContext {
  /// Cases by the key of their story.
  let cases: [String: CaseID]
  /// The case as it stands before the step.
  let current: Case
  /// The promises made so far, by the name that the story gives them.
  let promises: [String: EventID]
  /// The event before.
  let last: EventID?
}

extension StoryStep {
  private static let fields: [String: [String]] = [
    "acknowledge": ["via"], "assign": ["to", "unit"], "wait": ["for", "until-day"],
    "decide": ["outcome", "root-cause"], "approve": ["accept"],
    "inform": ["via", "language", "waive", "tried"], "close": ["outcome", "of"],
    "review": ["accept", "remedy"], "reopen": ["due-day"], "hold": ["until-day"],
    "raise": ["priority"], "extend": ["due-day"], "amend": ["field", "value"],
    "link": ["rel", "case"], "promise": ["id", "until-day", "kept", "moved"],
    "refer": ["organisation", "consent"], "survey": ["resolved", "score", "waive"],
  ]

  /// Reads what the step does; days are counted from the receipt of the complaint.
  func action(in context: StoryContext) throws(Diagnostic) -> Action {
    try node.requireKnownKeys(
      ["day", "on-day", "by", "do", "unaware", "text"] + Self.fields[kind, default: []])
    switch kind {
    case "acknowledge": return .acknowledge(via: try node.requireText("via"))
    case "assign": return .assign(try assignee())
    case "start": return .start
    case "wait": return .wait(try node.code("for"), until: try date("until-day", context))
    case "resume": return .resume
    case "note": return .note
    case "decide":
      return .decide(try node.code("outcome"), rootCause: try node.optionalText("root-cause"))
    case "approve": return .approve(accept: try node.require("accept").requireBoolean())
    case "inform": return .inform(try informing())
    case "close":
      let other = try node.optionalText("of")
      return .close(
        outcome: try node.optionalCode("outcome"),
        of: try other.map { key throws(Diagnostic) in try caseID(key, context) })
    case "object": return .object
    case "review":
      return .review(
        accept: try node.require("accept").requireBoolean(),
        remedy: try node.optionalText("remedy"))
    case "reopen": return .reopen(due: try date("due-day", context))
    case "hold": return .hold(until: try date("until-day", context))
    case "release": return .release
    case "raise": return .raise(priority: try node.code("priority"), sensitivity: nil)
    case "extend": return .extend(due: try date("due-day", context))
    case "amend": return .amend(try amendment(context))
    case "link":
      return .link(try node.code("rel"), try caseID(try node.requireText("case"), context))
    case "promise": return .promise(try promise(context))
    case "refer":
      return .refer(
        organisation: try node.requireText("organisation"), consent: try node.code("consent"))
    case "survey": return .survey(try survey())
    case "settle": return .settle(context.current.attention)
    case "retract":
      guard let last = context.last else { break }
      return .retract(last)
    default: break
    }
    throw node.problem(rule: "story.do", "“\(kind)” is no step here")
  }

  /// Adds a promise to those that later steps may name.
  func remember(_ event: Event, in promises: inout [String: EventID]) {
    if kind == "promise", let name = node.text("id") { promises[name] = event.id }
  }

  private func date(_ key: String, _ context: StoryContext) throws(Diagnostic) -> CalendarDate {
    guard let day = try node.integer(key, in: 0...1_000) else {
      throw node.problem(rule: "story.day", "the key “\(key)” is missing")
    }
    return context.current.received.adding(days: day)
  }

  private func caseID(_ key: String, _ context: StoryContext) throws(Diagnostic) -> CaseID {
    guard let id = context.cases[key] else {
      throw node.problem(rule: "story.key", "no story has the key “\(key)”")
    }
    return id
  }

  private func assignee() throws(Diagnostic) -> Assignee {
    if let member = try node.optionalText("to") { return .member(member) }
    return .unit(try node.requireText("unit"))
  }

  private func informing() throws(Diagnostic) -> Informing {
    if let waiver: Waiver = try node.optionalCode("waive") { return .waived(waiver) }
    if let via = try node.optionalText("tried") { return .tried(via: via) }
    return .told(via: try node.requireText("via"), language: try node.requireText("language"))
  }

  private func amendment(_ context: StoryContext) throws(Diagnostic) -> Amendment {
    let field = try node.requireText("field")
    return Amendment(
      field: field, value: try node.requireText("value"),
      was: CaseColumn(field).map(context.current.text) ?? "")
  }

  private func promise(_ context: StoryContext) throws(Diagnostic) -> PromiseStep {
    func made(_ name: String) throws(Diagnostic) -> EventID {
      guard let event = context.promises[name] else {
        throw node.problem(rule: "story.promise", "no promise is called “\(name)”")
      }
      return event
    }
    if let name = try node.optionalText("kept") { return .kept(try made(name)) }
    let until = try date("until-day", context)
    if let name = try node.optionalText("moved") { return .moved(try made(name), until: until) }
    return .made(until: until)
  }

  private func survey() throws(Diagnostic) -> SurveyAnswer {
    if let reason = try node.optionalText("waive") { return .waived(reason) }
    return .answered(try node.code("resolved"), score: try node.integer("score", in: 1...5))
  }
}
