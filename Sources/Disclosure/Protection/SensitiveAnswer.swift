extension Dimension {
  /// The dimensions that say what a person wanted, thinks or got: everybody of a row in one cell of them
  /// tells it of each (R3).
  ///
  /// How fast cases were closed is not among them. It speaks of the organisation, which answers for it
  /// in public, also when all were late or all in time.
  package static let sensitive: Set<Dimension> = [
    .category, .complaint, .group, .outcome, .satisfied,
  ]

  /// Those that the first version of the rules knew.
  static let sensitiveAtFirst: Set<Dimension> = [.category, .group, .outcome]

  /// The codes under which a person gave no answer: whoever is known to have given one is not there.
  private var silentCodes: Set<String> {
    switch self {
    case .outcome: [CodeBook.unknown, CodeBook.open]
    case .satisfied: [CodeBook.unknown, CodeBook.notAsked]
    default: [CodeBook.unknown]
    }
  }

  /// What a code tells of a person; nil for no answer, and for every code of other dimensions.
  func answer(_ code: String) -> String? {
    Self.sensitive.contains(self) && !silentCodes.contains(code) ? code : nil
  }
}
