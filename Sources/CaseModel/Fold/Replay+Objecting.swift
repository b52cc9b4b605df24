internal import Text

/// After the answer: object, review, reopen; and a stop by order: hold, release.
extension Replay {
  func object(_ event: Event, _ theCase: inout Case) throws(Refusal) {
    try require(
      [.informed, .closed], event, theCase, rule: .objectInformed,
      hint: "an objection is against an answer: the complainant must have been informed")
    guard event.isImported || theCase.objections < WayForward.objections else {
      throw Refusal(
        .objectRounds, "this case has had its two objections",
        hint: "name the outside remedy to the complainant")
    }
    try requireText(event, rule: .objectReason, "what the complainant objects to")
    theCase.leaveClosed(on: event.date(in: zone))
    theCase.objections += 1
    theCase.state = .objected
  }

  func review(
    accept: Bool, remedy: String?, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    try require(
      [.objected], event, theCase, rule: .reviewObjected,
      hint: wayForward(theCase, event).beforeReviewing)
    let involved = [theCase.assignee, theCase.decidedBy, theCase.approvedBy]
    guard event.isImported || !involved.contains(event.by) else {
      throw Refusal(
        .reviewSecondPerson,
        "\(event.by) handled, decided or approved this case and cannot review the objection",
        hint: "somebody who had no part in it has to review it")
    }
    try requireText(event, rule: .reviewReasons, "reasons")
    if accept {
      theCase.withdrawDecision()
      theCase.state = .inProgress
      return
    }
    guard event.isImported || event.seal != nil || !(remedy ?? "").isEmpty else {
      throw Refusal(
        .reviewRemedy, "a rejected objection needs the outside remedy that remains",
        hint: "add --remedy, for instance an ombudsman or a court")
    }
    theCase.state = .informed
  }

  mutating func reopen(due: CalendarDate, _ event: Event, _ theCase: inout Case) throws(Refusal) {
    try require(
      [.closed], event, theCase, rule: .reopenClosed, hint: "only a closed case can be reopened")
    try requireText(event, rule: .reopenReason, "the new information")
    theCase.leaveClosed(on: event.date(in: zone))
    theCase.withdrawDecision()
    theCase.state = .inProgress
    if stands(.due, due.description, event) { theCase.due = due }
  }

  mutating func hold(until: CalendarDate, _ event: Event, _ theCase: inout Case) throws(Refusal) {
    try require(
      CaseState.allCases.filter { $0 != .held }, event, theCase, rule: .holdHeld,
      hint: "it is on hold already")
    try requireText(event, rule: .holdReason, "a reason")
    let date = event.date(in: zone)
    guard event.isImported || (until >= date && until - date <= 30) else {
      throw Refusal(
        .holdUntil, "a hold is reviewed within 30 days, not on \(until)",
        hint: "give a day up to \(date.adding(days: 30))")
    }
    theCase.heldFrom = theCase.state
    theCase.heldUntil = until
    theCase.state = .held
  }

  func release(_ event: Event, _ theCase: inout Case) throws(Refusal) {
    try require([.held], event, theCase, rule: .releaseHeld, hint: "the case is not on hold")
    theCase.state = theCase.heldFrom ?? theCase.state
    theCase.heldFrom = nil
    theCase.heldUntil = nil
  }
}

extension Case {
  /// Ends the span in which the case was closed.
  mutating func leaveClosed(on date: CalendarDate) {
    guard closed != nil || isClosedOnUnknownDay else { return }
    closed = nil
    isClosedOnUnknownDay = false
    reopened += 1
    if let last = closings.indices.last { closings[last].reopened = date }
  }
}
