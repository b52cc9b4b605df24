internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// The filters of `daftar list`: every coded field, dates, and a few questions of every day.
struct CaseFilter: ParsableArguments {
  @Option(
    name: .customLong("state"), help: ArgumentHelp("Where it stands.", valueName: "state"))
  var states: [CaseState] = []
  @Option(
    name: .customLong("category"),
    help: ArgumentHelp("The kind: minor, major, information …", valueName: "code"))
  var categories: [String] = []
  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp("What it is about: selection, delay …", valueName: "code"))
  var themes: [String] = []
  @Option(
    name: .customLong("channel"),
    help: ArgumentHelp("How it arrived: hotline, desk …", valueName: "code"))
  var channels: [String] = []
  @Option(
    name: .customLong("area"),
    help: ArgumentHelp("Where, with the areas inside it.", valueName: "code"))
  var areas: [String] = []
  @Option(
    name: .customLong("unit"), help: ArgumentHelp("The unit that it concerns.", valueName: "code"))
  var units: [String] = []
  @Option(
    name: .customLong("project"),
    help: ArgumentHelp("The project that it concerns.", valueName: "code"))
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
  @Option(help: ArgumentHelp("Who works on it.", valueName: "member")) var assignee: String?
  @Flag(help: "Assigned to you.") var mine = false
  @Flag(help: "Not closed.") var open = false
  @Flag(help: "With a step that had no effect; see settle.") var attention = false
  @Flag(help: "Open, and past the deadline.") var overdue = false
  @Option(help: ArgumentHelp("Received on this day or later.", valueName: "date"))
  var receivedFrom: DateWord?
  @Option(help: ArgumentHelp("Received on this day or before.", valueName: "date"))
  var receivedTo: DateWord?

  /// The options that name codes of the register, by what they look at.
  private var coded: [(column: CaseField, wanted: [String])] {
    [
      (.category, categories), (.themes, themes), (.channel, channels), (.area, areas),
      (.unit, units), (.project, projects), (.assignee, [assignee].compactMap(\.self)),
    ].filter { !$0.1.isEmpty }
  }

  /// The test that a case must pass.
  func predicate(in register: Register, member: String?) throws -> (Case) -> Bool {
    let today = register.today
    let from = try receivedFrom?.date(today: today, within: .search)
    let to = try receivedTo?.date(today: today, within: .search)
    try checkCodes(register)
    let coded = coded.map { column, wanted in
      (column, column == .area ? withInnerAreas(register) : wanted)
    }
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
        && (!attention || !theCase.attention.isEmpty)
        && (!overdue || theCase.isOpen && (theCase.due.map { $0 < today } ?? false))
        && (from.map { theCase.received >= $0 } ?? true)
        && (to.map { theCase.received <= $0 } ?? true)
    }
  }

  /// Whether a sensitive case that cannot be opened here passes: of most filters nothing is known.
  func passes(_ stub: Stub, today: CalendarDate) -> Bool {
    let asksMore =
      !coded.isEmpty || !states.isEmpty || !priorities.isEmpty || !languages.isEmpty
      || !outcomes.isEmpty || !conditions.isEmpty || mine || attention || receivedFrom != nil
      || receivedTo != nil
    return !asksMore && Self.passes(sensitivities, stub.sensitivity) && (!open || stub.isOpen)
      && (!overdue || stub.isOpen && (stub.due.map { $0 < today } ?? false))
  }

  private static func passes<Value: Equatable>(_ wanted: [Value], _ value: Value?) -> Bool {
    wanted.isEmpty || value.map(wanted.contains) ?? false
  }

  private func withInnerAreas(_ register: Register) -> [String] {
    var result = Set(areas)
    for area in register.configuration.places.areas
    where area.parent.map(result.contains) ?? false {
      result.insert(area.name.code)
    }
    return Array(result)
  }

  /// Refuses codes that no case can have: an empty list would look like an answer.
  private func checkCodes(_ register: Register) throws {
    for tag in languages { try FieldCondition.requireLanguage(tag, register.configuration) }
    for (column, wanted) in coded {
      guard let list = column.codes else { continue }
      let known = register.configuration.codes(list)
      for code in wanted where !known.contains(code) {
        throw UnknownCode.refusal(code, list, known: known)
      }
    }
  }
}
