internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// Registers a complaint and all that is done at once with it: acknowledgement, answer, thanks.
  ///
  /// One commit. Throws `Refusal` when a rule is broken, `Diagnostic` or `GitError` when the
  /// register cannot be written.
  package func enter(_ new: NewCase, as member: Team.Member) throws -> Recorded {
    var result: Recorded?
    _ = try commit(as: member, at: clock.now) { head in
      let registration = try registration(of: new, by: member, in: head)
      let draft = try drafting(in: head, as: member, allowing: new.permission)
        .draft(of: new, registration)
      result = Recorded(
        events: draft.events, before: nil, after: draft.folded, warnings: draft.warnings)
      return try change(
        draft,
        path: CasePath.path(of: registration.caseID, layout: configuration.settings.layout))
    }
    guard let result else { throw CaseFault.noCase }
    return result
  }

  /// Throws what ``register(_:as:)`` would throw whatever the text says; says whether the text
  /// will be sealed.
  package func requireAcceptable(
    _ new: NewCase, withContact: Bool, as member: Team.Member
  ) throws -> Bool {
    try requireWritable()
    let head = try head()
    let registration = try registration(of: new, by: member, in: head)
    let theCase = Case(registration, registered: today)
    if theCase.sensitivity.isSensitive {
      _ = try readerPolicy.readers(of: theCase)
      return true
    }
    if withContact { _ = try readerPolicy.readersOfContacts(of: theCase) }
    guard configuration.settings.seal == .everything else { return false }
    _ = try readerPolicy.readersOfTexts(of: theCase)
    return true
  }

  /// Whether somebody could open cases of a sensitive class.
  package func canSeal(_ sensitivity: Sensitivity) -> Bool { readerPolicy.canSeal(sensitivity) }

  /// Whether anybody has a key, so that contact data can be sealed.
  package var canSealContacts: Bool { readerPolicy.canSealContacts }

  private func registration(
    of new: NewCase, by member: Team.Member, in head: ObjectID
  ) throws -> Registration {
    let rules = registrationRules(in: head)
    var registration = try rules.registration(of: new, by: member, as: try freeID(today, in: head))
    guard registration.sensitivity.isSensitive else { return registration }
    registration.byLot = readerPolicy.lot(for: Case(registration, registered: today))
    return registration
  }

  private func registrationRules(in head: ObjectID) -> RegistrationRules {
    RegistrationRules(rules(in: head)) { [self] external in
      try readSummaries().cases.first { $0.external == external }?.id
    }
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
