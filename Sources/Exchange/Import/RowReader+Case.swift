internal import ContactData
internal import PersonalData
internal import CaseFormat
internal import CaseModel
internal import CaseVault
internal import Register
internal import Text

/// From the facts of a row to a case with its history.
extension RowReader {
  /// Makes the case; nil when a fact is missing or two contradict each other, which is then among
  /// the problems.
  func importedCase(_ facts: inout Facts, external: String) -> ImportedCase? {
    guard !facts.isMisaligned else { return nil }
    let category = value(.category, &facts)
    let channel = value(.channel, &facts)
    let language = value(.language, &facts)
    guard let received = facts.dates[.received] else {
      if !facts.problems.contains(where: { $0.column == name(.received) }) {
        refuse(.received, &facts, "the date of receipt is missing", "fill it in")
      }
      return nil
    }
    checkDates(received.date, &facts)
    let sensitivity = self.sensitivity(category, &facts)
    let steps = steps(received.date, channel: channel, language: language, &facts)
    guard facts.problems.isEmpty, let category, let channel, let language,
      let kind = configuration.codebook.category(category), let id = newID(received.date)
    else { return nil }

    let narrative = facts.narrative.joined(separator: "\n\n")
    let priority = facts.codes[.priority] ?? map.defaults[.priority]?.code
    let themes = facts.themes.isEmpty ? [map.defaults[.theme]?.code ?? "other"] : facts.themes
    var registration = Registration(
      caseID: id, category: category, themes: themes,
      sensitivity: sensitivity,
      priority: max(kind.priority, priority.flatMap(Priority.init) ?? kind.priority),
      channel: channel, language: language, received: received.date, receivedBy: receivedBy,
      due: configuration.targets.due(category: category, received: received.date),
      consent: value(.consent, &facts).flatMap(Consent.init) ?? .notAsked,
      title: facts.title ?? derivedTitle(narrative) ?? label(of: kind))
    for field in Concern.fields {
      registration.concern[field] = ImportField(rawValue: field.name).flatMap { value($0, &facts) }
    }
    registration.receivedAt = received.moment
    registration.happened = facts.dates[.happened]?.date
    registration.isRepeated = facts.codes[.isRepeated] == "yes"
    for fact in Complainant.Fact.allCases {
      registration.complainant[fact] = ImportField(rawValue: fact.rawValue).flatMap {
        facts.codes[$0]
      }
    }
    registration.external = external
    registration.importDigest = digest(of: facts)
    let texts = (narrative.isEmpty ? [] : [narrative]) + facts.labelled
    var new = ImportedCase(
      registration, text: texts.isEmpty ? nil : texts.joined(separator: "\n\n"), steps: steps)
    let contact = ContactRecord(
      columns: facts.personal, channels: configuration.codes(.channels))
    if !contact.isEmpty { new.contact = onLines(contact.text) }
    return new
  }

  /// The row's own sensitivity, never below its category's; somebody must be able to open it.
  private func sensitivity(_ category: String?, _ facts: inout Facts) -> Sensitivity {
    let least = category.flatMap(configuration.codebook.category)?.sensitivity ?? .internal
    let own = value(.sensitivity, &facts).flatMap(Sensitivity.init)
    let sensitivity = max(least, own ?? least)
    if sensitivity.isSensitive, !sealable.contains(sensitivity) {
      refuse(
        own == sensitivity ? .sensitivity : .category, &facts,
        "the case would be \(sensitivity.rawValue), and nobody who may read it has a key",
        "a focal point makes one first (`daftar key new`, `daftar member key set MEMBER age1…`), or "
          + "leave the row out and keep it with the focal point")
    }
    return sensitivity
  }

