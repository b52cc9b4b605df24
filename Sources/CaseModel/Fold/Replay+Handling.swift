internal import Text

/// From registration to the work on a case: acknowledge, assign, start, wait, resume, note.
extension Replay {
  /// Acknowledging is an event, not a state; the first one counts.
  func acknowledge(_ event: Event, _ file: inout Case) {
    let date = event.date(in: zone)
    file.acknowledged = min(file.acknowledged ?? date, date)
  }

  mutating func assign(
    _ assignee: Assignee, _ event: Event, _ file: inout Case
  ) throws(Refusal) {
    try require(
      [.registered, .assigned, .inProgress, .waiting, .decided, .informed, .objected], event, file,
      rule: .assignOpen, hint: wayForward(file, event).reopening)
    let value: String
    switch assignee {
    case .member(let member):
      guard event.isImported || !file.isSubject(member) else {
        throw Refusal(
          .assignSubject, "\(member) is complained about in this case",
          hint: "assign it to somebody else")
      }
      value = member
    case .unit(let unit):
      let isSubject = file.subjects.contains("unit:" + unit)
      guard event.isImported || !isSubject || event.hasWords else {
        throw Refusal(
          .assignSubjectUnit, "the unit \(unit) is complained about in this case",
          hint: "assign it elsewhere; if there is no other unit, a manager says why with --reason")
      }
      value = "unit:" + unit
    }
    guard stands(.assignment, value, event) else { return }
    switch assignee {
    case .member(let member): file.assignee = member
    case .unit(let unit):
      file.assignee = nil
      file.unit = unit
    }
    if file.state == .registered { file.state = .assigned }
  }

  /// Whoever starts a case that only a unit holds becomes its assignee, so that it has an owner.
  func start(_ event: Event, _ file: inout Case) throws(Refusal) {
    try require(
      [.assigned], event, file, rule: .startAssigned,
      hint: wayForward(file, event).toWork)
    file.state = .inProgress
    if file.assignee == nil, !event.isImported { file.assignee = event.by }
  }

  mutating func wait(
    for party: WaitingFor, until: CalendarDate, _ event: Event, _ file: inout Case
  ) throws(Refusal) {
    try require(
      [.inProgress], event, file, rule: .waitInProgress,
      hint: wayForward(file, event).toWork)
    try requireText(event, rule: .waitQuestion, "the question that is being asked")
    let date = event.date(in: zone)
    guard event.isImported || (until >= date && until - date <= 14) else {
      throw Refusal(
        .waitUntil, "a case may wait until a day in the next 14 days, not until \(until)",
        hint: "give a day up to \(date.adding(days: 14)); it can wait again afterwards")
    }
    file.state = .waiting
    file.waitingFor = party
    file.waitingUntil = until
  }

  func resume(_ event: Event, _ file: inout Case) throws(Refusal) {
    try require(
      [.waiting], event, file, rule: .resumeWaiting, hint: "only a waiting case can be resumed")
    file.state = .inProgress
    file.endWaiting()
  }

  /// The assignee's first note starts the work.
  func note(_ event: Event, _ file: inout Case) {
    if file.state == .assigned, file.assignee == event.by { file.state = .inProgress }
  }
}

extension Case {
  mutating func endWaiting() {
    waitingFor = nil
    waitingUntil = nil
  }
}
