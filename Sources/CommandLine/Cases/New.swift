internal import Text
internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// `daftar new`: registers a complaint; asks step by step on a terminal.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Register a complaint or other feedback; prints its id.",
    discussion: """
      On a terminal, what is missing is asked step by step. Write down what was said, not who \
      said it: how to reach the person goes with --contact-from and is sealed for those who speak \
      with complainants.

      A sensitive kind (protection, conduct, fraud, seah …) is sealed from its first byte for \
      those who may read it; you may not be one of them. Its words are never taken from an \
      option: give - or --from FILE, or an editor opens. --not-to leaves a member out, and nothing \
      anybody else sees tells so.

      On the hotline, at the desk, in the field and in a committee the person is told at once, so \
      the acknowledgement is recorded too, unless --not-told. Thanks close themselves; --answered \
      closes a question that was answered at once.

      Examples:
        daftar new
        daftar new --category minor --channel desk --language en \\
          --text "The queue has no shade."
        daftar new --category information --channel hotline --language en \\
          --answered --text "When does the centre open?"
        daftar new --category conduct --channel hotline --language ar --from call.md \
          --contact-from -
      """)

  @OptionGroup var acting: ActingOptions
  @OptionGroup var text: TextOptions
  @OptionGroup(title: "The complaint") var matter: MatterOptions
  @Option(
    help: ArgumentHelp(
      "How to reach the person, sealed: a file with “name: …”, “phone: …” lines, or “-”.",
      valueName: "file"))
  var contactFrom: String?
  @OptionGroup(title: "The complainant (asked afterwards, never required)")
  var person: ComplainantOptions

  func run() throws {
    let session = try Session(acting.global)
    let register = session.register
    let member = try session.member(acting.member)
    try session.warnOfEditedConfiguration()
    let draft = try Output.canAsk ? Drafts(of: register, for: member).offered(for: "new") : nil
    let recorded = try keeping(draft, for: "new") {
      try registering(with: draft, in: register, as: member)
    }
    ActionReport.note(recorded)
    try Output.line(recorded.after.id.description)
    if Output.isTerminal {
      try ActionReport.print(recorded, in: register)
    } else {
      ActionReport.warn(recorded, in: register)
    }
  }

  /// Reads and asks what is needed, and registers it; what is typed is kept in the draft.
  private func registering(
    with draft: Draft?, in register: Register, as member: Team.Member
  ) throws -> Recorded {
    var new = try requiredParts(register, draft)
    let asks = Output.canAsk && (matter.category == nil || matter.channel == nil)
    try matter.apply(to: &new, today: register.today, on: acting.day)
    try person.apply(to: &new)
    new.permission = try acting.permission.map { try reason($0, option: "--allow") }
    // Names may come from standard input too: who is complained about stands in no list of processes.
    let names = OptionWords(isSealed: false)
    new.subjects = try matter.subjects.flatMap { try names.list($0, option: "--subject") }.map(
      Subject.init)
    new.notTo = try matter.notTo.flatMap { try names.list($0, option: "--not-to") }
    // Before anybody writes a text: what is refused must not be written down at all.
    let isSealed = try register.requireAcceptable(
      new, withContact: contactFrom != nil, as: member)
    let words = OptionWords(isSealed: isSealed, after: names, keeping: draft)
    new.title = try matter.title.map { try words.line($0, option: "--title") } ?? draft?["title"]
    draft?.keep("title", new.title)
    new.wanted =
      try matter.wanted.map { try words.line($0, option: "--wanted") } ?? draft?["wanted"]
    draft?.keep("wanted", new.wanted)
    let composition =
      text.input.isWrittenNow
      ? draft.map {
        Composition(
          draft: $0, purpose: "What was said, in the complainant's words", isSealed: isSealed,
          isTypedHere: text.input.isTypedHere)
      } : nil
    new.text = try text.input.read(composing: composition, sealed: isSealed, besides: words)
    draft?.keep("text", new.text)
    if new.text?.hasWords == false { new.text = nil }
    try requireWords(of: new, composed: composition != nil)
    if asks, matter.consent == nil {
      new.consent =
        try Question.isYes("Does the complainant agree that this is recorded?") ? .yes : .no
    }
    new.contact = try ContactInput(
      source: contactFrom, words: words,
      channels: register.configuration.codes(.channels)
    )
    .read(asking: asks && !person.anonymous && register.canSealContacts, keeping: draft)
    guard let composition else {
      let recorded = try register.enter(new, as: member)
      draft?.discard()
      return recorded
    }
    return try composition.recording(new.text) { text in
      new.text = text
      return try register.enter(new, as: member)
    }
  }

  /// A case without a word of what was said helps nobody; thanks may stand for themselves.
  private func requireWords(of new: NewCase, composed: Bool) throws {
    guard new.category != "thanks", [new.text, new.wanted, new.title].allSatisfy({ $0 == nil })
    else { return }
    if composed { throw Cancelled() }
    throw UsageError(
      message: "the words of the complaint are missing; nothing was recorded",
      hint: "give them with -, with --from FILE, or with --text where they are not sealed")
  }

  private func requiredParts(_ register: Register, _ draft: Draft?) throws -> NewCase {
    let book = register.configuration.codebook
    let languages = register.configuration.settings.languages
    guard Output.canAsk else {
      let missing = [
        matter.category == nil ? "--category" : nil, matter.channel == nil ? "--channel" : nil,
        matter.language == nil && languages.count > 1 ? "--language" : nil,
      ].compactMap { $0 }
      guard missing.isEmpty else {
        throw UsageError(
          message: "missing: " + missing.joined(separator: ", "),
          hint: "for instance: `daftar new --category minor --channel hotline --language "
            + "\(languages.first ?? "en") --text …`")
      }
      return NewCase(
        category: matter.category ?? "", channel: matter.channel ?? "",
        language: matter.language ?? languages.first ?? "en")
    }
    let category =
      try matter.category ?? draft?["category"]
      ?? Question.choice("What is it?", among: book.categories.map(\.name))
    draft?.keep("category", category)
    let channel =
      try matter.channel ?? draft?["channel"]
      ?? Question.choice("How did it arrive?", among: book.labelledCodes(.channels))
    draft?.keep("channel", channel)
    let language =
      try matter.language ?? draft?["language"]
      ?? (languages.count == 1 ? languages[0] : Question.language(among: languages))
    draft?.keep("language", language)
    return NewCase(category: category, channel: channel, language: language)
  }
}

