/// Who may read a case, in rising strictness.
package enum Sensitivity: String, Hashable, Sendable, CaseIterable, Comparable {
  case open
  case `internal`
  case confidential
  case restricted

  /// Whether the text must be sealed and every ending approved by a second person.
  package var isSensitive: Bool { self >= .confidential }

  package static func < (left: Sensitivity, right: Sensitivity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .open: 0
    case .internal: 1
    case .confidential: 2
    case .restricted: 3
    }
  }
}
