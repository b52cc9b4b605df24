internal import Text

extension Replay {
  /// Checks one step against the rules of the workflow and applies its effect.
  mutating func step(_ event: Event, _ theCase: inout Case) throws(Refusal) {
    if !event.isImported { try checkActor(of: event, in: theCase) }
    switch event.action {
    case .register, .unknown, .retract: break
    case .acknowledge: acknowledge(event, &theCase)
    case .assign(let assignee): try assign(assignee, event, &theCase)
    case .start: try start(event, &theCase)
    case .wait(let party, let until): try wait(for: party, until: until, event, &theCase)
    case .resume: try resume(event, &theCase)
    case .note: note(event, &theCase)
    case .decide(let outcome, let cause):
      try decide(outcome, rootCause: cause, event, &theCase)
    case .approve(let accept): try approve(accept: accept, event, &theCase)
    case .inform(let informing): try inform(informing, event, &theCase)
    case .close(let outcome, let other): try close(outcome, of: other, event, &theCase)
    case .object: try object(event, &theCase)
    case .review(let accept, let remedy):
      try review(accept: accept, remedy: remedy, event, &theCase)
    case .reopen(let due): try reopen(due: due, event, &theCase)
    case .hold(let until): try hold(until: until, event, &theCase)
    case .release: try release(event, &theCase)
    case .raise(let priority, let sensitivity):
      try raise(priority, sensitivity, event, &theCase)
    case .extend(let due): try extend(due: due, event, &theCase)
    case .amend(let amendment): try amend(amendment, event, &theCase)
    case .propose(let proposal): propose(proposal, event, &theCase)
    case .link(let relation, let other): try link(relation, other, event, &theCase)
    case .promise(let promise): try self.promise(promise, event, &theCase)
    case .refer: theCase.referrals.append(event.id)
    case .survey(let answer): try survey(answer, event, &theCase)
    case .settle, .contact, .sealed: break
    }
  }

  /// Refuses what no state allows: acting on one's own complaint, before receipt, or while held.
  private func checkActor(of event: Event, in theCase: Case) throws(Refusal) {
    if theCase.isSubject(event.by) {
      throw Refusal(
        .subjectBarred, "\(event.by) is complained about in this case and may not act on it",
        hint: "somebody else has to do this step")
    }
    if let on = event.on, on > zone.date(at: event.at) {
      throw Refusal(
        .dateFuture, "\(on) lies after the day on which it is recorded",
        hint: "give the day on which it happened")
    }
    if event.date(in: zone) < theCase.received {
      throw Refusal(
        .dateBeforeReceived,
        "\(event.date(in: zone)) lies before the complaint was received (\(theCase.received))",
        hint: "give a later --on, or correct the day of receipt first: `daftar amend CASE received "
          + "\(event.date(in: zone)) --reason …`")
    }
    if theCase.state == .held, !event.action.isAllowedWhileHeld {
      throw Refusal(
        .held, "the case is on hold until \(theCase.heldUntil?.description ?? "released")",
        hint: "release it first: `daftar release CASE`")
    }
  }

  /// Refuses a step that the case's state does not allow.
  func require(
    _ allowed: [CaseState], _ event: Event, _ theCase: Case, rule: Rule, hint: Wording
  ) throws(Refusal) {
    guard !event.isImported, !allowed.contains(theCase.state) else { return }
    let states = allowed.map(\.rawValue).joined(separator: ", ")
    throw Refusal(
      rule,
      "\(event.action.name) needs a case that is \(states); this one is \(theCase.state.rawValue)",
      hint: hint)
  }

  /// Refuses a step without the text that explains it.
  func requireText(_ event: Event, rule: Rule, _ what: Wording) throws(Refusal) {
    guard !event.isImported, !event.hasWords else { return }
    throw Refusal(
      rule, "\(event.action.name) needs \(what)", hint: "give it with --reason or --text")
  }
}

extension Action {
  fileprivate var isAllowedWhileHeld: Bool {
    switch self {
    case .acknowledge, .note, .amend, .propose, .raise, .link, .survey, .release, .settle, .retract,
      .contact,
      .unknown:
      true
    default: false
    }
  }
}
