internal import Text
internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Vocabulary
internal import Terminal

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
        daftar new --category conduct --channel hotline --language ar \\
          --from call.md --contact-from -
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
    let draft =
      try Output.canAsk
      ? Drafts(of: register, for: member).offered(for: "new", bringingWords: bringsWords) : nil
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

  /// Whether words of the complaint stand on the command line or in a file that it names.
  private var bringsWords: Bool {
    !text.input.isWrittenNow
      || [matter.title, matter.wanted, contactFrom].contains { $0 != nil && $0 != "-" }
  }

  /// Reads and asks what is needed, and registers it; what is typed is kept in the draft.
  private func registering(
    with draft: Draft?, in register: Register, as member: Team.Member
  ) throws -> Recorded {
    let isDialogue = Output.canAsk && (matter.category == nil || matter.channel == nil)
    let dialogue = NewCaseDialogue(register: register, draft: draft, matter: matter, person: person)
    var new = try requiredParts(register, dialogue)
    try matter.apply(to: &new, in: register.configuration, today: register.today, on: acting.day)
    try person.apply(to: &new, in: register.configuration)
    if isDialogue { try dialogue.askMatter(of: &new) }
    new.permission = try acting.permission.map { try reason($0, option: "--allow") }
    // Names may come from standard input too: who is complained about stands in no list of processes.
    let names = OptionWords(isSealed: false)
    new.subjects = try subjects(names, register.configuration)
    new.notTo = try matter.notTo.flatMap { try names.list($0, option: "--not-to") }
      .map { try register.configuration.code(meant: $0, in: .members) }
    draft?.takeOverReaders(of: &new)
    // Before anybody writes a text: what is refused must not be written down at all.
    let isSealed = try register.requireAcceptable(
      new, withContact: contactFrom != nil, as: member)
    let goesOn = try draft?.keepsReaders(of: new, isSealed: isSealed, in: register.configuration)
    guard goesOn != false else { throw Cancelled() }
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
    if isDialogue { try dialogue.askPerson(of: &new) }
    if Output.canAsk { try dialogue.askConsent(of: &new) }
    new.contact = try contact(dialogue, isDialogue, words)
    if isDialogue { try dialogue.confirm(&new, composition, as: member) }
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

  /// How to reach the person: as given, or asked on a terminal unless the person wants to stay unknown.
  private func contact(
    _ dialogue: NewCaseDialogue, _ isDialogue: Bool, _ words: OptionWords
  ) throws -> String? {
    let input = ContactInput(
      source: contactFrom, words: words,
      channels: dialogue.register.configuration.codes(.channels))
    let isAsked =
      try Output.canAsk && contactFrom == nil && !person.anonymous
      && dialogue.wantsContact(isDialogue: isDialogue)
    return try input.read(asking: isAsked, keeping: dialogue.draft)
  }

  private func subjects(
    _ names: OptionWords, _ configuration: Configuration
  ) throws -> [Subject] {
    try matter.subjects.flatMap { try names.list($0, option: "--subject") }.map { word in
      let subject = Subject(word)
      switch subject {
      case .member(let id): return .member(try configuration.code(meant: id, in: .members))
      case .unit(let code): return .unit(try configuration.code(meant: code, in: .concern(.unit)))
      }
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

  private func requiredParts(
    _ register: Register, _ dialogue: NewCaseDialogue
  ) throws -> NewCase {
    let languages = register.configuration.settings.languages
    if Output.canAsk { return try dialogue.askRequired() }
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
}
