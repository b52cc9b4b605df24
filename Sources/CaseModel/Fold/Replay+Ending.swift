internal import Text

/// From the decision to the closed case: decide, approve, inform, close.
extension Replay {
  /// A new decision is a new answer: whoever is to be told has to be tried again.
  mutating func decide(
    _ outcome: Outcome, rootCause: String?, _ event: Event, _ file: inout Case
  ) throws(Refusal) {
    // A case that became sensitive after its answer has no approved ending yet.
    let isAnsweredUnapproved = file.sensitivity.isSensitive && file.approvedBy == nil
    try require(
      [.assigned, .inProgress, .decided] + (isAnsweredUnapproved ? [.informed] : []), event, file,
      rule: .decideInProgress, hint: wayForward(file, event).beforeDeciding)
    // Of a sensitive case every ending is decided first, so that a second person can approve it.
    guard event.isImported || !outcome.endsWithoutDecision || file.sensitivity.isSensitive else {
      let other: Wording = outcome == .duplicate ? "; --of names the case that it repeats" : ""
      throw Refusal(
        .decideOutcome, "\(outcome.rawValue) ends a case without a decision",
        hint: "use `daftar close CASE --outcome \(outcome.rawValue) --reason …`" + other)
    }
    try requireText(event, rule: .decideReasons, "reasons")
    guard event.isImported || !outcome.needsRootCause || rootCause != nil else {
      throw Refusal(
        .decideRootCause, "a complaint that is \(outcome.rawValue) needs a root cause",
        hint: "add --root-cause CODE; the codes stand in cases/categories.yml")
    }
    let value = outcome.rawValue + " " + (rootCause ?? "")
    guard stands(.decision, value, event) else { return }
    let old = file
    file.state = .decided
    file.outcome = outcome
    file.rootCause = rootCause
    file.decided = event.date(in: zone)
    file.decidedBy = event.by
    file.approvedBy = nil
    file.noteSettingAside(by: event, since: old)
    triedOn = []
  }

  /// A second person confirms a decision or sends it back; never the handler or the decider.
  func approve(accept: Bool, _ event: Event, _ file: inout Case) throws(Refusal) {
    let isAnsweredUnapproved =
      file.sensitivity.isSensitive && file.approvedBy == nil && file.decidedBy != nil
    try require(
      [.decided] + (isAnsweredUnapproved ? [.informed] : []), event, file, rule: .approveDecided,
      hint: wayForward(file, event).next)
    guard event.isImported || (event.by != file.decidedBy && event.by != file.assignee) else {
      throw Refusal(
        .approveSecondPerson,
        "\(event.by) handles or decided this case and cannot approve the decision",
        hint: "a second person has to approve it")
    }
    if accept {
      file.approvedBy = event.by
    } else {
      try requireText(event, rule: .approveReasons, "reasons for sending the decision back")
      file.withdrawDecision()
      file.state = .inProgress
    }
  }

  mutating func inform(
    _ informing: Informing, _ event: Event, _ file: inout Case
  ) throws(Refusal) {
    let isShort = ShortPath.categories.contains(file.category) && file.outcome == nil
    try require(
      isShort ? [.registered, .assigned, .inProgress, .decided] : [.decided], event, file,
      rule: .informDecided, hint: wayForward(file, event).next)
    if case .tried = informing {
      triedOn.insert(event.date(in: zone))
      return
    }
    guard event.isImported || !file.sensitivity.isSensitive || file.approvedBy != nil else {
      throw Refusal(
        .informApproved, "the decision of a sensitive case needs a second person's approval",
        hint: "ask for `daftar approve CASE`")
    }
    switch informing {
    case .tried: return
    case .told: file.waived = nil
    case .waived(let waiver):
      if !event.isImported { try checkWaiver(waiver, file) }
      file.waived = waiver
    }
    file.state = .informed
    file.informed = event.date(in: zone)
  }

  private func checkWaiver(_ waiver: Waiver, _ file: Case) throws(Refusal) {
    if waiver == .unreachable, triedOn.count < 3 {
      throw Refusal(
        .informThreeTries,
        "unreachable needs three tries on three days; there are \(triedOn.count)",
        hint: "record each try: `daftar inform CASE --tried CHANNEL`")
    }
    if waiver == .anonymous, file.complainant["anonymous"] == "no" {
      throw Refusal(
        .informNotAnonymous, "the complainant is not recorded as anonymous",
        hint: "correct it first: `daftar amend CASE anonymous yes --reason …`, or inform them")
    }
  }

  func close(
    _ outcome: Outcome?, of other: CaseID?, _ event: Event, _ file: inout Case
  ) throws(Refusal) {
    if !event.isImported { try checkClosing(outcome, of: other, event, file) }
    let date = event.date(in: zone)
    let old = file
    if let outcome { file.outcome = outcome }
    if let other { file.duplicateOf = other }
    file.noteSettingAside(by: event, since: old)
    file.endWaiting()
    file.state = .closed
    file.closed = date
    file.closings.append(
      Case.Closing(closed: date, recorded: event.recordingDay(in: zone), due: file.due))
  }

  private func checkClosing(
    _ outcome: Outcome?, of other: CaseID?, _ event: Event, _ file: Case
  ) throws(Refusal) {
    let way = wayForward(file, event)
    if let outcome, outcome.endsWithoutDecision {
      try require(
        CaseState.allCases.filter { $0 != .closed && $0 != .held }, event, file,
        rule: .closeOpen, hint: Self.closedAlready(file, outcome))
      try requireText(
        event, rule: .closeReason, "a reason to end the case as \(outcome.rawValue)")
      guard outcome != .duplicate || other != file.id else {
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
        [.registered, .assigned, .inProgress, .informed], event, file, rule: .closeOpen,
        hint: way.next)
      guard outcome.endsShortPath, ShortPath.categories.contains(file.category),
        file.decided == nil
      else {
        throw Refusal(
          .closeShortPath,
          "only thanks, information, suggestion, rumour and out-of-scope close without a decision",
          hint: way.toResolving)
      }
    } else {
      try require(
        [.informed], event, file, rule: .closeInformed,
        hint: file.state == .inProgress ? way.toResolving : way.next)
      guard file.outcome != nil else {
        throw Refusal(.closeOutcome, "the case has no outcome", hint: way.closing)
      }
    }
    if file.sensitivity.isSensitive { try checkApproval(of: outcome, file, way) }
    try checkPromises(event, file)
  }

  /// Why a closed case does not end again; what was proposed meanwhile can only be sent back.
  private static func closedAlready(_ file: Case, _ outcome: Outcome) -> Wording {
    let isProposed = file.proposals.contains { proposal in
      if case .close(outcome, _) = proposal.amendment.settingAside { true } else { false }
    }
    return isProposed
      ? "it is closed already; send the proposal back: `daftar approve CASE --reject --reason …`"
      : "it is closed already"
  }

  private func checkApproval(
    of outcome: Outcome?, _ file: Case, _ way: WayForward
  ) throws(Refusal) {
    guard file.approvedBy != nil else {
      throw Refusal(
        .closeApproved, "every ending of a sensitive case needs a second person's approval",
        hint: way.approving(outcome))
    }
    guard let outcome, outcome != file.outcome else { return }
    throw Refusal(
      .closeApprovedOutcome,
      "what was approved is \(file.outcome?.rawValue ?? "nothing"), not \(outcome.rawValue)",
      hint: file.state == .informed ? way.closing : way.deciding(outcome))
  }

  private func checkPromises(_ event: Event, _ file: Case) throws(Refusal) {
    guard let promise = overduePromise(of: file, event) else { return }
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
