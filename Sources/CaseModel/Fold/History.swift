/// The complete, consistent set of a case's events in replay order.
///
/// Merging two copies of a case is ``union(with:)``: a union of sets, hence commutative,
/// associative and idempotent; everything else about the case is computed from the result.
package struct History: Hashable, Sendable {
  /// The events in order of number, then id.
  package let events: [Event]

  /// Why events do not form a history; nothing is folded then.
  package enum Fault: Error, Hashable, Sendable {
    case empty
    /// The case does not begin with exactly one registration.
    case notOneRegistration
    /// Two different events carry one id.
    case collision(EventID)
    /// An event names a predecessor that is not there.
    case missing(EventID, predecessorOf: EventID)
    /// An event's number is not one more than its predecessors' largest.
    case wrongNumber(EventID, expected: Int)
  }

  /// Makes a history from events in any order; a repeated event counts once.
  package init(_ events: some Sequence<Event>) throws(Fault) {
    var known: [EventID: Event] = [:]
    for event in events {
      if let other = known[event.id] {
        guard other.isSame(as: event) else { throw .collision(event.id) }
        if event.text == nil { continue }
      }
      known[event.id] = event
    }
    guard !known.isEmpty else { throw .empty }
    let sorted = known.values.sorted(by: Event.inReplayOrder)
    for event in sorted {
      var largest = 0
      for id in event.previous {
        guard let before = known[id] else { throw .missing(id, predecessorOf: event.id) }
        largest = max(largest, before.number)
      }
      let (expected, overflow) = largest.addingReportingOverflow(1)
      guard !overflow, event.number == expected else {
        throw .wrongNumber(event.id, expected: expected)
      }
    }
    let roots = sorted.filter { $0.previous.isEmpty }
    let registrations = sorted.filter(\.action.isRegistration)
    guard roots.count == 1, registrations.count == 1, roots == registrations else {
      throw .notOneRegistration
    }
    self.events = sorted
  }

  private init(sorted events: [Event]) { self.events = events }

  /// The same history with words added to events or taken from them; ids and order stay.
  package func replacingEvents(_ change: (Event) -> Event) -> History {
    History(sorted: events.map(change))
  }

  /// The history that knows every event of both.
  package func union(with other: History) throws(Fault) -> History {
    try History(events + other.events)
  }

  /// Whether every event of another history is here; ids are made from all that events say.
  package func holdsAll(of other: History) -> Bool {
    Set(events.map(\.id)).isSuperset(of: other.events.map(\.id))
  }

  /// The events without successors, sorted: what the next event names as its predecessors.
  package var heads: [EventID] {
    var open = Set(events.map(\.id))
    for event in events { open.subtract(event.previous) }
    return open.sorted()
  }

  /// The number of the next event.
  package var nextNumber: Int { (events.last?.number ?? 0) + 1 }
}
