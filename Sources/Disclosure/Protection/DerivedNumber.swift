/// A cell of a published block.
package struct CellReference: Hashable, Sendable {
  /// The name of the block's period.
  package let period: String
  /// The cell.
  package let cell: CellKey

  /// Names a cell of a block.
  package init(period: String, cell: CellKey) {
    self.period = period
    self.cell = cell
  }
}

/// How a number is computed from published cells, and from nothing else (R7).
package enum DerivedRecipe: Hashable, Sendable {
  /// The sum of cells.
  case sum([CellReference])
  /// The share that cells have of themselves and their complement.
  case share(of: [CellReference], complement: [CellReference])
  /// The median of days to closing of all cases over the blocks' `closing` tables, open cases last.
  case medianDays(periods: [String])
  /// The same of complaints, over the blocks' `closing` by `complaint` tables.
  case medianDaysOfComplaints(periods: [String])
}

/// What a recipe gives.
package enum DerivedValue: Hashable, Sendable, CustomStringConvertible {
  /// A sum.
  case count(Int)
  /// A whole percentage, halves up, of a denominator of 20 or more.
  case percent(Int, of: Int)
  /// The share of a small denominator, to be said in words: "7 of 12".
  case part(Int, of: Int)
  /// "About 6 days".
  case aboutDays(Int)
  /// Days that were counted case by case: on the team's pages only.
  case days(Int)
  /// There is no case to compute from: on the team's pages only.
  case noCases
  /// The median lies beyond this number of days.
  case moreThanDays(Int)
  /// A cell is hidden or missing, or there are too few cases.
  case withheld

  package var description: String {
    switch self {
    case .count(let count): "\(count)"
    case .percent(let percent, let whole): "\(percent) % of \(whole)"
    case .part(let part, let whole): "\(part) of \(whole)"
    case .aboutDays(let days): "about \(days) days"
    case .days(let days): "\(days) days"
    case .noCases: "no cases"
    case .moreThanDays(let days): "more than \(days) days"
    case .withheld: "withheld"
    }
  }
}

/// A number on a page beside the cells: its recipe and the value that the page states.
package struct DerivedNumber: Hashable, Sendable {
  /// The name under which pages show it.
  package let name: String
  /// The block whose limits it keeps, for it stands on the page of that block.
  package let period: String
  /// How it is computed.
  package let recipe: DerivedRecipe
  /// The value that is stated.
  package let value: DerivedValue

  /// Takes a number that a page states, to be checked.
  package init(
    name: String, of period: String, recipe: DerivedRecipe, stated value: DerivedValue
  ) {
    self.name = name
    self.period = period
    self.recipe = recipe
    self.value = value
  }

  /// Computes a number from published blocks; on the team's pages from as few cases as there are.
  package init(
    name: String, of period: String, recipe: DerivedRecipe, from blocks: [PublishedBlock],
    plan: PublicationPlan, isInternal: Bool = false
  ) {
    self.name = name
    self.period = period
    self.recipe = recipe
    value = PublishedCounts(blocks, isInternal: isInternal).value(of: recipe, plan: plan)
  }

  /// Numerator and denominator of a share that is stated, from the cells that are published; nil for
  /// anything else.
  package func ratio(in blocks: [PublishedBlock]) -> Ratio? {
    guard value != .withheld, case .share(let part, let complement) = recipe else { return nil }
    let counts = PublishedCounts(blocks)
    guard let part = counts.sum(part), let rest = counts.sum(complement) else { return nil }
    return Ratio(part: part, whole: part + rest)
  }

  /// Computes numbers again from the published files alone (R6 e).
  ///
  /// - Parameters:
  ///   - numbers: What pages state.
  ///   - rows: The rows, read from the published files alone.
  ///   - plan: The plan with the smallest denominators.
  ///   - isInternal: Whether the pages are the team's, where no denominator is too small.
  /// - Returns: The numbers that are not what the rows give.
  package static func check(
    _ numbers: [DerivedNumber], rows: [CountRow], plan: PublicationPlan, isInternal: Bool = false
  ) -> [ProofFinding] {
    check(numbers, PublishedCounts(rows, isInternal: isInternal), plan: plan)
  }

  /// The same with counts that many blocks' numbers are held against.
  static func check(
    _ numbers: [DerivedNumber], _ counts: PublishedCounts, plan: PublicationPlan
  ) -> [ProofFinding] {
    numbers.compactMap { number in
      let computed = counts.value(of: number.recipe, plan: plan)
      guard computed != number.value else { return nil }
      return .wrongDerived(
        number.name, stated: number.value.description, computed: computed.description)
    }
  }
}
