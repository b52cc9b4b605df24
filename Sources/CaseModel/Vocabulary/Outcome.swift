/// How a case ended.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
  case upheld
  case partlyUpheld = "partly-upheld"
  case notUpheld = "not-upheld"
  case undetermined
  case answered
  case assisted
  case notEligible = "not-eligible"
  case referred
  case withdrawn
  case unreachable
  case duplicate
  case noted
  case invalid

  /// Whether it says that the case is a second registration of another one, or not valid.
  package var setsAside: Bool { self == .duplicate || self == .invalid }

  /// Whether a decision with this outcome must name a root cause.
  package var needsRootCause: Bool { self == .upheld || self == .partlyUpheld }

  /// Whether this outcome ends a case without a decision: `close --outcome`.
  package var endsWithoutDecision: Bool {
    self == .withdrawn || self == .duplicate || self == .invalid
  }

  /// Whether the short path may close with this outcome, without decision or assignee.
  package var endsShortPath: Bool { self == .answered || self == .noted || self == .referred }
}
