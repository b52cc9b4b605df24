/// Whether the complainant agreed that the complaint is recorded.
package enum Consent: String, Hashable, Sendable, CaseIterable {
  case yes
  case no
  case notAsked = "not-asked"
}

/// On what ground a case is passed to another organisation.
package enum ReferralConsent: String, Hashable, Sendable, CaseIterable {
  case yes
  case no
  /// Life is at risk and the person could not be asked.
  case vitalInterest = "vital-interest"
}

/// For whom a waiting case waits.
package enum WaitingFor: String, Hashable, Sendable, CaseIterable {
  case complainant
  case other
}

/// Why a complainant was not told the result.
package enum Waiver: String, Hashable, Sendable, CaseIterable {
  case anonymous
  case unsafe
  case unreachable
  case declined
  case noAnswerExpected = "no-answer-expected"
}

/// How two cases belong together.
package enum Relation: String, Hashable, Sendable, CaseIterable {
  /// Same person, same matter: one case, counted once.
  case duplicateOf = "duplicate-of"
  /// Different people, one matter: separate cases, each counted.
  case sameIssue = "same-issue"
  /// A later matter that grew out of an earlier case.
  case follows
}

/// Whether the complainant says that the matter was resolved.
package enum Resolved: String, Hashable, Sendable, CaseIterable {
  case yes
  case partly
  case no
}
