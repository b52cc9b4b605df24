internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Vocabulary

/// What a complaint is about.
struct MatterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The kind: thanks, information, minor, major, protection, conduct …", valueName: "code"),
    completion: Completions.codes(.categories))
  var category: String?
  @Option(
    help: ArgumentHelp("How it arrived: hotline, desk, sms, box, field …", valueName: "code"),
    completion: Completions.codes(.channels))
  var channel: String?
  @Option(help: ArgumentHelp("Language of the complaint: ar, en, ru …", valueName: "code"))
  var language: String?
  @Option(
    help: ArgumentHelp("Day of receipt: 2026-11-18, yesterday (default: today).", valueName: "date")
  )
  var received: DateWord?
  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "What it is about: selection, delay, quality …; may be repeated.", valueName: "code"),
    completion: Completions.codes(.themes))
  var themes: [String] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "One line that names the matter (default: the text's first words).", valueName: "text"))
  var title: String?
  @Option(help: ArgumentHelp("Day on which it happened.", valueName: "date"))
  var happened: DateWord?
  @Option(
    help: ArgumentHelp("Where, as in cases/areas.yml.", valueName: "code"),
    completion: Completions.codes(.concern(.area))) var area: String?
  @Option(
    help: ArgumentHelp("The unit that it concerns.", valueName: "code"),
    completion: Completions.codes(.concern(.unit))) var unit: String?
  @Option(
    help: ArgumentHelp("The project that it concerns.", valueName: "code"),
    completion: Completions.codes(.concern(.project))) var project: String?
  @Option(
    help: ArgumentHelp(
      "Who may read it: open, internal, confidential, restricted; at least as its category.",
      valueName: "level")) var sensitivity: Sensitivity?
  @Option(help: ArgumentHelp("How urgent; at least as its category.", valueName: "level"))
  var priority: Priority?
  @Option(
    name: .customLong("subject"),
    help: ArgumentHelp(
      "Who is complained about: a member, or unit:CODE; may be repeated; “-” reads a line.",
      valueName: "who"))
  var subjects: [String] = []
  @Option(
    help: ArgumentHelp(
      "A member left out of a sensitive case; may be repeated; “-” reads a line.",
      valueName: "member"), completion: Completions.codes(.members))
  var notTo: [String] = []
  @Option(
    name: .customLong("external"), help: ArgumentHelp("Its id in another system.", valueName: "id"))
  var external: String?
  @Option(
    help: ArgumentHelp("The member who took it (default: who acts).", valueName: "member"),
    completion: Completions.codes(.members))
  var receivedBy: String?
  @Option(
    help: ArgumentHelp(
      "Does the person agree to the record? not-asked if not given.", valueName: "answer"))
  var consent: Consent?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("What the person asks for.", valueName: "text"))
  var wanted: String?
  @Flag(help: "Somebody speaks for another person.") var onBehalf = false
  @Flag(help: "The person could not be told that it was registered.") var notTold = false
  @Flag(help: "The question was answered at once: close it.") var answered = false
  @Flag(name: .customLong("repeat"), help: "The person has raised it before.") var isRepeated =
    false

  /// Takes the options over into a new case.
  ///
  /// Names are taken for their codes where they can mean one thing only.
  func apply(
    to new: inout NewCase, in configuration: Configuration, today: CalendarDate, on day: DateWord?
  ) throws {
    new.category = try configuration.code(meant: new.category, in: .categories)
    new.channel = try configuration.code(meant: new.channel, in: .channels)
    new.received = try (received ?? day)?.date(today: today)
    new.themes = try themes.map { try configuration.code(meant: $0, in: .themes) }
    new.happened = try happened?.date(today: today, within: .happened)
    new.concern.area = try area.map { try configuration.code(meant: $0, in: .concern(.area)) }
    new.concern.unit = try unit.map { try configuration.code(meant: $0, in: .concern(.unit)) }
    new.concern.project = try project.map {
      try configuration.code(meant: $0, in: .concern(.project))
    }
    new.sensitivity = sensitivity
    new.priority = priority
    new.external = try external.map { try seenLine($0, option: "--external") }
    new.receivedBy = try receivedBy.map { try configuration.code(meant: $0, in: .members) }
    new.consent = consent ?? .notAsked
    new.isOnBehalf = onBehalf
    new.isNotTold = notTold
    new.isAnswered = answered
    new.isRepeated = isRepeated
  }
}

/// Coded facts for statistics; never who the person is.
struct ComplainantOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("female, male, other, unknown.", valueName: "code"),
    completion: Completions.codes(.band(.sex))) var sex: String?
  @Option(
    help: ArgumentHelp(
      "0-4, 5-11, 12-17, 18-59, 60+, unknown; or years, such as 34.", valueName: "band"),
    completion: Completions.codes(.band(.age)))
  var age: String?
  @Option(
    help: ArgumentHelp("yes, no, not-asked.", valueName: "answer"),
    completion: Completions.codes(.band(.disability))) var disability: String?
  @Option(
    help: ArgumentHelp("resident, displaced, refugee …", valueName: "code"),
    completion: Completions.codes(.band(.residence)))
  var residence: String?
  @Option(
    help: ArgumentHelp("beneficiary, non-beneficiary, staff …", valueName: "code"),
    completion: Completions.codes(.band(.relation)))
  var relation: String?
  @Flag(help: "The person wants to stay unknown.") var anonymous = false

  /// Takes the options over into a new case.
  func apply(to new: inout NewCase, in configuration: Configuration) throws {
    for (fact, value) in [
      (Complainant.Fact.sex, sex), (.age, age?.asciiDigits), (.disability, disability),
      (.residence, residence), (.relation, relation),
    ] {
      new.complainant[fact] = try value.map { try Self.code($0, fact, configuration) }
    }
    new.complainant[.anonymous] = anonymous ? "yes" : "no"
  }
  /// A register that lists no codes for a fact takes any.
  private static func code(
    _ value: String, _ fact: Complainant.Fact, _ configuration: Configuration
  ) throws -> String {
    configuration.codes(.band(fact)).isEmpty
      ? value : try configuration.code(meant: value, in: .band(fact))
  }
}
