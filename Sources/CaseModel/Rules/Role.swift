internal import Text

/// What somebody of the team is there for; one person may have several roles.
package enum Role: String, Sendable, Hashable, CaseIterable {
  /// Takes complaints.
  case intake
  /// Works on cases.
  case handler
  /// Answers for the team.
  case manager
  /// Answers for safeguarding, and reads restricted cases.
  case focal
  /// Looks at objections.
  case reviewer
  /// Checks a sample of cases.
  case qa
  /// Closes blocks and publishes.
  case publisher
  /// Watches over personal data.
  case privacy
  /// Checks the history from outside.
  case auditor
  /// Looks after settings and keys.
  case admin
  /// Learns.
  case trainee
}

extension Role {
  /// What was meant by a text that is no role.
  package static func hint(for text: String) -> String {
    let known = allCases.map(\.rawValue)
    return nearest(to: text, among: known).map { "did you mean “\($0)”?" }
      ?? "roles: " + known.joined(separator: ", ")
  }
}
