import Disclosure

/// How a block shows a table that the plan lists.
enum TableStatus: Equatable {
  case whole([Dimension])
  /// Shown at a coarser level than planned.
  case coarser([Dimension])
  /// Only the totals of each dimension are shown.
  case totalsOnly([Dimension])
  case leftOut
  case notPlanned
}

extension BlockFacts {
  /// How the first planned table that fits is shown; each family is a dimension in all its levels.
  func status(_ families: [[Dimension]]) -> TableStatus {
    let choice = block.choices.first { choice in
      choice.planned.count == families.count
        && families.allSatisfy { family in choice.planned.contains { family.contains($0) } }
    }
    guard let choice else { return .notPlanned }
    return Self.status(choice)
  }

  static func status(_ choice: TableChoice) -> TableStatus {
    if choice.published.isEmpty { return .leftOut }
    if !choice.published.contains(choice.level) {
      return .totalsOnly(choice.published.flatMap(\.self).sorted())
    }
    return choice.level == choice.planned ? .whole(choice.level) : .coarser(choice.level)
  }

  /// The finest level of a dimension that is shown on its own, if any is.
  func shownLevel(_ family: [Dimension]) -> Dimension? {
    family.first { isShown([$0]) }
  }

  /// Whether the plan has a dimension at any level, so that its absence needs a word.
  func isPlanned(_ family: [Dimension]) -> Bool {
    plan.tables.contains { $0.contains { family.contains($0) } }
  }
}

extension [Dimension] {
  static let kinds: [Dimension] = [.category, .group]
  static let places: [Dimension] = [.district, .region]
  static let ages: [Dimension] = [.age, .adult]
}
