internal import CaseFormat
package import CaseModel

extension Drafting {
  /// An imported case: every event says that it is imported and when it happened.
  package func draft(
    of registration: Registration, _ text: String?, _ later: [Step], contact: String?
  ) throws -> CaseDraft {
    let received = registration.received
    let isSensitive = registration.sensitivity.isSensitive
    var registration = registration
    if isSensitive {
      registration.byLot = readerPolicy.lot(for: Case(registration, registered: received))
    }
    var draft = CaseDraft(
      common: [], opened: nil, folded: Case(registration, registered: received))
    var steps = [Step(.register(registration), text: text, on: received)] + later
    if let contact { steps.append(Step(.contact, text: contact, on: received)) }
    for step in steps {
      try append(try imported(step, after: draft, isSensitive: isSensitive), to: &draft)
    }
    if isSensitive { try hideRegistration(&draft) }
    return draft
  }

  /// A case that an earlier import brought in, with what a later export of its log adds.
  ///
  /// The rules of the workflow are not asked; whoever compares the row with the case asks them.
  package func draft(of opened: OpenedCase, importing steps: [Step]) throws -> CaseDraft {
    var draft = CaseDraft(
      common: opened.document.history.events, opened: opened.history, folded: opened.folded)
    let isSensitive = opened.document.standing.stub != nil
    for step in steps {
      try append(try imported(step, after: draft, isSensitive: isSensitive), to: &draft)
    }
    if isSensitive { try hide(&draft, over: opened) }
    return draft
  }

  private func imported(
    _ step: Step, after draft: CaseDraft, isSensitive: Bool
  ) throws -> EventPair {
    let (number, previous) = isSensitive ? draft.nextOpened : try draft.nextCommon
    let sealed = !isSensitive && isSealed(step) ? try sealedWords(of: step, in: draft.folded) : nil
    guard
      let event = Event.recorded(
        number: number, previous: previous, at: now, by: member.id, action: step.action,
        on: step.on, isImported: true, isDayUnknown: step.isDayUnknown,
        text: sealed == nil ? step.text : nil, seal: sealed?.reference,
        format: configuration.settings.format)
    else { throw CaseFault.noCase }
    guard let sealed else {
      return EventPair(opened: event, common: isSensitive ? nil : event)
    }
    let opened = try event.opened(
      with: SealedWords(of: step.action, text: step.text), name: "import")
    return EventPair(opened: opened, common: try asRead(event), sealed: sealed)
  }
}