/// What a complaint is about.
struct MatterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The kind: thanks, information, minor, major, protection, conduct …", valueName: "code"))
  var category: String?
  @Option(help: ArgumentHelp("How it arrived: hotline, desk, sms, box, field …", valueName: "code"))
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
      "What it is about: selection, delay, quality …; may be repeated.", valueName: "code"))
  var themes: [String] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "One line that names the matter (default: the text's first words).", valueName: "text"))
  var title: String?
  @Option(help: ArgumentHelp("Day on which it happened.", valueName: "date"))
  var happened: DateWord?
  @Option(help: ArgumentHelp("Where, as in cases/areas.yml.", valueName: "code")) var area: String?
  @Option(help: ArgumentHelp("The unit that it concerns.", valueName: "code")) var unit: String?
  @Option(help: ArgumentHelp("The project that it concerns.", valueName: "code")) var project:
    String?
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
      valueName: "member"))
  var notTo: [String] = []
  @Option(
    name: .customLong("external"), help: ArgumentHelp("Its id in another system.", valueName: "id"))
  var external: String?
  @Option(help: ArgumentHelp("The member who took it (default: who acts).", valueName: "member"))
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
  func apply(to new: inout NewCase, today: CalendarDate, on day: DateWord?) throws {
    new.received = try (received ?? day)?.date(today: today)
    new.themes = themes
    new.happened = try happened?.date(today: today, within: .happened)
    new.concern.area = area
    new.concern.unit = unit
    new.concern.project = project
    new.sensitivity = sensitivity
    new.priority = priority
    new.external = try external.map { try seenLine($0, option: "--external") }
    new.receivedBy = receivedBy
    new.consent = consent ?? .notAsked
    new.isOnBehalf = onBehalf
    new.isNotTold = notTold
    new.isAnswered = answered
    new.isRepeated = isRepeated
  }
}

/// Coded facts for statistics; never who the person is.
struct ComplainantOptions: ParsableArguments {
  @Option(help: ArgumentHelp("female, male, other, unknown.", valueName: "code")) var sex: String?
  @Option(help: ArgumentHelp("0-4, 5-11, 12-17, 18-59, 60+, unknown.", valueName: "band"))
  var age: String?
  @Option(help: ArgumentHelp("yes, no, not-asked.", valueName: "answer")) var disability: String?
  @Option(help: ArgumentHelp("resident, displaced, refugee …", valueName: "code"))
  var residence: String?
  @Option(help: ArgumentHelp("beneficiary, non-beneficiary, staff …", valueName: "code"))
  var relation: String?
  @Flag(help: "The person wants to stay unknown.") var anonymous = false

  /// Takes the options over into a new case.
  func apply(to new: inout NewCase) throws {
    new.complainant[.sex] = sex
    new.complainant[.age] = age?.asciiDigits
    new.complainant[.disability] = disability
    new.complainant[.residence] = residence
    new.complainant[.relation] = relation
    new.complainant[.anonymous] = anonymous ? "yes" : "no"
  }
}
