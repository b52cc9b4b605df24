internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Vocabulary

/// The filters of `daftar list`: every coded field, dates, and a few questions of every day.
struct CaseFilter: ParsableArguments {
  @Option(
    name: .customLong("state"), help: ArgumentHelp("Where it stands.", valueName: "state"))
  var states: [CaseState] = []
  @Option(
    name: .customLong("category"),
    help: ArgumentHelp("The kind: minor, major, information …", valueName: "code"),
    completion: Completions.codes(.categories))
  var categories: [String] = []
  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp("What it is about: selection, delay …", valueName: "code"),
    completion: Completions.codes(.themes))
  var themes: [String] = []
  @Option(
    name: .customLong("channel"),
    help: ArgumentHelp("How it arrived: hotline, desk …", valueName: "code"),
    completion: Completions.codes(.channels))
  var channels: [String] = []
  @Option(
    name: .customLong("area"),
    help: ArgumentHelp("Where, with the areas inside it.", valueName: "code"),
    completion: Completions.codes(.concern(.area)))
  var areas: [String] = []
  @Option(
    name: .customLong("unit"), help: ArgumentHelp("The unit that it concerns.", valueName: "code"),
    completion: Completions.codes(.concern(.unit)))
  var units: [String] = []
  @Option(
    name: .customLong("project"),
    help: ArgumentHelp("The project that it concerns.", valueName: "code"),
    completion: Completions.codes(.concern(.project)))
  var projects: [String] = []
  @Option(
    name: .customLong("priority"), help: ArgumentHelp("How urgent it is.", valueName: "level"))
  var priorities: [Priority] = []
  @Option(
    name: .customLong("sensitivity"), help: ArgumentHelp("Who may read it.", valueName: "level"))
  var sensitivities: [Sensitivity] = []
  @Option(
    name: .customLong("language"),
    help: ArgumentHelp("The language it was told in: ar, en, ru …", valueName: "code"))
  var languages: [String] = []
  @Option(
    name: .customLong("outcome"),
    help: ArgumentHelp("How it was decided or ended.", valueName: "code"))
  var outcomes: [Outcome] = []
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Any other coded field: root-cause, received-by, consent, sex, age, waived, external …",
      valueName: "field=value"))
  var conditions: [FieldCondition] = []
  @Option(
    help: ArgumentHelp("Who works on it; none for what nobody has.", valueName: "member"),
    completion: Completions.codes(.members))
  var assignee: String?
  @Flag(help: "Assigned to you.") var mine = false
  @Flag(help: "Not closed.") var open = false
  @Flag(help: "With a step that had no effect; see settle.") var attention = false
  @Flag(help: "With a decision or a correction that waits for a second person.")
  var toApprove = false
  @Flag(help: "Open, and past the deadline.") var overdue = false
  @Option(help: ArgumentHelp("Received on this day or later.", valueName: "date"))
  var receivedFrom: DateWord?
  @Option(help: ArgumentHelp("Received on this day or before.", valueName: "date"))
  var receivedTo: DateWord?
  @Option(help: ArgumentHelp("Closed on this day or later.", valueName: "date"))
  var closedFrom: DateWord?
  @Option(help: ArgumentHelp("Closed on this day or before.", valueName: "date"))
  var closedTo: DateWord?

  /// The word for cases that nobody has.
  private static let nobody = "none"

  /// The options that name codes of the register, by what they look at.
  private var coded: [(column: CaseField, wanted: [String])] {
    [
      (.category, categories), (.themes, themes), (.channel, channels), (.area, areas),
      (.unit, units), (.project, projects),
      (.assignee, [assignee].compactMap(\.self).filter { $0 != Self.nobody }),
    ].filter { !$0.1.isEmpty }
  }

  /// The test that a case must pass.
  func predicate(in register: Register, member: String?) throws -> (Case) -> Bool {
    let today = register.today
    let received = try days(receivedFrom, receivedTo, "received", today)
    let closed = try days(closedFrom, closedTo, "closed", today)
    let proposed = toApprove ? Set(try register.waitingProposals().keys) : []
    let isClosingAsked = closedFrom != nil || closedTo != nil
    for tag in languages { try FieldCondition.requireLanguage(tag, register.configuration) }
    let coded = try coded.map { column, wanted in (column, try codes(wanted, column, register)) }
    let conditions = try conditions.map { try $0.understood(in: register) }
    return { theCase in
      coded.allSatisfy { column, wanted in
        theCase.codes(of: .field(column)).contains(where: wanted.contains)
      }
        && Self.passes(states, theCase.state) && Self.passes(priorities, theCase.priority)
        && Self.passes(sensitivities, theCase.sensitivity)
        && Self.passes(languages, theCase.language) && Self.passes(outcomes, theCase.outcome)
        && conditions.allSatisfy { $0.holds(for: theCase) }
        && (!mine || theCase.assignee == member) && (!open || theCase.isOpen)
        && (assignee != Self.nobody || theCase.assignee == nil)
        && (!attention || !theCase.attention.isEmpty)
        && (!toApprove || theCase.awaitsSecondPerson || proposed.contains(theCase.id))
        && (!overdue || theCase.isOpen && (theCase.due.map { $0 < today } ?? false))
        && received.contains(theCase.received)
        && (!isClosingAsked || theCase.closed.map(closed.contains) ?? false)
    }
  }

  /// Whether a sensitive case that cannot be opened here passes: of most filters nothing is known.
  func passes(_ stub: Stub, today: CalendarDate) -> Bool {
    let asksMore =
      !coded.isEmpty || !states.isEmpty || !priorities.isEmpty || !languages.isEmpty
      || !outcomes.isEmpty || !conditions.isEmpty || mine || attention || toApprove
      || assignee != nil || receivedFrom != nil || receivedTo != nil || closedFrom != nil
      || closedTo != nil
    return !asksMore && Self.passes(sensitivities, stub.sensitivity) && (!open || stub.isOpen)
      && (!overdue || stub.isOpen && (stub.due.map { $0 < today } ?? false))
  }

  private static func passes<Value: Equatable>(_ wanted: [Value], _ value: Value?) -> Bool {
    wanted.isEmpty || value.map(wanted.contains) ?? false
  }

  /// The days from one to another, both ends counted; all days where none is given.
  private func days(
    _ from: DateWord?, _ to: DateWord?, _ what: String, _ today: CalendarDate
  ) throws -> ClosedRange<CalendarDate> {
    let first = try from?.date(today: today, within: .search) ?? CalendarDate(day: Int.min / 2)
    let last = try to?.date(today: today, within: .search) ?? CalendarDate(day: Int.max / 2)
    guard first <= last else {
      throw UsageError(
        message: "--\(what)-from \(first) lies after --\(what)-to \(last)",
        hint: "give the earlier day first: --\(what)-from \(last) --\(what)-to \(first)")
    }
    return first...last
  }

  /// The codes that are meant, of areas with those inside; refused when no case can have one: an empty
  /// list would look like an answer.
  private func codes(
    _ wanted: [String], _ column: CaseField, _ register: Register
  ) throws -> [String] {
    guard let list = column.codes else { return wanted }
    var codes = Set(
      try wanted.map { try register.configuration.code(meant: $0, in: list) })
    guard column == .area else { return Array(codes) }
    for area in register.configuration.places.areas
    where area.parent.map(codes.contains) ?? false {
      codes.insert(area.name.code)
    }
    return Array(codes)
  }
}

extension Case {
  /// Whether a decision or a proposed correction waits for somebody else to confirm it.
  var awaitsSecondPerson: Bool {
    !proposals.isEmpty
      || sensitivity.isSensitive && decidedBy != nil && approvedBy == nil
        && [.decided, .informed].contains(state)
  }
}
