/// Published cells, ready to compute with.
struct PublishedCounts {
  private let value: (CellReference) -> PublishedValue?
  /// Whether the cells are the team's own, of which no share is withheld for being small.
  private let isInternal: Bool

  /// Takes rows, as they were read from files.
  init(_ rows: [CountRow], isInternal: Bool = false) {
    self.isInternal = isInternal
    let values = Dictionary(
      rows.map { (CellReference(period: $0.period, cell: $0.cell), $0.value) },
      // A cell with two different values is one that nobody can rely on.
      uniquingKeysWith: { $0 == $1 ? $0 : .missing })
    value = { values[$0] }
  }

  /// Takes blocks, of which each has a period of its own.
  init(_ blocks: [PublishedBlock], isInternal: Bool = false) {
    self.isInternal = isInternal
    value = { reference in
      blocks.first { $0.block.period == reference.period }?[reference.cell]
    }
  }

  func value(of recipe: DerivedRecipe, plan: PublicationPlan) -> DerivedValue {
    switch recipe {
    case .sum(let cells):
      sum(cells).map { .count($0) } ?? .withheld
    case .share(let part, let complement):
      share(sum(part), sum(complement), least: plan.minDenominator)
    case .medianDays(let periods):
      median(periods, of: [], least: plan.minMedian)
    case .medianDaysOfComplaints(let periods):
      median(periods, of: [(.complaint, "yes")], least: plan.minMedian)
    }
  }

  /// The sum of cells; nil when one is not shown, is listed twice or the sum is too large.
  func sum(_ cells: [CellReference]) -> Int? {
    guard Set(cells).count == cells.count else { return nil }
    var sum = 0
    for cell in cells {
      guard let number = value(cell)?.number, number >= 0 else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(number)
      guard !overflow else { return nil }
      sum = next
    }
    return sum
  }

  private func share(_ part: Int?, _ complement: Int?, least: Int) -> DerivedValue {
    guard let part, let complement else { return .withheld }
    let (whole, overflow) = part.addingReportingOverflow(complement)
    guard !overflow, whole >= (isInternal ? 0 : least) else { return .withheld }
    if whole == 0 { return .noCases }
    guard whole >= 20 else { return .part(part, of: whole) }
    guard let percent = wholePercent(part, of: whole).number else { return .withheld }
    return .percent(percent, of: whole)
  }

  /// The median by rank within its band, as if the cases of a band were spread evenly over it.
  ///
  /// The totals tell the rank, so that only the bands up to the median have to be shown.
  private func median(
    _ periods: [String], of population: [(dimension: Dimension, code: String)], least: Int
  ) -> DerivedValue {
    func count(_ more: [(dimension: Dimension, code: String)]) -> Int? {
      let pairs = population + more
      return CellKey(pairs.map(\.dimension), pairs.map(\.code)).flatMap { cell in
        // Far beyond any register, and safe to add and multiply below.
        sum(periods.map { CellReference(period: $0, cell: cell) }).flatMap {
          $0 <= 1_000_000_000 ? $0 : nil
        }
      }
    }
    guard let all = count([]), let unknown = closedOnUnknownDay(periods, of: population),
      all - unknown >= least
    else { return .withheld }
    let total = all - unknown
    let rank = (total + 1) / 2
    var before = 0
    let bands = CodeBook.closingBands
    for band in bands.dropLast() {
      guard let count = count([(.closing, band.code)]) else { return .withheld }
      if before + count >= rank {
        let length = band.days.upperBound - band.days.lowerBound
        let offset = (2 * (rank - before) * length + count) / (2 * count)
        return .aboutDays(band.days.lowerBound + offset)
      }
      before += count
    }
    return .moreThanDays(bands[bands.count - 1].days.lowerBound - 1)
  }

  /// How many were closed on a day that nobody knows, and have no duration; nil when that is hidden.
  ///
  /// A table has the row only where there is such a case.
  private func closedOnUnknownDay(
    _ periods: [String], of population: [(dimension: Dimension, code: String)]
  ) -> Int? {
    let pairs = population + [(.closing, CodeBook.unknown)]
    guard let cell = CellKey(pairs.map(\.dimension), pairs.map(\.code)) else { return nil }
    let shown = periods.map { CellReference(period: $0, cell: cell) }
      .filter { ![nil, .notApplicable].contains(value($0)) }
    return sum(shown)
  }
}
