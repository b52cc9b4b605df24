internal import CaseVault
package import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// Registers a complaint and all that is done at once with it: acknowledgement, answer, thanks.
  ///
  /// One commit. Throws `Refusal` when a rule is broken, `Diagnostic` or `GitError` when the
  /// register cannot be written.
  package func register(_ new: NewCase, as member: Team.Member) throws -> Recorded {
    var result: Recorded?
    _ = try commit(as: member, at: clock.now) { head in
      let rules = rules(in: head)
      let registration = try registration(of: new, by: member, rules, in: head)
      let draft = try draft(of: new, registration, as: member, in: head)
      result = Recorded(
        events: draft.events, before: nil, after: draft.file, warnings: draft.warnings)
      return try change(
        draft,
        path: CasePath.path(of: registration.caseID, layout: configuration.settings.layout))
    }
    guard let result else { throw CaseFault.noCase }
    return result
  }

  /// The new case with all that is done at once with its registration.
  private func draft(
    of new: NewCase, _ registration: Registration, as member: Team.Member, in head: ObjectID
  ) throws -> CaseDraft {
    let isSensitive = registration.sensitivity.isSensitive
    var draft = CaseDraft(
      common: [], opened: nil, file: Case(registration, registered: today))
    let opening = Step(.register(registration), text: narrative(of: new))
    try append(
      try events(
        for: opening, after: draft, isSensitive: isSensitive, as: member,
        allowing: new.permission), to: &draft)
    try add(
      try stepsAtOnce(new, registration), to: &draft, isSensitive: isSensitive, as: member,
      allowing: new.permission, in: head)
    if isSensitive { try hideRegistration(&draft, as: member) }
    return draft
  }

  /// Throws what ``register(_:as:)`` would throw whatever the text says; says whether the text
  /// will be sealed.
  package func requireAcceptable(
    _ new: NewCase, withContact: Bool, as member: Team.Member
  ) throws -> Bool {
    try requireWritable()
    let head = try head()
    let registration = try registration(of: new, by: member, rules(in: head), in: head)
    let file = Case(registration, registered: today)
    if file.sensitivity.isSensitive {
      _ = try readerPolicy.readers(of: file)
      return true
    }
    if withContact { _ = try readerPolicy.readersOfContacts(of: file) }
    guard configuration.settings.seal == .everything else { return false }
    _ = try readerPolicy.readersOfTexts(of: file)
    return true
  }

  /// Whether somebody could open cases of a sensitive class.
  package func canSeal(_ sensitivity: Sensitivity) -> Bool {
    let roles = sensitivity == .restricted ? ["focal"] : ["focal", "manager"]
    return configuration.team.members.contains { member in
      member.read != nil && member.isActive(on: today)
        && member.roles.contains(where: roles.contains)
    }
  }

  /// Whether anybody has a key, so that contact data can be sealed.
  package var canSealContacts: Bool {
    configuration.team.members.contains { $0.read != nil && $0.isActive(on: today) }
  }

  private func registration(
    of new: NewCase, by member: Team.Member, _ rules: StepRules, in head: ObjectID
  ) throws -> Registration {
    try rules.require(new.category, in: "categories")
    guard let category = configuration.codebook.category(new.category) else {
      throw CaseFault.noCase
    }
    let sensitivity = max(category.sensitivity, new.sensitivity ?? category.sensitivity)
    if sensitivity.isSensitive {
      try requireNoEnding(new)
    } else if !new.notTo.isEmpty {
      throw Refusal(
        "not-to.sensitive", "--not-to is for confidential and restricted cases",
        hint: "an ordinary case is read by the whole team; raise it with --sensitivity "
          + "confidential, or name who is complained about with --subject")
    }
    try rules.require(new.channel, in: "channels")
    try rules.requireLanguage(new.language)
    let received = new.received ?? today
    try checkDates(received, new.happened)
    if new.subjects.contains(member.id) {
      throw Refusal(
        "subject.barred", "\(member.id) is complained about and may not register it",
        hint: "somebody else has to take this complaint")
    }
    if let external = new.external { try refuseKnown(external) }
    try check(new, rules)
    let themes = new.themes.isEmpty ? ["other"] : new.themes
    var registration = Registration(
      caseID: try freeID(today, in: head), category: new.category, themes: themes,
      sensitivity: sensitivity,
      priority: max(category.priority, new.priority ?? category.priority), channel: new.channel,
      language: new.language, received: received, receivedBy: new.receivedBy ?? member.id,
      due: configuration.targets.due(category: new.category, received: received),
      consent: new.consent, title: title(of: new, category))
    registration.registerID = configuration.settings.registerID
    registration.area = new.area
    registration.unit = new.unit
    registration.project = new.project
    registration.happened = new.happened
    registration.external = new.external
    registration.subjects = new.subjects
    registration.notTo = new.notTo.sorted()
    registration.isOnBehalf = new.isOnBehalf
    registration.isNotTold = new.isNotTold
    registration.isRepeated = new.isRepeated
    registration.complainant = new.complainant
    if registration.complainant["anonymous"] == nil { registration.complainant["anonymous"] = "no" }
    if sensitivity.isSensitive {
      registration.byLot = try readerPolicy.lot(for: Case(registration, registered: today))
    }
    return registration
  }

  /// No sensitive case ends with its registration: every ending needs a second person.
  private func requireNoEnding(_ new: NewCase) throws {
    guard new.isAnswered else { return }
    throw Refusal(
      "close.approved", "every ending of a sensitive case needs a second person's approval",
      hint: "register it without --answered")
  }

  private func refuseKnown(_ external: String) throws {
    guard let known = try readSummaries().cases.first(where: { $0.external == external }) else {
      return
    }
    throw Refusal(
      "external.known", "the id “\(external)” is already in the case \(known.id)",
      hint: "see `daftar show \(known.id)`")
  }

  private func checkDates(_ received: CalendarDate, _ happened: CalendarDate?) throws {
    for (date, bounds) in [(received, DateBounds.recorded), (happened, .happened)] {
      guard let date else { continue }
      let isMeant = FarDates.isMeant(date)
      if let refusal = bounds.refusal(of: date, today: today, isFarMeant: isMeant) { throw refusal }
    }
    if let happened, happened > received {
      throw Refusal(
        "date.happened",
        "it cannot have happened (\(happened)) after it was reported (\(received))",
        hint: "correct --happened or --received")
    }
  }

  private func check(_ new: NewCase, _ rules: StepRules) throws {
    for theme in new.themes { try rules.require(theme, in: "themes") }
    let places = configuration.places
    if let area = new.area { try rules.require(area, among: places.areas.map(\.name), "area") }
    if let unit = new.unit { try rules.require(unit, among: places.units, "unit") }
    if let project = new.project { try rules.require(project, among: places.projects, "project") }
    if let receiver = new.receivedBy, configuration.team.member(receiver) == nil {
      throw UnknownCode.refusal(
        receiver, "member", known: configuration.team.members.map(\.id))
    }
    for subject in new.subjects { try rules.requireSubject(subject) }
    for member in new.notTo where configuration.team.member(member) == nil {
      throw UnknownCode.refusal(member, "member", known: configuration.team.members.map(\.id))
    }
    for (key, value) in new.complainant.pairs {
      if let band = configuration.codebook.bands[key], !band.isEmpty {
        try rules.require(value, among: band, key)
      }
    }
    if new.isAnswered, !ShortPath.categories.contains(new.category) {
      throw Refusal(
        "close.short-path", "--answered is for questions, suggestions, rumours and the like only",
        hint: "register it without --answered; assigned to somebody, it ends with "
          + "`daftar resolve CASE --outcome … --reason … --via …`")
    }
  }

  /// What happens with the registration: the acknowledgement of somebody who stands there, the end
  /// of what needs no work.
  private func stepsAtOnce(_ new: NewCase, _ registration: Registration) throws -> [Step] {
    let on = registration.received
    let isPresent =
      configuration.codebook.channel(new.channel)?.isInPerson ?? false && !new.isNotTold
    var steps: [Step] = []
    if isPresent || new.isAnswered {
      steps.append(Step(.acknowledge(via: new.channel), on: on))
    }
    if new.isAnswered {
      steps.append(Step(.inform(.told(via: new.channel, language: new.language)), on: on))
      steps.append(Step(.close(outcome: .answered, of: nil), on: on))
    } else if new.category == "thanks", !registration.sensitivity.isSensitive {
      steps.append(Step(.inform(.waived(.noAnswerExpected)), on: on))
      steps.append(Step(.close(outcome: .noted, of: nil), on: on))
    }
    if let contact = new.contact { steps.append(Step(.contact, text: contact)) }
    return steps
  }

  private func narrative(of new: NewCase) -> String? {
    var parts: [String] = []
    if let text = new.text, !text.isEmpty { parts.append(text) }
    if let wanted = new.wanted, !wanted.isEmpty { parts.append("**Wanted:** " + wanted) }
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  private func title(of new: NewCase, _ category: Codebook.Category) -> String {
    if let title = new.title, !title.isEmpty { return title }
    if let derived = Title.from(new.text ?? "") { return derived }
    return category.name.labels.text(configuration.settings.languages.first ?? "en")
      ?? new.category
  }

  /// Makes an id that no case has.
  func freeID(_ date: CalendarDate, in head: ObjectID) throws -> CaseID {
    var generator = SystemRandomNumberGenerator()
    let (year, month, _) = date.parts
    for _ in 0..<1_000 {
      guard let id = CaseID.make(year: year % 100, month: month, using: &generator) else { break }
      let path = CasePath.path(of: id, layout: configuration.settings.layout)
      if try repository.blobID(at: path, in: head) == nil { return id }
    }
    throw CaseFault.noCase
  }
}
