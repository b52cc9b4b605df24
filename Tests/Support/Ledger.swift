internal import CaseFormat
package import CaseModel

/// One copy of a case that grows event by event, for tests to write a case's story down.
package struct Ledger: Sendable {
  /// The events so far.
  package private(set) var history: History
  /// The day on which the next event is recorded.
  package var day: CalendarDate
  /// The zone in which dates are counted.
  package let zone: TimeZoneRules

  /// Registers a complaint, on the day of its receipt or another.
  package init(
    _ registration: Registration, by: String = "omar", text: String? = "They were left out.",
    zone: TimeZoneRules = .utc, isImported: Bool = false, registered: CalendarDate? = nil
  ) throws {
    day = registered ?? registration.received
    self.zone = zone
    let event = try built(
      Event.recorded(
        number: 1, previous: [], at: Self.morning(of: day, minute: 0), by: by,
        action: .register(registration), isImported: isImported, text: text),
      "a registration")
    history = try History([event])
  }

  /// The case that the events fold to.
  package var folded: Case {
    get throws { try built(Case.folding(history, in: zone), "a fold") }
  }

  /// Records a step that every guard must allow; throws the ``Refusal`` of one that does not.
  @discardableResult
  package mutating func record(
    _ action: Action, by: String = "rana", text: String? = nil, on: CalendarDate? = nil,
    imported: Bool = false
  ) throws -> EventID {
    let event = try next(action, by: by, text: text, on: on, imported: imported)
    _ = try Replay(history, appending: event, in: zone)
    history = try History(history.events + [event])
    return event.id
  }

  /// Records a step without asking any guard, as a faulty or older program might.
  @discardableResult
  package mutating func force(
    _ action: Action, by: String = "rana", text: String? = nil, on: CalendarDate? = nil,
    imported: Bool = false
  ) throws -> EventID {
    let event = try next(action, by: by, text: text, on: on, imported: imported)
    history = try History(history.events + [event])
    return event.id
  }

  /// Makes the next event without recording it.
  package func next(
    _ action: Action, by: String = "rana", text: String? = nil, on: CalendarDate? = nil,
    imported: Bool = false
  ) throws -> Event {
    try built(
      Event.recorded(
        number: history.nextNumber, previous: history.heads,
        at: Self.morning(of: day, minute: history.nextNumber), by: by, action: action, on: on,
        isImported: imported, text: text),
      "an event")
  }

  /// Takes in what another copy knows.
  package mutating func merge(_ other: Ledger) throws {
    history = try history.union(with: other.history)
    day = max(day, other.day)
  }

  /// A few minutes after eight in the morning, Coordinated Universal Time.
  private static func morning(of day: CalendarDate, minute: Int) -> Timestamp {
    Timestamp(seconds: Int64(day.day) * 86_400 + 28_800 + Int64(minute % 600) * 60)
  }
}
