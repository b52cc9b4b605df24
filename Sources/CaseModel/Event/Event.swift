/// One thing that somebody did in a case: a line of its ledger, never changed afterwards.
package struct Event: Hashable, Sendable {
  /// Its name, derived from all the rest.
  package var id: EventID
  /// One more than the largest number among ``previous``.
  package var number: Int
  /// The events without successors when this one was made, sorted.
  package var previous: [EventID]
  /// When it was recorded.
  package var at: Timestamp
  /// The member who acted.
  package var by: String
  /// What was done.
  package var action: Action
  /// The local date on which it happened, when earlier than it was recorded.
  package var on: CalendarDate?
  /// Whether it came from another system's log: it then takes the state that it names.
  package var isImported: Bool
  /// Whether nobody knows the day: an imported ending of which the log says no more than that it was.
  package var isDayUnknown: Bool
  /// Free text, as the person wrote it.
  package var text: String?
  /// The digest of a text that is not here: it was sealed when the case became sensitive.
  package var withheldText: String?
  /// Where the sealed part of the event is; then the event has no text here.
  package var seal: SealReference?
  /// The format of the register when it was recorded: whose guards it was, and stays, under.
  package var format: Int
  /// Fields of a later version of the format: name and canonical JSON value, kept as they are.
  package var unknownFields: [String: String]

  /// Makes an event; the id must be that of its canonical form.
  package init(
    id: EventID, number: Int, previous: [EventID], at: Timestamp, by: String, action: Action,
    on: CalendarDate? = nil, isImported: Bool = false, isDayUnknown: Bool = false,
    text: String? = nil, seal: SealReference? = nil, format: Int = 1,
    unknownFields: [String: String] = [:]
  ) {
    self.id = id
    self.number = number
    self.previous = previous
    self.at = at
    self.by = by
    self.action = action
    self.on = on
    self.isImported = isImported
    self.isDayUnknown = isDayUnknown
    self.text = text
    self.seal = seal
    self.format = format
    self.unknownFields = unknownFields
  }

  /// The local date that figures count: ``on``, else the date of ``at``.
  package func date(in zone: TimeZoneRules) -> CalendarDate { on ?? zone.date(at: at) }

  /// The local date on which it was recorded; of an import the date that the other system's log has.
  package func recordingDay(in zone: TimeZoneRules) -> CalendarDate {
    isImported ? date(in: zone) : zone.date(at: at)
  }

  /// The order of storage and replay: number, then id; it needs no trustworthy clock.
  package static func inReplayOrder(_ left: Event, _ right: Event) -> Bool {
    (left.number, left.id) < (right.number, right.id)
  }
}
