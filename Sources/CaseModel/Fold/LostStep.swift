/// A step of a case that stands in its history and had no effect.
///
/// It stays one for ever: that somebody settled it says that people know, not that it counts.
package struct LostStep: Sendable, Hashable {
  /// The step.
  package let event: EventID
  /// Why it had none: the rule that it ran into, or that another value stands.
  package let reason: String
  /// The steps whose authors did not know of it, nor it of them, in the order of replay.
  package let meanwhile: [Event]
  /// Whether somebody settled it.
  package let isSettled: Bool
}

extension History {
  /// The steps without effect, in the order of replay.
  package func lostSteps(in zone: TimeZoneRules) -> [LostStep] {
    let replay = Replay(self, in: zone)
    guard !replay.lost.isEmpty else { return [] }
    let retracted = retracted
    let open = Set(replay.current?.attention ?? [])
    return events.compactMap { event in
      guard let reason = replay.lost[event.id] else { return nil }
      let meanwhile = events.filter { other in
        let counts =
          event.action.name == "close"
          ? other.action.contestsClosing : other.action.mayMakeAnotherIdle
        return counts && replay.ancestry.areConcurrent(event.id, other.id)
          && replay.lost[other.id] == nil && !retracted.contains(other.id)
      }
      return LostStep(
        event: event.id, reason: reason, meanwhile: meanwhile, isSettled: !open.contains(event.id))
    }
  }
}

extension Action {
  /// Whether a step changes the case, so that one done elsewhere at the same time may lose to it.
  fileprivate var mayMakeAnotherIdle: Bool {
    switch self {
    case .note, .contact, .acknowledge, .survey, .settle, .unknown: false
    default: true
    }
  }
}
