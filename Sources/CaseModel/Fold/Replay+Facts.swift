internal import Text

/// What is known about a case beside its state: raise, extend, amend, link, promise, survey.
extension Replay {
  mutating func raise(
    _ priority: Priority?, _ sensitivity: Sensitivity?, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    // What somebody else raised further at the same time is no mistake: `stands` settles it.
    let isPriorityHigher =
      priority.map { $0 > theCase.priority || isContested(.priority, event) } ?? true
    let isSensitivityHigher =
      sensitivity.map { $0 > theCase.sensitivity || isContested(.sensitivity, event) } ?? true
    guard event.isImported || (isPriorityHigher && isSensitivityHigher) else {
      throw Refusal(
        .raiseHigher,
        "raise only goes up; the case has priority \(theCase.priority.rawValue) and sensitivity "
          + "\(theCase.sensitivity.rawValue)",
        hint: Self.lowering(priority, sensitivity, theCase))
    }
    guard priority != nil || sensitivity != nil else {
      throw Refusal(
        .raiseNothing, "nothing to raise", hint: "give --priority or --sensitivity")
    }
    if let priority, stands(.priority, priority.rawValue, event) { theCase.priority = priority }
    if let sensitivity, stands(.sensitivity, sensitivity.rawValue, event) {
      theCase.sensitivity = sensitivity
    }
  }

  /// How what was to be raised is lowered instead, where that is possible.
  private static func lowering(
    _ priority: Priority?, _ sensitivity: Sensitivity?, _ theCase: Case
  ) -> Wording {
    let wanted: (field: String, value: String)? =
      if let priority, priority < theCase.priority {
        ("priority", priority.rawValue)
      } else if let sensitivity, sensitivity < theCase.sensitivity {
        ("sensitivity", sensitivity.rawValue)
      } else {
        nil
      }
    guard let wanted else { return "it is as high already: there is nothing to do" }
    guard wanted.field == "priority" || sensitivity?.isSensitive == theCase.sensitivity.isSensitive
    else { return "a sealed case stays sealed" }
    return "a manager can lower it: `daftar amend CASE \(wanted.field) \(wanted.value) --reason …`"
  }

  private func isContested(_ field: ConcurrentWrites.Field, _ event: Event) -> Bool {
    writes.isContested(field, by: event.id, in: ancestry)
  }

  /// The deadline is extended once, before it passes, with a reason.
  mutating func extend(due: CalendarDate, _ event: Event, _ theCase: inout Case) throws(Refusal) {
    try require(
      CaseState.allCases.filter { $0 != .closed && $0 != .held }, event, theCase, rule: .extendOpen,
      hint: "a closed case has no deadline")
    try requireText(event, rule: .extendReason, "a reason")
    if !event.isImported {
      let isSecond = extensionEvent.map { !ancestry.areConcurrent($0, event.id) } ?? false
      if theCase.extended != nil, isSecond {
        throw Refusal(
          .extendOnce,
          "the deadline was extended already on \(theCase.extended?.description ?? "")",
          hint: "close the case, or explain the delay in a note")
      }
      if let current = theCase.due, extensionEvent == nil {
        guard event.date(in: zone) <= current else {
          throw Refusal(
            .extendBeforeDue, "the deadline passed on \(current)",
            hint: "an extension must be recorded before the deadline; explain the delay: "
              + "`daftar note CASE -`")
        }
        guard due > current else {
          throw Refusal(
            .extendLater, "\(due) is not later than the deadline \(current)",
            hint: "give a later day")
        }
      }
    }
    extensionEvent = event.id
    theCase.extended = event.date(in: zone)
    if stands(.due, due.description, event) { theCase.due = due }
  }

