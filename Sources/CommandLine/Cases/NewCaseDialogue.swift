internal import CaseModel
internal import Register
internal import Text
internal import Vocabulary
internal import Terminal

/// The questions of `daftar new` on a terminal, and the look at the whole before it is recorded.
struct NewCaseDialogue {
  let register: Register
  let draft: Draft?
  /// What the options said, which is not asked.
  let matter: MatterOptions
  let person: ComplainantOptions

  private var configuration: Configuration { register.configuration }

  /// Asks what every case must have.
  func askRequired() throws -> NewCase {
    let languages = configuration.settings.languages
    let category = try matter.category ?? kept("category") { try ask(.category) }
    let channel = try matter.channel ?? kept("channel") { try ask(.channel) }
    let language =
      try matter.language
      ?? kept("language") {
        languages.count == 1 ? languages[0] : try Question.language(among: languages)
      }
    return NewCase(category: category ?? "", channel: channel ?? "", language: language ?? "")
  }

  /// Asks what it is about and where, before the words are written.
  func askMatter(of new: inout NewCase) throws {
    if new.themes.isEmpty {
      new.themes = [try kept("theme") { try ask(.theme) }].compactMap(\.self)
    }
    if new.concern.area == nil { new.concern.area = try kept("area") { try ask(.area) } }
  }

  /// Asks about the complainant, after the complaint and never as a condition.
  func askPerson(of new: inout NewCase) throws {
    for (name, fact, item) in [("sex", Complainant.Fact.sex, Item.sex), ("age", .age, .age)]
    where new.complainant[fact] == nil {
      new.complainant[fact] = try kept(name) { try ask(item) }
    }
  }

  /// Asks for the consent, unless an option told it.
  func askConsent(of new: inout NewCase) throws {
    guard matter.consent == nil else { return }
    let answer = try kept("consent") { try ask(.consent) }
    new.consent = answer.flatMap(Consent.init) ?? .notAsked
  }

  /// Whether contact data is asked for: step by step in a dialogue, else only if it is wanted.
  func wantsContact(isDialogue: Bool) throws -> Bool {
    guard register.canSealContacts else {
      Output.note("How to reach the person is not asked: nobody has a key yet to seal it to.")
      return false
    }
    return try isDialogue || draft?["contact"] != nil
      || Question.isYes("Record how the person can be reached? It is sealed.")
  }

  /// Shows what will be recorded until the person says that it is right.
  ///
  /// Whatever is named instead is asked once more. Throws `Cancelled` when it is not to be recorded.
  func confirm(
    _ new: inout NewCase, _ composition: Composition?, as member: Team.Member
  ) throws {
    while true {
      Output.note("This will be recorded:")
      for (name, value) in summary(of: new) { Output.note("  \(name): \(value)") }
      let answer = try Question.line("Is this right? (y, n, or what to correct) ")
      if let said = Question.yesOrNo(answer) {
        guard said else { throw Cancelled() }
        return
      }
      guard !answer.isEmpty else { continue }
      try correct(answer.lowercased(), &new, composition, as: member)
    }
  }

  private func correct(
    _ name: String, _ new: inout NewCase, _ composition: Composition?, as member: Team.Member
  ) throws {
    if name == "text", let composition {
      new.text = try composition.write()
      return
    }
    guard let item = Item(rawValue: name) else {
      let names = Item.allCases.map(\.rawValue) + (composition == nil ? [] : ["text"])
      let near = nearest(to: name, among: names).map { "did you mean \($0)?" }
      Output.note(near ?? "type y, n, or one of: " + names.joined(separator: ", "))
      return
    }
    var corrected = new
    let value = try ask(item)
    set(item, to: value, in: &corrected)
    do {
      let isSealed = try register.requireAcceptable(
        corrected, withContact: new.contact != nil, as: member)
      let goesOn = try draft?.keepsReaders(of: corrected, isSealed: isSealed, in: configuration)
      guard goesOn != false else { return }
    } catch let refusal as Refusal {
      // What cannot be recorded is not taken over.
      Output.note("\(refusal.message); \(refusal.hint)")
      return
    }
    new = corrected
    draft?.keep(item.rawValue, value)
  }

  private func set(_ item: Item, to value: String?, in new: inout NewCase) {
    switch item {
    case .category: new.category = value ?? new.category
    case .channel: new.channel = value ?? new.channel
    case .language: new.language = value ?? new.language
    case .theme: new.themes = [value].compactMap(\.self)
    case .area: new.concern.area = value
    case .sex: new.complainant[.sex] = value
    case .age: new.complainant[.age] = value
    case .consent: new.consent = value.flatMap(Consent.init) ?? .notAsked
    }
  }

  private func summary(of new: NewCase) -> [(String, String)] {
    let coded: [(String, CodeList, String?)] = [
      ("category", .categories, new.category), ("channel", .channels, new.channel),
      ("theme", .themes, new.themes.first), ("area", .concern(.area), new.concern.area),
      ("sex", .band(.sex), new.complainant[.sex]), ("age", .band(.age), new.complainant[.age]),
    ]
    let codes = coded.map { name, list, code in
      (name, code.map { named($0, list) } ?? "–")
    }
    let received = new.received ?? register.today
    return codes + [
      ("language", new.language), ("received", received.description),
      ("consent", new.consent.rawValue),
      ("contact", new.contact == nil ? "none" : "sealed"),
      (
        "text", new.text.map { "\($0.split(whereSeparator: \.isWhitespace).count) words" } ?? "none"
      ),
    ]
  }

  private func named(_ code: String, _ list: CodeList) -> String {
    let language = configuration.settings.languages.first ?? "en"
    let name = configuration.named(list).first { $0.code == code }?.labels.text(language)
    return name.map { $0 == code ? code : "\(code) (\($0))" } ?? code
  }

  /// What the draft kept, else the answer, which the draft then keeps; an answer that was empty is not
  /// asked again.
  private func kept(_ name: String, _ ask: () throws -> String?) throws -> String? {
    if let known = draft?.answer(name) { return known.isEmpty ? nil : known }
    let answer = try ask()
    draft?.keep(name, answer ?? "")
    return answer
  }

  /// What is asked, by the name under which it is corrected.
  private enum Item: String, CaseIterable {
    case category, channel, language, theme, area, sex, age, consent
  }

  private func ask(_ item: Item) throws -> String? {
    func code(_ words: String, _ list: CodeList, _ isOptional: Bool) throws -> String? {
      try CodeQuestion(
        words: words, list: list, configuration: configuration, isOptional: isOptional
      ).ask()
    }
    switch item {
    case .category: return try code("What is it?", .categories, false)
    case .channel: return try code("How did it arrive?", .channels, false)
    case .language: return try Question.language(among: configuration.settings.languages)
    case .theme: return try code("What is it about?", .themes, true)
    case .area: return try code("Where was it?", .concern(.area), true)
    case .sex: return try code("The complainant's sex?", .band(.sex), true)
    case .age: return try code("The complainant's age, in years or as a band?", .band(.age), true)
    case .consent:
      return try Question.isYesIfAsked("Does the complainant agree that this is recorded?")
        .map { $0 ? "yes" : "no" }
    }
  }
}
