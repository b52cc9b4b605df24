internal import Text

/// Which events were taken back by their own author before anybody built on them.
struct Retractions {
  /// The events without effect.
  private(set) var voided: Set<EventID> = []
  /// Retractions that take nothing back: of another's event, of one that something follows.
  private(set) var idle: Set<EventID> = []

  init(_ history: History) {
    for event in history.events {
      guard case .retract(let target) = event.action else { continue }
      if Self.refusal(of: event.by, retracting: target, before: event.previous, in: history, voided)
        == nil
      {
        voided.insert(target)
      } else {
        idle.insert(event.id)
      }
    }
  }

  /// Says why a member may not take an event back at a point of the history, or nil.
  static func refusal(
    of member: String, retracting target: EventID, before heads: [EventID], in history: History,
    _ voided: Set<EventID>
  ) -> Refusal? {
    guard let event = history.events.first(where: { $0.id == target }) else {
      return Refusal(
        .undoUnknown, "there is no event \(target) in this case",
        hint: "list the case's events with `daftar log CASE`")
    }
    switch event.action {
    case .register:
      return Refusal(
        .undoRegister, "a registration cannot be undone",
        hint: "end the case instead: `daftar close CASE --outcome invalid --reason …`")
    case .retract:
      return Refusal(
        .undoRetract, "an undo cannot be undone", hint: "run the command again instead")
    case .raise(_, let sensitivity?) where sensitivity.isSensitive:
      return Refusal(
        .undoRaise, "a case that was raised to \(sensitivity.rawValue) stays sealed",
        hint: sensitivity == .restricted
          ? "a manager lowers it: `daftar amend CASE sensitivity confidential --reason …`"
          : "register the matter anew as an ordinary case if it proves to be one")
    default: break
    }
    guard event.by == member else {
      return Refusal(
        .undoOwn, "the last event was recorded by \(event.by), not by \(member)",
        hint: "only its author can undo an event; ask \(event.by), or correct it with a new step")
    }
    let known = predecessors(of: heads, in: history)
    let follows = history.events.contains { later in
      if case .retract = later.action { return false }
      return known.contains(later.id) && !voided.contains(later.id) && later.id != target
        && predecessors(of: later.previous, in: history).contains(target)
    }
    guard known.contains(target), !follows, !voided.contains(target) else {
      return Refusal(
        .undoFollowed, "another step already follows the event \(target)",
        hint: "correct it with a new step")
    }
    return nil
  }

  private static func predecessors(of heads: [EventID], in history: History) -> Set<EventID> {
    var known = Set(heads)
    for event in history.events.reversed() where known.contains(event.id) {
      known.formUnion(event.previous)
    }
    return known
  }
}
