internal import Text

/// From the decision to the closed case: decide, approve, inform, close.
extension Replay {
  /// A new decision is a new answer: whoever is to be told has to be tried again.
  mutating func decide(
    _ outcome: Outcome, rootCause: String?, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    // A case that became sensitive after its answer has no approved ending yet.
    let isAnsweredUnapproved = theCase.sensitivity.isSensitive && theCase.approvedBy == nil
    try require(
      [.assigned, .inProgress, .decided] + (isAnsweredUnapproved ? [.informed] : []), event,
      theCase,
      rule: .decideInProgress, hint: wayForward(theCase, event).beforeDeciding)
    // Of a sensitive case every ending is decided first, so that a second person can approve it.
    guard event.isImported || !outcome.endsWithoutDecision || theCase.sensitivity.isSensitive else {
      let other: Wording = outcome == .duplicate ? "; --of names the case that it repeats" : ""
      throw Refusal(
        .decideOutcome, "\(outcome.rawValue) ends a case without a decision",
        hint: "use `daftar close CASE --outcome \(outcome.rawValue) --reason …`" + other)
    }
    try requireText(event, rule: .decideReasons, "reasons")
    guard event.isImported || !outcome.needsRootCause || rootCause != nil else {
      throw Refusal(
        .decideRootCause, "a complaint that is \(outcome.rawValue) needs a root cause",
        hint: "add --root-cause CODE; `daftar codes root-causes` lists them")
    }
    let value = outcome.rawValue + " " + (rootCause ?? "")
    guard stands(.decision, value, event) else { return }
    let old = theCase
    theCase.state = .decided
    theCase.outcome = outcome
    theCase.rootCause = rootCause
    theCase.decided = event.date(in: zone)
    theCase.decidedBy = event.by
    theCase.approvedBy = nil
    theCase.noteSettingAside(by: event, since: old)
    triedOn = []
  }

  /// A second person confirms a decision or sends it back; never the handler or the decider.
  func approve(accept: Bool, _ event: Event, _ theCase: inout Case) throws(Refusal) {
    let isAnsweredUnapproved =
      theCase.sensitivity.isSensitive && theCase.approvedBy == nil && theCase.decidedBy != nil
    try require(
      [.decided] + (isAnsweredUnapproved ? [.informed] : []), event, theCase, rule: .approveDecided,
      hint: wayForward(theCase, event).next)
    guard event.isImported || (event.by != theCase.decidedBy && event.by != theCase.assignee) else {
      throw Refusal(
        .approveSecondPerson,
        "\(event.by) handles or decided this case and cannot approve the decision",
        hint: "a second person has to approve it")
    }
    if accept {
      theCase.approvedBy = event.by
    } else {
      try requireText(event, rule: .approveReasons, "reasons for sending the decision back")
      theCase.withdrawDecision()
      theCase.state = .inProgress
    }
  }

  mutating func inform(
    _ informing: Informing, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    let isShort = ShortPath.categories.contains(theCase.category) && theCase.outcome == nil
    try require(
      isShort ? [.registered, .assigned, .inProgress, .decided] : [.decided], event, theCase,
      rule: .informDecided, hint: wayForward(theCase, event).next)
    if case .tried = informing {
      triedOn.insert(event.date(in: zone))
      return
    }
    guard event.isImported || !theCase.sensitivity.isSensitive || theCase.approvedBy != nil else {
      throw Refusal(
        .informApproved, "the decision of a sensitive case needs a second person's approval",
        hint: "ask for `daftar approve CASE`")
    }
    switch informing {
    case .tried: return
    case .told: theCase.waived = nil
    case .waived(let waiver):
      if !event.isImported { try checkWaiver(waiver, theCase) }
      theCase.waived = waiver
    }
    theCase.state = .informed
    theCase.informed = event.date(in: zone)
  }

  private func checkWaiver(_ waiver: Waiver, _ theCase: Case) throws(Refusal) {
    if waiver == .unreachable, triedOn.count < 3 {
      throw Refusal(
        .informThreeTries,
        "unreachable needs three tries on three days; there are \(triedOn.count)",
        hint: "record each try: `daftar inform CASE --tried CHANNEL`")
    }
    if waiver == .anonymous, theCase.complainant[.anonymous] == "no" {
      throw Refusal(
        .informNotAnonymous, "the complainant is not recorded as anonymous",
        hint: "correct it first: `daftar amend CASE anonymous yes --reason …`, or inform them")
    }
  }

