package import CaseModel
internal import Text

/// Several copies of one case, to which people add allowed steps without always knowing of each
/// other: what a register in several clones goes through.
package struct RandomWalk {
  /// The copies as they are now.
  package private(set) var copies: [Ledger]
  private var generator: SeededGenerator

  private static let members = ["omar", "rana", "lina", "nadia", "sami"]

  /// Registers a random case and hands it to some copies.
  package init(seed: UInt64, copies count: Int, zone: TimeZoneRules = .utc) throws {
    generator = SeededGenerator(seed: seed)
    var registration = try Registration.sample(
      category: ["major", "minor", "information", "conduct"].randomElement(using: &generator) ?? "",
      sensitivity: .internal)
    registration.title =
      ["Left off the list", "شكوى عن التوزيع: «سلة»", "Долго ждём # ответа"]
      .randomElement(using: &generator) ?? ""
    if Bool.random(using: &generator) { registration.due = nil }
    if Bool.random(using: &generator) { registration.complainant["anonymous"] = "yes" }
    let text = Bool.random(using: &generator) ? try RandomText.text(using: &generator) : nil
    let ledger = try Ledger(registration, text: text, zone: zone)
    copies = Array(repeating: ledger, count: count)
  }

  /// Adds allowed steps, each to a random copy, and lets copies learn of each other now and then.
  package mutating func take(steps: Int) throws {
    for _ in 0..<steps {
      let index = Int.random(in: copies.indices, using: &generator)
      var copy = copies[index]
      if copies.count > 1, Int.random(in: 0..<6, using: &generator) == 0 {
        try copy.merge(copies[Int.random(in: copies.indices, using: &generator)])
      }
      try step(&copy)
      copies[index] = copy
    }
  }

  /// The history that knows every event of every copy.
  package func union() throws -> History {
    var all = copies[0]
    for copy in copies.dropFirst() { try all.merge(copy) }
    return all.history
  }

  private mutating func step(_ ledger: inout Ledger) throws {
    ledger.day = ledger.day.adding(days: Int.random(in: 0...2, using: &generator))
    let theCase = try ledger.folded
    for _ in 0..<6 {
      let action = try proposal(for: theCase, in: ledger)
      let by = Self.members.randomElement(using: &generator) ?? "rana"
      let text =
        Int.random(in: 0..<4, using: &generator) > 0
        ? try RandomText.text(using: &generator) : nil
      let isEarlier = Int.random(in: 0..<5, using: &generator) == 0
      do {
        try ledger.record(action, by: by, text: text, on: isEarlier ? ledger.day : nil)
        return
      } catch is Refusal {
        continue
      }
    }
  }

  /// Proposes a step that moves the case on, or one that any state may see.
  private mutating func proposal(for theCase: Case, in ledger: Ledger) throws -> Action {
    let soon = ledger.day.adding(days: Int.random(in: 1...14, using: &generator))
    guard Int.random(in: 0..<5, using: &generator) < 2 else {
      return try fact(about: theCase, in: ledger, soon)
    }
    let member = Self.members.randomElement(using: &generator) ?? "rana"
    let choices: [Action] =
      switch theCase.state {
      case .registered:
        [.assign(.member(member)), .assign(.unit("jarabulus")), .acknowledge(via: "sms")]
      case .assigned: [.start, .note, .assign(.member(member))]
      case .inProgress:
        [
          .wait(.complainant, until: soon),
          .decide(try RandomAction.pick(&generator), rootCause: "targeting"),
          .decide(.notUpheld, rootCause: nil),
        ]
      case .waiting: [.resume]
      case .decided:
        [
          .inform(.told(via: "sms", language: "ar")), .approve(accept: true),
          .approve(accept: false),
          .inform(.tried(via: "hotline")), .inform(.waived(.unreachable)),
        ]
      case .informed: [.close(outcome: nil, of: nil), .object]
      case .closed: [.reopen(due: soon), .survey(.answered(.partly, score: 4)), .object]
      case .objected:
        [.review(accept: true, remedy: nil), .review(accept: false, remedy: "the ombudsman")]
      case .held: [.release]
      }
    return choices.randomElement(using: &generator) ?? .note
  }

  private mutating func fact(
    about theCase: Case, in ledger: Ledger, _ soon: CalendarDate
  ) throws -> Action {
    let events = ledger.history.events.map(\.id)
    let event = events.randomElement(using: &generator) ?? ledger.history.events[0].id
    let promise = theCase.promises.randomElement(using: &generator) ?? event
    let choices: [Action] = [
      .note, .note, .hold(until: soon), .extend(due: soon.adding(days: 9)),
      .raise(priority: try RandomAction.pick(&generator), sensitivity: nil),
      .raise(priority: nil, sensitivity: try RandomAction.pick(&generator)),
      .raise(priority: .critical, sensitivity: try RandomAction.pick(&generator)),
      .amend(Amendment(field: "themes", value: "delay, quality", was: "selection")),
      .amend(Amendment(field: "priority", value: "low", was: theCase.priority.rawValue)),
      .amend(Amendment(field: "sensitivity", value: "open", was: theCase.sensitivity.rawValue)),
      .amend(Amendment(field: "due", value: soon.description, was: "")),
      .amend(Amendment(field: "title", value: "Another title \(soon)", was: theCase.title)),
      .link(
        try RandomAction.pick(&generator), try .sample(Int.random(in: 1...9, using: &generator))),
      .promise(.made(until: soon)), .promise(.kept(promise)),
      .promise(.moved(promise, until: soon)),
      .refer(organisation: "unhcr", consent: .yes), .survey(.waived("declined")),
      .acknowledge(via: "hotline"), .settle(theCase.attention), .retract(events.last ?? event),
      .close(outcome: .withdrawn, of: nil), .close(outcome: .answered, of: nil),
      .close(outcome: .duplicate, of: try .sample(3)), .unknown("mediate"),
    ]
    return choices.randomElement(using: &generator) ?? .note
  }
}
