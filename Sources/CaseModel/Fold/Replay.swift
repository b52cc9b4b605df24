internal import Text

/// The replay of a case's events one after another: the fold from history to case.
///
/// Pure: it knows only what stands in the case and the zone in which dates are counted. A step
/// that is not allowed at its turn is kept without effect and named in `attention`.
package struct Replay {
  let zone: TimeZoneRules
  let ancestry: Ancestry
  private let contested: Set<EventID>
  private let retractions: Retractions

  /// The case so far; nil before its registration.
  package private(set) var current: Case?
  /// Days on which somebody tried to reach the complainant.
  var triedOn: Set<CalendarDate> = []
  /// Until when each open promise is to be kept.
  var promisedUntil: [EventID: CalendarDate] = [:]
  /// The event that extended the deadline.
  var extensionEvent: EventID?
  var writes = ConcurrentWrites()
  /// The moments of recording of the command that was replayed last, and of the one before it.
  private var moments: [Timestamp] = []
  private var attention: Set<EventID> = []
  /// Every step without effect with the reason, whether or not somebody settled it.
  private(set) var lost: [EventID: String] = [:]
  /// Why the event that was taken last has no effect.
  private var refusal: Refusal?

  /// Replays a whole history.
  package init(_ history: History, in zone: TimeZoneRules) {
    self.zone = zone
    ancestry = Ancestry(history)
    let retractions = Retractions(history)
    self.retractions = retractions
    contested = Self.contestedClosings(of: history, ancestry, voided: retractions.voided)
    for event in history.events { take(event) }
    current?.attention = history.events.map(\.id).filter(attention.contains)
  }

  /// Replays a history and one more event, which must be allowed by every guard.
  ///
  /// This is what a writer does before recording a step; the fold itself refuses nothing.
  package init(
    _ history: History, appending event: Event, in zone: TimeZoneRules
  ) throws(Refusal) {
    let heads = history.heads
    if case .retract(let target) = event.action,
      let refusal = Retractions.refusal(
        of: event.by, retracting: target, before: heads, in: history, Retractions(history).voided)
    {
      throw refusal
    }
    let extended: History
    do {
      extended = try History(history.events + [event])
    } catch {
      throw Refusal(
        .eventHistory, "the event \(event.id) does not continue this case",
        hint: "run the command again; if that does not help, run `daftar check`")
    }
    self.init(extended, in: zone)
    if let refusal { throw refusal }
  }

  /// The local date on which the command before that of an event was recorded; nil for the first.
  func dayBefore(_ event: Event) -> CalendarDate? {
    moments.last { $0 < event.at }.map(zone.date(at:))
  }

  private mutating func take(_ event: Event) {
    if moments.last.map({ $0 < event.at }) ?? true { moments = moments.suffix(1) + [event.at] }
    if case .register(let registration) = event.action {
      current = Case(registration, registered: event.date(in: zone))
      current?.isImported = event.isImported
      return
    }
    if retractions.voided.contains(event.id) { return }
    if retractions.idle.contains(event.id) || contested.contains(event.id) {
      attention.insert(event.id)
      lost[event.id] =
        contested.contains(event.id)
        ? "somebody worked on the case without knowing that it was being closed"
        : "the step that it takes back is another's, or others built on it"
      return
    }
    guard var theCase = current else { return }
    refusal = nil
    do throws(Refusal) {
      let before = theCase.state
      try step(event, &theCase)
      if theCase.state != before { theCase.moved = event.date(in: zone) }
      if case .settle(let settled) = event.action { attention.subtract(settled) }
      current = theCase
    } catch {
      attention.insert(event.id)
      lost[event.id] = error.message.text
      refusal = error
    }
  }

  /// Records a write of a field; says whether it stands against the concurrent ones.
  mutating func stands(
    _ field: ConcurrentWrites.Field, _ value: String, _ event: Event
  ) -> Bool {
    let result = writes.record(field, value, by: event.id, in: ancestry)
    attention.formUnion(result.lost)
    for event in result.lost { lost[event] = "another value stands, which was given elsewhere" }
    return result.stands
  }

  /// Finds closings that somebody worked against without knowing of them: the case stays open.
  private static func contestedClosings(
    of history: History, _ ancestry: Ancestry, voided: Set<EventID>
  ) -> Set<EventID> {
    guard !ancestry.isOneLine else { return [] }
    var contested: Set<EventID> = []
    for closing in history.events where closing.action.name == "close" {
      let isContested = history.events.contains { other in
        other.action.contestsClosing && !voided.contains(other.id)
          && ancestry.areConcurrent(closing.id, other.id)
      }
      if isContested { contested.insert(closing.id) }
    }
    return contested
  }
}

extension Action {
  /// Whether this action, done elsewhere at the same time, keeps a case from being closed.
  var contestsClosing: Bool {
    switch self {
    case .acknowledge, .survey, .link, .promise, .settle, .retract, .contact, .propose, .unknown:
      false
    default: true
    }
  }
}

extension Case {
  /// Folds a history into the case that it tells.
  package static func folding(_ history: History, in zone: TimeZoneRules) -> Case? {
    Replay(history, in: zone).current
  }
}

extension History {
  /// The events that were taken back and have no effect.
  package var retracted: Set<EventID> { Retractions(self).voided }
}