  /// The record without the line end that a text of a register does not have.
  private func onLines(_ text: String) -> String {
    String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))
  }

  /// A digest of what the columns say and the register stores; private values have no part in it.
  func digest(of facts: Facts) -> String {
    Digest.ofText(JSONValue.object(facts.stored).canonical)
  }

  /// The row's own code of a field, else the map's; a field that every case has must have one.
  private func value(_ field: ImportField, _ facts: inout Facts) -> String? {
    if let code = facts.codes[field] ?? map.defaults[field]?.code { return code }
    let isRequired = field == .category || field == .channel || field == .language
    if isRequired, !facts.problems.contains(where: { $0.column == name(field) }) {
      refuse(
        field, &facts, "the \(field.rawValue) is missing",
        "fill it in, or add “defaults: {\(field.rawValue): CODE}” to \(mapPath)")
    }
    return nil
  }

  private func checkDates(_ received: CalendarDate, _ facts: inout Facts) {
    for field in ImportField.allCases {
      guard let date = facts.dates[field]?.date else { continue }
      if date > today {
        refuse(field, &facts, "\(date) lies in the future", "correct the date")
      }
      switch field {
      case .received: continue
      case .happened where date > received:
        refuse(
          field, &facts, "happened \(date) lies after received \(received)",
          "correct one of the two dates")
      case .acknowledged where date < received, .assigned where date < received,
        .decided where date < received, .informed where date < received,
        .closed where date < received:
        refuse(
          field, &facts, "\(field.rawValue) \(date) lies before received \(received)",
          "correct one of the two dates")
      default: continue
      }
    }
    checkClosing(&facts)
  }

  /// Nothing but a late acknowledgement can follow the closing.
  private func checkClosing(_ facts: inout Facts) {
    guard let closed = facts.dates[.closed]?.date else { return }
    for field in [ImportField.assigned, .decided, .informed] {
      guard let date = facts.dates[field]?.date, date > closed else { continue }
      refuse(
        .closed, &facts, "closed \(closed) lies before \(field.rawValue) \(date)",
        "correct one of the two dates")
    }
  }

  private func steps(
    _ received: CalendarDate, channel: String?, language: String?, _ facts: inout Facts
  ) -> [Step] {
    var steps: [Step] = []
    if let date = facts.dates[.acknowledged]?.date, let channel {
      steps.append(Step(.acknowledge(via: channel), on: date))
    }
    if let date = facts.dates[.assigned]?.date {
      if let member = facts.codes[.assignee] {
        steps.append(Step(.assign(.member(member)), on: date))
      } else if let unit = value(.unit, &facts) {
        steps.append(Step(.assign(.unit(unit)), on: date))
      } else {
        refuse(
          .assigned, &facts, "assigned \(date), but to nobody",
          "name the member or the unit, or remove the date")
      }
    } else if let member = facts.codes[.assignee] {
      // The list says who has the case and not since when: since it came in.
      steps.append(Step(.assign(.member(member)), on: received))
    }
    steps += endingSteps(channel: channel, language: language, &facts)
    return answered(steps, facts)
  }

  /// The steps with what was answered or done: the text of the decision, else of what tells the
  /// complainant or ends the case, else a note.
  private func answered(_ steps: [Step], _ facts: Facts) -> [Step] {
    guard !facts.answers.isEmpty else { return steps }
    var steps = steps
    let answer = facts.answers.joined(separator: "\n\n")
    if let place = steps.firstIndex(where: \.action.mayAnswer) {
      steps[place].text = answer
    } else {
      steps.append(Step(.note, text: answer))
    }
    return steps
  }

  private func endingSteps(
    channel: String?, language: String?, _ facts: inout Facts
  ) -> [Step] {
    let decided = facts.dates[.decided]?.date
    let closed = facts.dates[.closed]?.date
    let own = facts.codes[.outcome]
    let isClosed = facts.codes[.state] == "closed"
    if facts.codes[.state] == "open", let closed {
      refuse(
        .state, &facts, "it is open, and there is a date of closing (\(closed))",
        "correct one of the two")
    }
    if own != nil, decided == nil, closed == nil, !isClosed {
      refuse(
        .outcome, &facts, "there is an outcome without a date of decision or closing",
        "fill in the date, or map the value to \"\" in \(mapPath)")
    }
    let outcome = (own ?? map.defaults[.outcome]?.code).flatMap(Outcome.init) ?? .undetermined
    var steps: [Step] = []
    if let decided { steps.append(Step(.decide(outcome, rootCause: nil), on: decided)) }
    if let date = facts.dates[.informed]?.date, let channel, let language {
      steps.append(Step(.inform(.told(via: channel, language: language)), on: date))
    }
    if closed != nil || isClosed {
      var step = Step(.close(outcome: decided == nil ? outcome : nil, of: nil), on: closed)
      step.isDayUnknown = closed == nil
      steps.append(step)
    }
    return steps
  }

  /// The beginning of the narrative, unless it holds personal data: titles stand in lists and in
  /// messages of commits, where nobody expects them.
  private func derivedTitle(_ narrative: String) -> String? {
    guard let title = Title.from(narrative) else { return nil }
    let isCut = title.hasSuffix("…") && !narrative.contains(title)
    guard let place = narrative.firstRange(of: isCut ? String(title.dropLast()) : title) else {
      return nil
    }
    // The cut may go through a number, so that only the words behind it tell what it is.
    let reach =
      narrative.index(place.upperBound, offsetBy: 80, limitedBy: narrative.endIndex)
      ?? narrative.endIndex
    let end = narrative.unicodeScalars.distance(
      from: narrative.startIndex, to: place.upperBound)
    let findings = PersonalDataPattern.findings(in: String(narrative[..<reach]))
    return findings.contains { $0.range.lowerBound <= end } ? nil : title
  }

  private func label(of kind: Codebook.Category) -> String {
    kind.name.labels.text(configuration.settings.languages.first ?? "en") ?? kind.name.code
  }

  private func newID(_ received: CalendarDate) -> CaseID? {
    var generator = SystemRandomNumberGenerator()
    let (year, month, _) = received.parts
    return CaseID.make(year: year % 100, month: month, using: &generator)
  }

  /// The column that fills a field, as messages name it.
  func name(_ field: ImportField) -> String {
    map.columns(for: field).first?.name ?? field.rawValue
  }

  private func refuse(
    _ field: ImportField, _ facts: inout Facts, _ reason: String, _ remedy: String
  ) {
    facts.problems.append(
      RefusedRow(row: facts.row, column: name(field), reason: reason, remedy: remedy))
  }
}

extension Action {
  /// Whether the text of such a step is an answer.
  fileprivate var mayAnswer: Bool {
    switch self {
    case .decide, .inform, .close: true
    default: false
    }
  }
}
