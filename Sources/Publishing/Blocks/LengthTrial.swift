package import CaseModel
package import Disclosure
internal import Text

/// What a block of each length would show of the cases that a register has: a trial in memory.
package struct LengthTrial {
  /// One length, tried on its newest period, when that is over and the register has all of it.
  package struct Showing {
    /// The length of the block.
    package let length: BlockLength
    /// The name of the period.
    package let period: String
    /// How many cases it has.
    package let cases: Int
    /// How many tables of the plan it would show as they are planned, and how many there are.
    package let whole: Int
    package let tables: Int
    /// How many counts it would have, and how many of these would not be shown.
    package let counts: Int
    package let hidden: Int
  }

  /// The lengths that are tried.
  package static let lengths = [BlockLength.quarter, .half, .year]

  /// How many cases come in a year, by those of the last twelve months.
  package let casesAYear: Int
  /// What each length would show; those are missing that have no whole period with enough cases yet.
  package let showings: [Showing]

  /// The lengths that have no whole period with enough cases yet.
  package var untried: [BlockLength] {
    Self.lengths.filter { length in !showings.contains { $0.length == length } }
  }

  /// The length that fits the number of cases.
  package var proposed: BlockLength { .proposed(forCasesAYear: casesAYear) }

  /// Tries all lengths; nil while the register is too young to tell how many cases come in a year.
  package init?(_ numbers: RegisterNumbers, on today: CalendarDate) throws {
    guard let year = Self.casesAYear(numbers.registrations.map(\.registered), on: today) else {
      return nil
    }
    casesAYear = year
    let records = numbers.records(asOf: today)
    showings = try Self.lengths.compactMap { length in
      try Self.showing(of: length, records, numbers, on: today)
    }
  }

  /// A month is the least from which a year can be told.
  private static func casesAYear(_ days: [CalendarDate], on today: CalendarDate) -> Int? {
    guard let first = days.min(), today - first >= 28 else { return nil }
    let span = min(365, today - first + 1)
    return days.count { $0 <= today && today - $0 < span } * 365 / span
  }

  /// Whether a register began before a period or, at the latest, in its first tenth: three months must not
  /// stand for a year.
  private static func hasAll(of block: Block, _ numbers: RegisterNumbers) -> Bool {
    guard let first = numbers.registrations.map(\.registered).min() else { return false }
    return 10 * (first - block.start) <= block.end - block.start
  }

  private static func showing(
    of length: BlockLength, _ records: [Record], _ numbers: RegisterNumbers,
    on today: CalendarDate
  ) throws -> Showing? {
    let plan = try numbers.plan(withBlocksOf: length)
    let running = Block(containing: today, plan: plan)
    let block = Block(containing: running.start.adding(days: -1), plan: plan)
    guard hasAll(of: block, numbers) else { return nil }
    let counted = records.filter { $0.registered >= block.start && $0.registered <= block.end }
    guard counted.count >= 2 * plan.threshold else { return nil }
    var generator = SeededGenerator(seed: 1)
    let draft = Protector.protect(
      block, records: counted, plan: plan, book: numbers.book, choices: plan.choices,
      using: &generator)
    // A trial that cannot be proved is none.
    let proof = try? Proof.check(
      draft, records: counted, plan: plan, book: numbers.book, earlier: PublicationLedger(),
      on: block.closesOn)
    guard let shown = proof?.published else { return nil }
    let values = shown.tables.flatMap { shown.cells(of: $0).map(\.value) }
      .filter { $0 != .notApplicable }
    return Showing(
      length: length, period: block.period, cases: counted.count,
      whole: draft.choices.count { $0.published == [$0.planned] }, tables: plan.tables.count,
      counts: values.count, hidden: values.count { $0 == .hidden })
  }
}
