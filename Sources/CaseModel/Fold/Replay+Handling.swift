internal import Text

/// From registration to the work on a case: acknowledge, assign, start, wait, resume, note.
extension Replay {
  /// Acknowledging is an event, not a state; the first one counts.
  func acknowledge(_ event: Event, _ theCase: inout Case) {
    let date = event.date(in: zone)
    theCase.acknowledged = min(theCase.acknowledged ?? date, date)
  }

  mutating func assign(
    _ assignee: Assignee, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    try require(
      [.registered, .assigned, .inProgress, .waiting, .decided, .informed, .objected], event,
      theCase,
      rule: .assignOpen, hint: wayForward(theCase, event).reopening)
    let value: String
    switch assignee {
    case .member(let member):
      guard event.isImported || !theCase.isSubject(member) else {
        throw Refusal(
          .assignSubject, "\(member) is complained about in this case",
          hint: "assign it to somebody else")
      }
      value = member
    case .unit(let unit):
      let isSubject = theCase.subjects.contains(.unit(unit))
      guard event.isImported || !isSubject || event.hasWords else {
        throw Refusal(
          .assignSubjectUnit, "the unit \(unit) is complained about in this case",
          hint: "assign it elsewhere; if there is no other unit, a manager says why with --reason")
      }
      value = Subject.unit(unit).description
    }
    guard stands(.assignment, value, event) else { return }
    switch assignee {
    case .member(let member): theCase.assignee = member
    case .unit(let unit):
      theCase.assignee = nil
      theCase.unit = unit
    }
    if theCase.state == .registered { theCase.state = .assigned }
  }

  /// Whoever starts a case that only a unit holds becomes its assignee, so that it has an owner.
  func start(_ event: Event, _ theCase: inout Case) throws(Refusal) {
    try require(
      [.assigned], event, theCase, rule: .startAssigned,
      hint: wayForward(theCase, event).toWork)
    theCase.state = .inProgress
    if theCase.assignee == nil, !event.isImported { theCase.assignee = event.by }
  }

  mutating func wait(
    for party: WaitingFor, until: CalendarDate, _ event: Event, _ theCase: inout Case
  ) throws(Refusal) {
    try require(
      [.inProgress], event, theCase, rule: .waitInProgress,
      hint: wayForward(theCase, event).toWork)
    try requireText(event, rule: .waitQuestion, "the question that is being asked")
    let date = event.date(in: zone)
    guard event.isImported || (until >= date && until - date <= 14) else {
      throw Refusal(
        .waitUntil, "a case may wait until a day in the next 14 days, not until \(until)",
        hint: "give a day up to \(date.adding(days: 14)); it can wait again afterwards")
    }
    theCase.state = .waiting
    theCase.waitingFor = party
    theCase.waitingUntil = until
  }

  func resume(_ event: Event, _ theCase: inout Case) throws(Refusal) {
    try require(
      [.waiting], event, theCase, rule: .resumeWaiting, hint: "only a waiting case can be resumed")
    theCase.state = .inProgress
    theCase.endWaiting()
  }

  /// The assignee's first note starts the work.
  func note(_ event: Event, _ theCase: inout Case) {
    if theCase.state == .assigned, theCase.assignee == event.by { theCase.state = .inProgress }
  }
}

extension Case {
  mutating func endWaiting() {
    waitingFor = nil
    waitingUntil = nil
  }
}
