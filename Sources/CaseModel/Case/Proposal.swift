/// A correction that somebody asked for and that waits for a second person.
package struct Proposal: Hashable, Sendable {
  /// The event that made it.
  package let event: EventID
  /// Who asked for it.
  package let by: String
  /// What is to be corrected.
  package let amendment: Amendment
}
