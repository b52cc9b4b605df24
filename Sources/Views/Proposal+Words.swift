package import CaseModel

extension Proposal {
  /// The correction that waits for a second person, and who asked for it.
  package var words: String { "\(amendment.field) \(amendment.value) (by \(by))" }
}
