package import CaseModel

/// The block that comes after the closed ones, whether it may be closed or not.
package struct NextBlock: Hashable, Sendable {
  /// The block, with the periods before it that were too small to be closed alone.
  package let block: Block
  /// Whether it may be closed today.
  package let isDue: Bool
  /// What is over, has too few cases for a block of its own and waits to be merged; nil without any.
  package let waiting: Waiting?

  /// Periods that are over and are not closed alone.
  package struct Waiting: Hashable, Sendable {
    /// The name of their span.
    package let period: String
    /// How many cases they have.
    package let cases: Int
    /// How many a block needs.
    package let least: Int
  }

  /// Finds the block that comes next; nil before the first case.
  ///
  /// A period with fewer than twice the threshold of cases waits for the next one (R1).
  ///
  /// - Parameters:
  ///   - registrations: Id and day of registration of every open or internal case.
  ///   - ledger: The blocks closed so far.
  ///   - plan: The plan.
  ///   - today: The day.
  package init?(
    registrations: [(id: String, registered: CalendarDate)], after ledger: PublicationLedger,
    plan: PublicationPlan, on today: CalendarDate
  ) {
    let counted = ledger.countedRecords
    let days = registrations.filter { !counted.contains($0.id) }.map(\.registered)
    let last = ledger.entries.map(\.block.end).max()
    guard let first = last?.adding(days: 1) ?? days.min() else { return nil }
    let least = 2 * plan.threshold
    var waiting: Waiting?
    var periods = 1
    while true {
      let block = Block(containing: first, periods: periods, after: last, plan: plan)
      let cases = days.count { $0 <= block.end }
      let isOver = block.closesOn <= today
      guard isOver, cases < least else {
        (self.block, isDue, self.waiting) = (block, isOver, waiting)
        return
      }
      waiting = Waiting(period: block.period, cases: cases, least: least)
      periods += 1
    }
  }
}

extension Block {
  /// The block that may be closed on a day; nil when none is due.
  package static func due(
    registrations: [(id: String, registered: CalendarDate)], after ledger: PublicationLedger,
    plan: PublicationPlan, on today: CalendarDate
  ) -> Block? {
    let next = NextBlock(registrations: registrations, after: ledger, plan: plan, on: today)
    return next.flatMap { $0.isDue ? $0.block : nil }
  }
}
