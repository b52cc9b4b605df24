package import CaseModel

/// How long a block of time is, in calendar months.
package enum BlockLength: String, Hashable, Sendable, CaseIterable {
  case month, quarter, half, year

  var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }

  /// The name of the period that contains a date: `2026-03`, `2026-Q1`, `2026-S1`, `2026` (SDMX).
  func name(of day: CalendarDate) -> String {
    let year = String(day.monthText.prefix(4))
    let index = (day.parts.month - 1) / months + 1
    return switch self {
    case .month: day.monthText
    case .quarter: year + "-Q\(index)"
    case .half: year + "-S\(index)"
    case .year: year
    }
  }

  func start(of day: CalendarDate) -> CalendarDate {
    let parts = day.parts
    let first = day.adding(days: 1 - parts.dayOfMonth)
    return first.adding(months: -((parts.month - 1) % months))
  }
}

/// A span of calendar periods whose numbers are published once, together, and never restated (R1).
package struct Block: Hashable, Sendable {
  /// The first day of registration.
  package let start: CalendarDate
  /// The last day of registration.
  package let end: CalendarDate
  /// The first day on which the block may be closed: the numbers are those of this day.
  package let closesOn: CalendarDate
  /// The name of the period, such as `2026-Q1` or, merged, `2026-Q1-to-2026-Q2`.
  package let period: String

  /// Makes the block of one period or of several that follow each other.
  ///
  /// - Parameters:
  ///   - day: Any day of the first period.
  ///   - periods: How many periods are merged; at least 1.
  ///   - plan: The plan with the length and the days of grace.
  package init(containing day: CalendarDate, periods: Int = 1, plan: PublicationPlan) {
    let length = plan.blockLength
    let start = length.start(of: day)
    let end = start.adding(months: length.months * max(1, periods)).adding(days: -1)
    self.init(
      start: start, end: end, closesOn: end.adding(days: plan.graceDays), length: length)
  }

  /// Takes a block as it was frozen.
  init(start: CalendarDate, end: CalendarDate, closesOn: CalendarDate, length: BlockLength) {
    self.start = start
    self.end = end
    self.closesOn = closesOn
    let (first, last) = (length.name(of: start), length.name(of: end))
    period = first == last ? first : first + "-to-" + last
  }

  /// Makes the stock at the end of a block: the cases that are open on its last day (R8).
  ///
  /// Its period is that day, `2026-03-31`. It is counted on its own: a case may be closed and opened
  /// again between two days, so that no number of another day bounds it.
  package init(stockOf block: Block) {
    self.init(stockOn: block.end, closesOn: block.closesOn)
  }

  init(stockOn day: CalendarDate, closesOn: CalendarDate? = nil) {
    start = day
    end = day
    self.closesOn = closesOn ?? day
    period = day.description
  }

  /// The year to which the block's levels belong.
  package var year: Int { start.parts.year }

  /// The records that the block counts: registered by its end and not counted by an earlier block.
  ///
  /// Cases that came too late for their own block belong here.
  package func records(of all: [Record], after ledger: PublicationLedger) -> [Record] {
    let counted = ledger.countedRecords
    return all.filter { $0.registered <= end && !counted.contains($0.id) }
  }

  /// Finds the next block that is due for closing.
  ///
  /// A period with fewer than twice the threshold of cases waits for the next one (R1).
  ///
  /// - Parameters:
  ///   - registrations: Id and day of registration of every open or internal case.
  ///   - ledger: The blocks closed so far.
  ///   - plan: The plan.
  ///   - today: The day.
  /// - Returns: The block, or nil when none is due.
  package static func due(
    registrations: [(id: String, registered: CalendarDate)], after ledger: PublicationLedger,
    plan: PublicationPlan, on today: CalendarDate
  ) -> Block? {
    let counted = ledger.countedRecords
    let days = registrations.filter { !counted.contains($0.id) }.map(\.registered)
    let next = ledger.entries.map(\.block.end).max()?.adding(days: 1)
    guard let first = next ?? days.min() else { return nil }
    var periods = 1
    while true {
      let block = Block(containing: first, periods: periods, plan: plan)
      guard block.closesOn <= today else { return nil }
      if days.count(where: { $0 <= block.end }) >= 2 * plan.threshold { return block }
      periods += 1
    }
  }

  /// Whether no day lies between another block's end and this one's beginning.
  package func comesRightAfter(_ other: Block) -> Bool {
    other.end.adding(days: 1) == start
  }
}
