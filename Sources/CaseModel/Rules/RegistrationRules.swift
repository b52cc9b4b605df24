internal import Text

/// What is asked of a complaint when it is registered, and what is done at once with it.
package struct RegistrationRules {
  private let steps: StepRules
  /// The case that has an id of another system already.
  private let caseOfExternal: (String) throws -> CaseID?

  package var configuration: Configuration { steps.configuration }
  private var today: CalendarDate { steps.today }

  /// Takes the rules of steps, and a look for the case that an id of another system names.
  package init(_ steps: StepRules, caseOfExternal: @escaping (String) throws -> CaseID?) {
    self.steps = steps
    self.caseOfExternal = caseOfExternal
  }

  /// The registration of a complaint, all guards passed; it leaves nobody out by lot yet.
  ///
  /// Throws a `Refusal` when a rule is broken.
  package func registration(
    of new: NewCase, by member: Team.Member, as id: CaseID
  ) throws -> Registration {
    let category = try category(of: new)
    let sensitivity = max(category.sensitivity, new.sensitivity ?? category.sensitivity)
    if sensitivity.isSensitive {
      try requireNoEnding(new)
    } else if !new.notTo.isEmpty {
      throw Refusal(
        .notToSensitive, "--not-to is for confidential and restricted cases",
        hint: "an ordinary case is read by the whole team; raise it with --sensitivity "
          + "confidential, or name who is complained about with --subject")
    }
    try steps.require(new.channel, in: .channels)
    try steps.requireLanguage(new.language)
    let received = new.received ?? today
    try checkDates(received, new.happened)
    if new.subjects.contains(.member(member.id)) {
      throw Refusal(
        .subjectBarred, "\(member.id) is complained about and may not register it",
        hint: "somebody else has to take this complaint")
    }
    if let external = new.external { try refuseKnown(external) }
    try checkCodes(of: new)
    let themes = new.themes.isEmpty ? ["other"] : new.themes
    var registration = Registration(
      caseID: id, category: new.category, themes: themes,
      sensitivity: sensitivity,
      priority: max(category.priority, new.priority ?? category.priority), channel: new.channel,
      language: new.language, received: received, receivedBy: new.receivedBy ?? member.id,
      due: configuration.targets.due(category: new.category, received: received),
      consent: new.consent, title: title(of: new, category))
    registration.registerID = configuration.settings.registerID
    registration.concern = new.concern
    registration.happened = new.happened
    registration.external = new.external
    registration.subjects = new.subjects
    registration.notTo = new.notTo.sorted()
    registration.isOnBehalf = new.isOnBehalf
    registration.isNotTold = new.isNotTold
    registration.isRepeated = new.isRepeated
    registration.complainant = new.complainant
    if registration.complainant[.anonymous] == nil { registration.complainant[.anonymous] = "no" }
    return registration
  }

  private func category(of new: NewCase) throws -> Codebook.Category {
    guard let category = configuration.codebook.category(new.category) else {
      throw UnknownCode.refusal(
        new.category, .categories, known: configuration.codes(.categories))
    }
    return category
  }

  /// No sensitive case ends with its registration: every ending needs a second person.
  private func requireNoEnding(_ new: NewCase) throws {
    guard new.isAnswered else { return }
    throw Refusal(
      .closeApproved, "every ending of a sensitive case needs a second person's approval",
      hint: "register it without --answered")
  }

  private func refuseKnown(_ external: String) throws {
    guard let known = try caseOfExternal(external) else { return }
    throw Refusal(
      .externalKnown, "the id “\(external)” is already in the case \(known)",
      hint: "see `daftar show \(known)`")
  }

  private func checkDates(_ received: CalendarDate, _ happened: CalendarDate?) throws {
    for (date, bounds) in [(received, DateBounds.recorded), (happened, .happened)] {
      if let date { try steps.require(date, within: bounds) }
    }
    guard let happened else { return }
    try StepRules.require(happened, by: received, hint: "correct --happened or --received")
  }

  private func checkCodes(of new: NewCase) throws {
    for theme in new.themes { try steps.require(theme, in: .themes) }
    for field in Concern.fields {
      if let code = new.concern[field] { try steps.require(code, in: .concern(field)) }
    }
    for member in [new.receivedBy].compactMap(\.self) + new.notTo {
      try steps.require(member, in: .members)
    }
    for subject in new.subjects { try steps.require(subject) }
    for fact in Complainant.Fact.allCases {
      if let code = new.complainant[fact] { try steps.require(code, in: fact.codes) }
    }
    if new.isAnswered, !ShortPath.categories.contains(new.category) {
      throw Refusal(
        .closeShortPath, "--answered is for questions, suggestions, rumours and the like only",
        hint: "register it without --answered; assigned to somebody, it ends with "
          + "`daftar resolve CASE --outcome … --reason … --via …`")
    }
  }
}
