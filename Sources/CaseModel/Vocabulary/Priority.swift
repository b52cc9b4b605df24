/// How soon a case needs its first action, in rising urgency.
package enum Priority: String, Hashable, Sendable, CaseIterable, Comparable {
  case low
  case normal
  case high
  case critical

  package static func < (left: Priority, right: Priority) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .normal: 1
    case .high: 2
    case .critical: 3
    }
  }
}
