internal import CaseFormat
package import CaseModel

extension Drafting {
  /// The new case with all that is done at once with its registration.
  package func draft(of new: NewCase, _ registration: Registration) throws -> CaseDraft {
    let isSensitive = registration.sensitivity.isSensitive
    var draft = CaseDraft(
      common: [], opened: nil, folded: Case(registration, registered: today))
    let opening = Step(.register(registration), text: RegistrationRules.narrative(of: new))
    try append(try events(for: opening, after: draft, isSensitive: isSensitive), to: &draft)
    try add(
      RegistrationRules.stepsAtOnce(new, registration, in: configuration), to: &draft,
      isSensitive: isSensitive)
    if isSensitive { try hideRegistration(&draft) }
    return draft
  }
}
