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

  /// The length that fits a number of cases a year: about eighty cases in a block, for with fewer most
  /// tables show too little to be worth reading.
  package static func proposed(forCasesAYear cases: Int) -> BlockLength {
    cases >= 300 ? .quarter : cases >= 160 ? .half : .year
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

  /// The name of a span of whole months: of its periods or, where it does not begin and end with one, of
  /// the longest shorter ones that do.
  func name(from start: CalendarDate, to end: CalendarDate) -> String {
    let next = end.adding(days: 1)
    let fitting = Self.allCases.filter { length in
      length.months <= months && length.start(of: start) == start && length.start(of: next) == next
    }
    let length = fitting.max { $0.months < $1.months } ?? self
    let (first, last) = (length.name(of: start), length.name(of: end))
    return first == last ? first : first + "-to-" + last
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
  /// A block never holds a day that is counted already: where the length of blocks was changed inside
  /// a period, the first block of the new length is the rest of that period.
  ///
  /// - Parameters:
  ///   - day: Any day of the first period.
  ///   - periods: How many periods are merged; at least 1.
  ///   - counted: The last day that a closed block counts; nil before the first one.
  ///   - plan: The plan with the length and the days of grace.
  package init(
    containing day: CalendarDate, periods: Int = 1, after counted: CalendarDate? = nil,
    plan: PublicationPlan
  ) {
    let length = plan.blockLength
    let start = length.start(of: day)
    let end = start.adding(months: length.months * max(1, periods)).adding(days: -1)
    self.init(
      start: counted.map { max(start, $0.adding(days: 1)) } ?? start, end: end,
      closesOn: end.adding(days: plan.graceDays), length: length)
  }

  /// Takes a block as it was frozen.
  init(start: CalendarDate, end: CalendarDate, closesOn: CalendarDate, length: BlockLength) {
    self.start = start
    self.end = end
    self.closesOn = closesOn
    period = length.name(from: start, to: end)
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

  /// Whether no day lies between another block's end and this one's beginning.
  package func comesRightAfter(_ other: Block) -> Bool {
    other.end.adding(days: 1) == start
  }
}
