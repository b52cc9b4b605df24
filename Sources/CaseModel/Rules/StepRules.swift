internal import Text

/// The rules that need more than the case: roster, configuration, clock, other cases.
///
/// The fold cannot check them, because it never reads configuration; a writer does, before the
/// step is recorded.
package struct StepRules {
  package let configuration: Configuration
  package let today: CalendarDate
  /// Whether a person said that a day is meant, should its year be a far one.
  let isFarDayMeant: (CalendarDate) -> Bool
  /// Reads another case, as its front matter shows it.
  let otherCase: (CaseID) throws -> CaseStanding?

  /// Takes the configuration in force, the day of recording in the register's zone, and what else is
  /// known: whether a far day is meant, and the other cases.
  package init(
    configuration: Configuration, today: CalendarDate,
    isFarDayMeant: @escaping (CalendarDate) -> Bool,
    otherCase: @escaping (CaseID) throws -> CaseStanding?
  ) {
    self.configuration = configuration
    self.today = today
    self.isFarDayMeant = isFarDayMeant
    self.otherCase = otherCase
  }

  /// Throws a refusal when a step must not be recorded.
  package func check(_ step: Step, by member: Team.Member, in theCase: Case) throws {
    if let on = step.on {
      try require(on, within: .recorded)
      try requireOrder(of: step.action, on: on, in: theCase)
    }
    let date = step.on ?? today
    switch step.action {
    case .acknowledge(let via):
      if let earlier = theCase.acknowledged {
        throw Refusal(
          .acknowledgeOnce, "it was acknowledged already on \(earlier)", hint: "nothing to do")
      }
      try require(via, in: .channels)
    case .assign(.member(let id)):
      try requireActive(id)
      try requireReader(id, of: theCase)
    case .assign(.unit(let unit)): try checkUnit(unit, by: member, in: theCase)
    case .start: try checkStart(by: member, theCase)
    case .decide(_, let cause?): try require(cause, in: .rootCauses)
    case .inform(.told(let via, let language)):
      try require(via, in: .channels)
      // The case's own language passes, whatever an older program let in.
      if language != theCase.language { try requireLanguage(language) }
    case .inform(.tried(let via)): try require(via, in: .channels)
    case .approve: try requireReading(by: member, theCase)
    case .close(let outcome, let other):
      if outcome == .duplicate, let other { try checkOther(other, isDuplicate: true, of: theCase) }
      try requireSecondPerson(step.action, by: member, theCase)
    case .object: try checkObjectionWindow(date, by: member, theCase)
    case .reopen(let due):
      try require(due, within: deadline(of: theCase))
      try checkReopening(date, due: due, theCase)
    case .extend(let due):
      try require(due, within: deadline(of: theCase))
      try checkExtension(due, on: date, theCase)
    case .wait(_, let until), .hold(let until): try require(until, within: .limited)
    case .promise(.made(let until)), .promise(.moved(_, let until)):
      try require(until, within: .planned)
      guard until < date else { break }
      throw Refusal(
        .promiseUntil, "the day promised (\(until)) has passed already",
        hint: "give today or a later day")
    case .amend(let amendment):
      try check(amendment, by: member, theCase)
      try requireSecondPerson(amendment, by: member, theCase)
    case .propose(.made(let amendment)): try checkProposal(amendment, by: member, theCase)
    case .propose(.rejected(let proposal)): try checkRejection(of: proposal, by: member, theCase)
    case .link(let relation, let other):
      try checkOther(other, isDuplicate: relation == .duplicateOf, of: theCase)
      try requireSecondPerson(step.action, by: member, theCase)
    case .refer(let organisation, _):
      try require(organisation, in: .partners)
    default: break
    }
  }

  /// Throws unless a code stands in a list; of bands that a register does not list, any may be given.
  package func require(_ code: String, in list: CodeList) throws {
    let known = configuration.codes(list)
    if case .band = list, known.isEmpty { return }
    guard !known.contains(code) else { return }
    throw UnknownCode.refusal(code, list, known: known)
  }

  /// Throws unless a member is on the roster today.
  package func requireActive(_ id: String) throws {
    guard let member = configuration.team.member(id) else {
      throw UnknownCode.refusal(id, .members, known: configuration.codes(.members))
    }
    guard member.isActive(on: today) else {
      throw Refusal(
        .teamInactive, "\(id) is not on the team today (\(today))",
        hint: "choose somebody else, or correct the dates in cases/team.yml")
    }
  }

  /// Throws unless a member may read a sensitive case that is to be theirs, and has a key for it.
  private func requireReader(_ id: String, of theCase: Case) throws {
    guard theCase.sensitivity.isSensitive, let member = configuration.team.member(id) else {
      return
    }
    if theCase.leavesOut(id) {
      throw Refusal(
        .assignNotTo, "\(id) was left out of this case", hint: "assign it to somebody else")
    }
    guard theCase.sensitivity != .restricted || member.has(.readRestricted) else {
      throw Refusal(
        .assignRestricted, "only focal points read restricted cases, and \(id) is none",
        hint: "assign it to a focal point")
    }
    guard member.read != nil else {
      throw Refusal(
        .assignNoKey, "\(id) has no key, so the case could not be opened",
        hint: "\(id) makes one first: `daftar key new`, then `daftar member key set \(id) age1…`")
    }
  }

  /// Throws unless a member may read a sensitive case whose ending they approve.
  ///
  /// Somebody else's key on the same computer opens it for them; two readers answer for an ending.
  private func requireReading(by member: Team.Member, _ theCase: Case) throws(Refusal) {
    guard theCase.sensitivity.isSensitive, !member.mayRead(theCase) else { return }
    throw Refusal(
      .approveReader, "\(member.id) does not read this case, and its ending needs a second reader",
      hint: "a manager or focal point who may read it approves it; restricted cases are read by "
        + "focal points")
  }

  /// Throws unless a date can be meant, as far as its year goes.
  package func require(_ date: CalendarDate, within bounds: DateBounds) throws {
    let isMeant = isFarDayMeant(date)
    if let refusal = bounds.refusal(of: date, today: today, isFarMeant: isMeant) { throw refusal }
  }

  /// Throws unless a text is a language of the register, or a code that names a language.
  package func requireLanguage(_ tag: String) throws {
    guard !configuration.settings.takes(language: tag) else { return }
    throw LanguageCode.refusal(tag)
  }

  /// Throws unless a subject is a member or a unit of the register.
  package func require(_ subject: Subject) throws {
    switch subject {
    case .member(let id): try require(id, in: .members)
    case .unit(let code): try require(code, in: .concern(.unit))
    }
  }

  /// Never the unit complained about, unless there is no other one and a manager says why.
  private func checkUnit(_ unit: String, by member: Team.Member, in theCase: Case) throws {
    try require(unit, in: .concern(.unit))
    guard theCase.subjects.contains(.unit(unit)), !member.has(.override) else { return }
    throw Refusal(
      .assignSubjectUnit, "the unit \(unit) is complained about in this case",
      hint: "assign it elsewhere; if there is no other unit, a manager says why with --reason")
  }

  private func checkStart(by member: Team.Member, _ theCase: Case) throws {
    guard theCase.assignee == nil, let unit = theCase.unit, theCase.state == .assigned else {
      return
    }
    guard !member.units.contains(unit), !member.has(.override) else { return }
    throw Refusal(
      .startUnit,
      "the case is assigned to the unit \(unit), to which \(member.id) does not belong",
      hint: "assign it to yourself first: `daftar assign CASE \(member.id)`")
  }

  private func checkObjectionWindow(
    _ date: CalendarDate, by member: Team.Member, _ theCase: Case
  ) throws {
    guard let answered = theCase.informed ?? theCase.closed,
      date - answered > WayForward.daysToObject,
      !member.has(.override)
    else { return }
    throw Refusal(
      .objectWindow, "the complainant was answered on \(answered), more than 30 days ago",
      hint: "a manager can accept a late objection, with a reason")
  }

  func check(_ amendment: Amendment, by member: Team.Member, _ theCase: Case) throws {
    guard let column = CaseColumn(amendment.field) else { return }
    let value = amendment.value
    try requireCodes(value, of: column)
    switch column {
    case .field(.category):
      let least = configuration.codebook.category(value)?.sensitivity ?? .restricted
      guard least > theCase.sensitivity, least.isSensitive else { break }
      throw Refusal(
        .amendCategory, "cases of the kind \(value) are \(least.rawValue)",
        hint: "raise it first: `daftar raise CASE --sensitivity \(least.rawValue)`")
    case .field(.language): try requireLanguage(value)
    case .field(.unit): if !value.isEmpty { try checkUnit(value, by: member, in: theCase) }
    case .field(.due): try checkDue(value, by: member, theCase)
    case .field(.sensitivity):
      guard let new = Sensitivity(rawValue: value) else { break }
      try checkSealing(new, theCase)
      guard new < theCase.sensitivity, !member.has(.override) else { break }
      throw Refusal(
        .amendSensitivity, "only a manager lowers the sensitivity", hint: "ask a manager to do it"
      )
    case .field(.received), .field(.happened):
      guard let date = CalendarDate(value) else { break }
      try require(date, within: column == .field(.happened) ? .happened : .recorded)
      try requireOrder(of: date, as: column, theCase)
    case .field(.priority):
      guard let new = Priority(rawValue: value), new < theCase.priority, !member.has(.override)
      else { break }
      throw Refusal(
        .amendPriority, "only a manager lowers the priority", hint: "ask a manager to do it")
    default: break
    }
  }

  /// Throws unless a value holds codes that the field's list has; one that may be missing, none.
  private func requireCodes(_ value: String, of column: CaseColumn) throws {
    let items = value.split(separator: ",").map { String($0.drop { $0 == " " }) }
    switch column {
    case .field(.themes): for theme in items { try require(theme, in: .themes) }
    case .field(.subjects): for subject in items { try require(Subject(subject)) }
    default:
      // What no case can hold is refused when it is set, in words of its own.
      guard let list = column.codes, !value.isEmpty, list.isConfigured || column.isPrivate else {
        return
      }
      try require(value, in: list)
    }
  }

  /// Sealed once, sealed for ever; and what becomes sensitive is raised, which seals it.
  private func checkSealing(_ new: Sensitivity, _ theCase: Case) throws {
    if theCase.sensitivity.isSensitive, !new.isSensitive {
      throw Refusal(
        .amendSealed, "a sealed case stays sealed",
        hint: "register the matter anew as an ordinary case if it proves to be one")
    }
    guard !theCase.sensitivity.isSensitive, new.isSensitive else { return }
    throw Refusal(
      .amendSensitivity, "a case becomes \(new.rawValue) by raising it",
      hint: "use `daftar raise CASE --sensitivity \(new.rawValue)`")
  }

  func checkOther(_ id: CaseID, isDuplicate: Bool, of theCase: Case) throws {
    guard id != theCase.id else { return }
    guard let other = try otherCase(id) else {
      throw Refusal(
        .linkMissing, "there is no case \(id) here", hint: "find it with `daftar list`")
    }
    if other.stub != nil, !theCase.sensitivity.isSensitive {
      throw Refusal(
        .linkSensitive, "a link from here would tell everybody something about \(id)",
        hint: "link the other way round, from the sensitive case")
    }
    guard isDuplicate, let original = other.ordinary?.duplicateOf else { return }
    throw Refusal(
      .linkDuplicate, "\(id) is itself a duplicate of \(original)",
      hint: "name the case that it repeats")
  }
}
