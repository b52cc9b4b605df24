internal import Text

/// After the answer: object, review, reopen; and a stop by order: hold, release.
extension Replay {
  func object(_ event: Event, _ file: inout Case) throws(Refusal) {
    try require(
      [.informed, .closed], event, file, rule: .objectInformed,
      hint: "an objection is against an answer: the complainant must have been informed")
    guard event.isImported || file.objections < WayForward.objections else {
      throw Refusal(
        .objectRounds, "this case has had its two objections",
        hint: "name the outside remedy to the complainant")
    }
    try requireText(event, rule: .objectReason, "what the complainant objects to")
    file.leaveClosed(on: event.date(in: zone))
    file.objections += 1
    file.state = .objected
  }

  func review(
    accept: Bool, remedy: String?, _ event: Event, _ file: inout Case
  ) throws(Refusal) {
    try require(
      [.objected], event, file, rule: .reviewObjected,
      hint: wayForward(file, event).beforeReviewing)
    let involved = [file.assignee, file.decidedBy, file.approvedBy]
    guard event.isImported || !involved.contains(event.by) else {
      throw Refusal(
        .reviewSecondPerson,
        "\(event.by) handled, decided or approved this case and cannot review the objection",
        hint: "somebody who had no part in it has to review it")
    }
    try requireText(event, rule: .reviewReasons, "reasons")
    if accept {
      file.withdrawDecision()
      file.state = .inProgress
      return
    }
    guard event.isImported || event.seal != nil || !(remedy ?? "").isEmpty else {
      throw Refusal(
        .reviewRemedy, "a rejected objection needs the outside remedy that remains",
        hint: "add --remedy, for instance an ombudsman or a court")
    }
    file.state = .informed
  }

  mutating func reopen(due: CalendarDate, _ event: Event, _ file: inout Case) throws(Refusal) {
    try require(
      [.closed], event, file, rule: .reopenClosed, hint: "only a closed case can be reopened")
    try requireText(event, rule: .reopenReason, "the new information")
    file.leaveClosed(on: event.date(in: zone))
    file.withdrawDecision()
    file.state = .inProgress
    if stands(.due, due.description, event) { file.due = due }
  }

  mutating func hold(until: CalendarDate, _ event: Event, _ file: inout Case) throws(Refusal) {
    try require(
      CaseState.allCases.filter { $0 != .held }, event, file, rule: .holdHeld,
      hint: "it is on hold already")
    try requireText(event, rule: .holdReason, "a reason")
    let date = event.date(in: zone)
    guard event.isImported || (until >= date && until - date <= 30) else {
      throw Refusal(
        .holdUntil, "a hold is reviewed within 30 days, not on \(until)",
        hint: "give a day up to \(date.adding(days: 30))")
    }
    file.heldFrom = file.state
    file.heldUntil = until
    file.state = .held
  }

  func release(_ event: Event, _ file: inout Case) throws(Refusal) {
    try require([.held], event, file, rule: .releaseHeld, hint: "the case is not on hold")
    file.state = file.heldFrom ?? file.state
    file.heldFrom = nil
    file.heldUntil = nil
  }
}

extension Case {
  /// Ends the span in which the case was closed.
  mutating func leaveClosed(on date: CalendarDate) {
    guard closed != nil else { return }
    closed = nil
    reopened += 1
    if let last = closings.indices.last { closings[last].reopened = date }
  }
}