  mutating func amend(
    _ amendment: Amendment, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    try requireText(event, rule: .amendReason, "a reason")
    // What was corrected is sealed too: the common history does not know it.
    if event.seal != nil, amendment.isPrivate { return }
    var changed = theCase
    try changed.set(amendment.field, to: amendment.value)
    guard event.isImported || changed != theCase || !ancestry.isOneLine else {
      throw Refusal(
        .amendSame, "\(amendment.field) is \(amendment.value) already", hint: "nothing to correct"
      )
    }
    let field: ConcurrentWrites.Field =
      switch CaseField(amendment.field) {
      case .sensitivity: .sensitivity
      case .priority: .priority
      case .due: .due
      default: .named(amendment.field)
      }
    guard stands(field, amendment.value, event) else { return }
    changed.noteCorrection(of: amendment.field, from: theCase, on: event.recordingDay(in: zone))
    changed.proposals.removeAll { $0.amendment.field == amendment.field }
    theCase = changed
  }

  /// A proposal changes nothing but what waits; older programs keep it without effect, too.
  func propose(_ step: ProposalStep, _ event: Event, _ theCase: inout Case) {
    switch step {
    case .made(let amendment):
      theCase.proposals.removeAll { $0.amendment.field == amendment.field }
      theCase.proposals.append(Proposal(event: event.id, by: event.by, amendment: amendment))
    case .rejected(let proposal): theCase.proposals.removeAll { $0.event == proposal }
    }
  }

  mutating func link(
    _ relation: Relation, _ other: CaseID, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    guard other != theCase.id else {
      throw Refusal(.linkSelf, "a case cannot be linked to itself", hint: "name another case")
    }
    switch relation {
    case .sameIssue:
      if !theCase.sameIssue.contains(other) {
        theCase.sameIssue = (theCase.sameIssue + [other]).sorted()
      }
    case .duplicateOf:
      guard stands(.named("duplicate-of"), other.description, event) else { return }
      let old = theCase
      theCase.duplicateOf = other
      theCase.noteSettingAside(by: event, since: old)
    case .follows:
      if stands(.named("follows"), other.description, event) { theCase.follows = other }
    }
  }

  mutating func promise(
    _ step: PromiseStep, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    switch step {
    case .made(let until):
      try requireText(event, rule: .promiseWhat, "what is promised")
      theCase.promises.append(event.id)
      promisedUntil[event.id] = until
    case .kept(let promise):
      try checkOpen(promise, theCase)
      theCase.promises.removeAll { $0 == promise }
      promisedUntil[promise] = nil
    case .moved(let promise, let until):
      try checkOpen(promise, theCase)
      try requireText(event, rule: .promiseReason, "a reason to move the promise")
      promisedUntil[promise] = until
    }
  }

  private func checkOpen(_ promise: EventID, _ theCase: Case) throws(Refusal) {
    guard !theCase.promises.contains(promise) else { return }
    let open = theCase.promises.map(\.description).joined(separator: ", ")
    throw Refusal(
      .promiseOpen, "there is no open promise \(promise)",
      hint: open.isEmpty ? "no promise is open" : "open promises: \(open)")
  }

  /// Satisfaction is asked after the answer, never a condition of closing.
  mutating func survey(
    _ answer: SurveyAnswer, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    try require(
      [.informed, .closed, .held], event, theCase, rule: .surveyAfter,
      hint: "ask after the complainant was informed")
    if case .answered(_, let score?) = answer, !(1...5).contains(score) {
      throw Refusal(.surveyScore, "a score is 1 to 5, not \(score)", hint: "give 1, 2, 3, 4 or 5")
    }
    if stands(.named("satisfaction"), answer.summary, event) { theCase.satisfaction = answer }
  }
}

extension Case {
  fileprivate mutating func noteCorrection(of name: String, from old: Case, on day: CalendarDate) {
    guard let field = CaseField(name), Correction.fields.contains(field) else { return }
    let (was, value) = (old.text(of: .field(field)), text(of: .field(field)))
    guard value != was else { return }
    corrections.append(Correction(field: field, was: was, value: value, on: day))
  }
}

extension SurveyAnswer {
  fileprivate var summary: String {
    switch self {
    case .answered(let resolved, let score): "\(resolved.rawValue) \(score ?? 0)"
    case .waived(let reason): "waived \(reason)"
    }
  }
}
