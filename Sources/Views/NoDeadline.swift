package import CaseModel

/// What is said in place of a deadline: an inquiry of a kind without one must never be hurried, and
/// has a longest time all the same.
package enum NoDeadline {
  /// The words for a case of a kind with these limits.
  package static func words(for theCase: Case, _ limits: Targets.Limits) -> String {
    let longest = limits.longest.map {
      ", \($0) days at most: until \(theCase.received.adding(days: $0))"
    }
    return "no day to close by" + (longest ?? "")
  }
}
