/// A correction that somebody asked for and that waits for a second person.
///
/// To set a case aside, as a duplicate or not valid, is proposed in the same way: as a new value of
/// `outcome` or `duplicate-of`, which no amendment changes but the step that it stands for.
package struct Proposal: Hashable, Sendable {
  /// The event that made it.
  package let event: EventID
  /// Who asked for it.
  package let by: String
  /// What is to be corrected.
  package let amendment: Amendment
}

extension Amendment {
  /// What a step would set aside, as a proposal says it; nil for a step that sets no case aside.
  package init?(settingAside action: Action, in theCase: Case) {
    switch action {
    case .close(.invalid, _):
      self.init(
        field: "outcome", value: Outcome.invalid.rawValue, was: theCase.outcome?.rawValue ?? "")
    case .close(.duplicate, let other?):
      self.init(
        field: "outcome", value: "\(Outcome.duplicate.rawValue) \(other)",
        was: theCase.outcome?.rawValue ?? "")
    case .link(.duplicateOf, let other):
      self.init(
        field: "duplicate-of", value: other.description, was: theCase.duplicateOf?.description ?? ""
      )
    default: return nil
    }
  }

  /// The step that sets a case aside and for which a proposal stands; nil for any other correction.
  package var settingAside: Action? {
    let words = value.split(separator: " ")
    switch (field, words.first.map(String.init), words.count) {
    case ("outcome", Outcome.invalid.rawValue?, 1): return .close(outcome: .invalid, of: nil)
    case ("outcome", Outcome.duplicate.rawValue?, 2):
      return CaseID(canonical: String(words[1])).map { .close(outcome: .duplicate, of: $0) }
    case ("duplicate-of", _, 1):
      return CaseID(canonical: String(words[0])).map { .link(.duplicateOf, $0) }
    default: return nil
    }
  }
}

extension Case {
  /// Notes who set the case aside, and that nothing waits for it any more.
  ///
  /// What came from another system's log was settled there, also where that log does not say which
  /// case it repeats, or says it as a decision.
  mutating func noteSettingAside(by event: Event, since old: Case) {
    if event.isImported, event.action.setsAside {
      isSetAsideByTwo = true
      return
    }
    guard let said = Amendment(settingAside: event.action, in: old)?.settingAside else { return }
    let isConfirmed = proposals.contains { $0.by != event.by && $0.amendment.settingAside == said }
    isSetAsideByTwo = isConfirmed || (old.isSetAsideByTwo && stillSays(what: old))
    proposals.removeAll { $0.amendment.settingAside != nil }
  }

  /// Whether the case is set aside for the reason that stood before.
  private func stillSays(what old: Case) -> Bool {
    if old.duplicateOf != nil { return duplicateOf == old.duplicateOf && outcome != .invalid }
    // A log that calls a case a duplicate does not say of which; somebody links it later.
    return old.outcome?.setsAside == true && outcome == old.outcome
  }
}

extension Action {
  /// Whether a step ends a case as a duplicate or as not valid, or decides so.
  fileprivate var setsAside: Bool {
    switch self {
    case .close(let outcome?, _), .decide(let outcome, _): outcome.setsAside
    case .link(.duplicateOf, _): true
    default: false
    }
  }
}
