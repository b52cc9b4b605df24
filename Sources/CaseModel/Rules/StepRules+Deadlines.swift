internal import Text

/// How far a deadline may lie, whichever step sets it.
extension StepRules {
  /// A deadline follows from kind and receipt; otherwise only a manager corrects it, within limits.
  func checkDue(_ value: String, by member: Team.Member, _ theCase: Case) throws {
    let usual = configuration.targets.due(category: theCase.category, received: theCase.received)
    let due = CalendarDate(value)
    if let due, due != usual { try require(due, within: deadline(of: theCase)) }
    if due != nil, due == usual { return }
    guard member.has(.override) else {
      throw Refusal(
        .amendDue, "only a manager corrects a deadline", hint: longerTime(for: theCase))
    }
    if let due { try requireWithinLongest(due, theCase) }
  }

  /// How far a deadline of a case may lie: where its kind has a longest time, no far day can be meant.
  func deadline(of theCase: Case) -> DateBounds {
    configuration.targets.deadline(of: theCase.category)
  }

  /// What somebody does who is no manager.
  private func longerTime(for theCase: Case) -> Wording {
    if theCase.state == .closed { return "a closed case has no deadline to extend; ask a manager" }
    if theCase.extended != nil { return "it was extended once already; ask a manager" }
    if let due = theCase.due, due < today {
      return "the deadline passed on \(due), so that it cannot be extended either; ask a manager"
    }
    if let longest = longest(of: theCase),
      theCase.received.adding(days: longest) <= theCase.due ?? today
    {
      return
        "a \(theCase.category) case takes at most \(longest) days, so that no later day is left"
    }
    return (theCase.state == .held ? "release it first, `daftar release CASE`, then " : "")
      + "extend it: `daftar extend CASE --until … --reason …`"
  }

  /// Of a deadline that cannot be extended any more no other day is asked for.
  func checkExtension(_ due: CalendarDate, on date: CalendarDate, _ theCase: Case) throws {
    guard theCase.extended == nil, theCase.due.map({ date <= $0 }) ?? true else { return }
    try requireWithinLongest(due, theCase)
  }

  private func requireWithinLongest(_ due: CalendarDate, _ theCase: Case) throws {
    guard let longest = longest(of: theCase) else { return }
    let latest = theCase.received.adding(days: longest)
    guard due > latest else { return }
    throw Refusal(
      .extendLongest, "a \(theCase.category) case takes at most \(longest) days, until \(latest)",
      hint: latest > max(today, theCase.due ?? today)
        ? "give a day up to \(latest)"
        : "no later day is left: close the case, or explain the delay: `daftar note CASE -`")
  }

  /// A case that is opened again has as long as a new one, and no longer: else an overdue case would
  /// be overdue no more because somebody closed and opened it.
  func checkReopening(_ date: CalendarDate, due: CalendarDate, _ theCase: Case) throws {
    if let closed = theCase.closed, date - closed > WayForward.daysToReopen {
      throw Refusal(
        .reopenWindow,
        "the case was closed on \(closed), more than \(WayForward.daysToReopen) days ago",
        hint: "register a new case and link it: `daftar link NEW --follows \(theCase.id)`")
    }
    guard due >= date else {
      throw Refusal(
        .reopenDue, "the new deadline \(due) has passed already", hint: "give a later --due")
    }
    guard let longest = longest(of: theCase) else { return }
    let latest = date.adding(days: longest)
    guard due > latest else { return }
    throw Refusal(
      .reopenLongest,
      "a \(theCase.category) case takes at most \(longest) days after it was opened again, until "
        + "\(latest)",
      hint: "give a day up to \(latest), or leave --due out")
  }

  private func longest(of theCase: Case) -> Int? {
    configuration.targets.limits(of: theCase.category)?.longest
  }
}
