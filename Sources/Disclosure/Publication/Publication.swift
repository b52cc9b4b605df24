package import CaseModel

/// Everything that one build of the site may show.
///
/// Only this module can make one: whoever holds a `Publication` holds numbers that a proof found safe
/// or, where it says so, numbers for the team alone.
package struct Publication: Hashable, Sendable {
  /// What the organisation calls itself, its languages, its codes and its targets.
  package struct Context: Hashable, Sendable {
    /// The name of the register, by language tag.
    package let name: [String: String]
    /// Language tags, the default one first.
    package let languages: [String]
    /// Names of codes: dimension (`group`, `region`, `channel` …), then code, then language tag.
    package let labels: [String: [String: [String: String]]]
    /// Targets in per cent, by figure id (`K05`).
    package let targets: [String: Int]
    /// The targets that were in force when a period was closed, by its name.
    private let targetsAtClosing: [String: [String: Int]]
    /// The limits for answers, beside which promises are held.
    package let limits: AnswerLimits

    /// Takes the words of a register.
    package init(
      name: [String: String], languages: [String], labels: [String: [String: [String: String]]],
      targets: [String: Int], targetsAtClosing: [String: [String: Int]] = [:],
      limits: AnswerLimits = AnswerLimits()
    ) {
      self.limits = limits
      self.name = name
      self.languages = languages
      self.labels = labels
      self.targets = targets
      self.targetsAtClosing = targetsAtClosing
    }

    /// The targets by which a period is judged: those in force when it was closed, else those of today.
    package func targets(of period: String) -> [String: Int] {
      targetsAtClosing[period] ?? targets
    }
  }

  /// Names, languages, labels and targets.
  package let context: Context
  /// The plan of the newest block or, before the first one, of what comes; each block has its own.
  package let plan: PublicationPlan
  /// The day from which the block after the newest one may be published; nil before the first block, and on
  /// the team's pages.
  package let nextClosing: CalendarDate?
  /// The blocks, oldest first; none before the first one is closed.
  package let blocks: [BlockNumbers]
  /// The one line of sensitive cases of each year that is over, oldest first.
  package let sensitiveYears: [SensitiveYear]
  /// The figures of the team's pages by period, as of its last day that is over; none on public pages.
  ///
  /// The last period always has a page, so that its figures are those of the day itself.
  package let teamFigures: [String: [TeamFigure]]
  /// Whether the numbers are for the team only: every count as it is, not safe to publish.
  package let isInternal: Bool

  /// Takes blocks that were found safe; `upcoming` is the plan of the block that comes next, where it is
  /// another one than that of the newest.
  package init(
    _ context: Context, plan: PublicationPlan, upcoming: PublicationPlan? = nil,
    blocks: [BlockNumbers], sensitiveYears: [SensitiveYear]
  ) {
    self.context = context
    self.plan = plan
    self.blocks = blocks.sorted { $0.block.start < $1.block.start }
    nextClosing = self.blocks.last.map { newest in
      Block(
        containing: newest.block.end.adding(days: 1), after: newest.block.end,
        plan: upcoming ?? plan
      ).closesOn
    }
    self.sensitiveYears = sensitiveYears.sorted { $0.year < $1.year }
    teamFigures = [:]
    isInternal = false
  }

  /// Counts all cases as they are, period by period, for the pages of the team; a period in which
  /// nothing came in and nothing waited has no page, unless it is the one of the day.
  ///
  /// - Parameters:
  ///   - context: Names, languages, labels and targets.
  ///   - plan: The plan: its tables are shown, each at its finest level.
  ///   - records: Every case that the team may count, as on the day.
  ///   - open: The cases that were open on the last day of a period, by that day.
  ///   - book: The codes of the register.
  ///   - day: The day of the figures; the period that holds it is the last one, not over yet.
  ///   - figures: The figures of a day, as the terminal shows them.
  package init(
    internal context: Context, plan: PublicationPlan, records: [Record],
    open: (CalendarDate) -> [Record], book: CodeBook, asOf day: CalendarDate,
    figures: (CalendarDate) -> [TeamFigure]
  ) {
    var blocks: [BlockNumbers] = []
    var teamFigures: [String: [TeamFigure]] = [:]
    var next = records.map(\.registered).min()
    while let first = next, first <= day {
      let block = Block(containing: first, plan: plan)
      let counted = records.filter { $0.registered >= block.start && $0.registered <= block.end }
      next = block.end.adding(days: 1)
      let stockDay = min(block.end, day)
      let waiting = open(stockDay)
      // A clock that was once wrong leaves decades without a case. The day's own period is shown whatever
      // it holds: the page names the day, and figures of an earlier one under it would mislead.
      if counted.isEmpty, waiting.isEmpty, block.end < day { continue }
      teamFigures[block.period] = figures(stockDay)
      let stock = PublishedBlock(
        internal: Block(stockOn: stockDay), records: waiting, tables: [[.ageing]],
        plan: plan, book: book)
      blocks.append(
        BlockNumbers(
          flows: PublishedBlock(
            internal: block, records: counted, tables: plan.tables, plan: plan, book: book),
          stock: stock, closedOn: day, plan: plan, choices: plan.choices, counts: [], digest: ""))
    }
    self.context = context
    self.plan = plan
    self.blocks = blocks
    nextClosing = nil
    sensitiveYears = []
    self.teamFigures = teamFigures
    isInternal = true
  }

  /// Computes what pages state again from the published files alone (R6 e), each number under the
  /// limits of the block on whose page it stands.
  package func wrong(_ numbers: [DerivedNumber], rows: [CountRow]) -> [ProofFinding] {
    let stated = Dictionary(grouping: numbers, by: \.period)
    let counts = PublishedCounts(rows, isInternal: isInternal)
    return stated.sorted { $0.key < $1.key }.flatMap { period, numbers in
      guard let block = blocks.first(where: { $0.period == period }) else {
        return numbers.map {
          ProofFinding.wrongDerived(
            $0.name, stated: $0.value.description, computed: "no block \(period)")
        }
      }
      return DerivedNumber.check(numbers, counts, plan: block.plan)
    }
  }

  /// The name of a code in the first language that has one; nil when nobody named it.
  package func labelInAnyLanguage(dimension: String, code: String) -> String? {
    let labels = context.labels[dimension]?[code] ?? [:]
    return context.languages.lazy.compactMap { labels[$0] }.first
      ?? labels.min { $0.key < $1.key }?.value
  }

  /// The name of a code in a language, when the register has one.
  package func label(dimension: String, code: String, language: String) -> String? {
    context.labels[dimension]?[code]?[language]
  }
}
