package import CaseModel

/// What was recorded: the events, and the case before and after them.
package struct Recorded: Sendable {
  /// The events, in order.
  package let events: [Event]
  /// The case before.
  package let before: Case?
  /// The case after.
  package let after: Case
  /// What the person should know although nothing was refused.
  package let warnings: [String]
}