  func close(
    _ outcome: Outcome?, of other: CaseID?, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    if !event.isImported { try checkClosing(outcome, of: other, event, theCase) }
    let date = event.date(in: zone)
    let old = theCase
    if let outcome { theCase.outcome = outcome }
    if let other { theCase.duplicateOf = other }
    theCase.noteSettingAside(by: event, since: old)
    theCase.endWaiting()
    theCase.state = .closed
    theCase.closed = event.isDayUnknown ? nil : date
    theCase.isClosedOnUnknownDay = event.isDayUnknown
    // A later export of the log knows the day that an earlier one did not.
    if let last = theCase.closings.last, last.isDayUnknown, last.reopened == nil {
      theCase.closings.removeLast()
    }
    var closing = Case.Closing(
      closed: date, recorded: event.recordingDay(in: zone), due: theCase.due,
      outcome: theCase.outcome)
    closing.isDayUnknown = event.isDayUnknown
    closing.knownOpen = event.isDayUnknown && old.state != .closed ? dayBefore(event) : nil
    theCase.closings.append(closing)
  }

  private func checkClosing(
    _ outcome: Outcome?, of other: CaseID?, _ event: Event, _ theCase: Case
  ) throws(Refusal) {
    let way = wayForward(theCase, event)
    if let outcome, outcome.endsWithoutDecision {
      try require(
        CaseState.allCases.filter { $0 != .closed && $0 != .held }, event, theCase,
        rule: .closeOpen, hint: Self.closedAlready(theCase, outcome))
      try requireText(
        event, rule: .closeReason, "a reason to end the case as \(outcome.rawValue)")
      guard outcome != .duplicate || other != theCase.id else {
        throw Refusal(
          .closeDuplicateOf, "a case cannot be a duplicate of itself",
          hint: "give the other case that it repeats after --of")
      }
      guard outcome != .duplicate || other != nil else {
        throw Refusal(
          .closeDuplicateOf, "a duplicate needs the other case that it repeats",
          hint: "add --of CASE")
      }
    } else if let outcome {
      try require(
        [.registered, .assigned, .inProgress, .informed], event, theCase, rule: .closeOpen,
        hint: way.next)
      guard outcome.endsShortPath, ShortPath.categories.contains(theCase.category),
        theCase.decided == nil
      else {
        throw Refusal(
          .closeShortPath,
          "only thanks, information, suggestion, rumour and out-of-scope close without a decision",
          hint: way.toResolving)
      }
    } else {
      try require(
        [.informed], event, theCase, rule: .closeInformed,
        hint: theCase.state == .inProgress ? way.toResolving : way.next)
      guard theCase.outcome != nil else {
        throw Refusal(.closeOutcome, "the case has no outcome", hint: way.closing)
      }
    }
    if theCase.sensitivity.isSensitive { try checkApproval(of: outcome, theCase, way) }
    try checkPromises(event, theCase)
  }

  /// Why a closed case does not end again; what was proposed meanwhile can only be sent back.
  private static func closedAlready(_ theCase: Case, _ outcome: Outcome) -> Wording {
    let isProposed = theCase.proposals.contains { proposal in
      if case .close(outcome, _) = proposal.amendment.settingAside { true } else { false }
    }
    return isProposed
      ? "it is closed already; send the proposal back: `daftar approve CASE --reject --reason …`"
      : "it is closed already"
  }

  private func checkApproval(
    of outcome: Outcome?, _ theCase: Case, _ way: WayForward
  ) throws(Refusal) {
    guard theCase.approvedBy != nil else {
      throw Refusal(
        .closeApproved, "every ending of a sensitive case needs a second person's approval",
        hint: way.approving(outcome))
    }
    guard let outcome, outcome != theCase.outcome else { return }
    throw Refusal(
      .closeApprovedOutcome,
      "what was approved is \(theCase.outcome?.rawValue ?? "nothing"), not \(outcome.rawValue)",
      hint: theCase.state == .informed ? way.closing : way.deciding(outcome))
  }

  private func checkPromises(_ event: Event, _ theCase: Case) throws(Refusal) {
    guard let promise = overduePromise(of: theCase, event) else { return }
    let until = promisedUntil[promise]?.description ?? "an earlier day"
    throw Refusal(
      .closePromises, "the promise \(promise) was to be kept by \(until)",
      hint: WayForward.keeping(promise))
  }
}

extension Case {
  /// Takes the decision and all that followed from it back; the history keeps it.
  mutating func withdrawDecision() {
    outcome = nil
    rootCause = nil
    decided = nil
    decidedBy = nil
    approvedBy = nil
    informed = nil
    waived = nil
  }
}
