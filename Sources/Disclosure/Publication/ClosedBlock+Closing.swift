package import CaseModel
internal import Text

/// What a block is made of on the day of its closing.
package struct BlockContents: Sendable {
  /// The cases registered by the end of the block that no closed block counts.
  package let records: [Record]
  /// The cases that were open on its last day.
  package let open: [Record]
  /// The codes of the register.
  package let book: CodeBook
  /// The lines of sensitive cases that are due.
  package let sensitiveYears: [SensitiveYear]

  /// Takes the contents.
  package init(
    records: [Record], open: [Record], book: CodeBook, sensitiveYears: [SensitiveYear]
  ) {
    self.records = records
    self.open = open
    self.book = book
    self.sensitiveYears = sensitiveYears
  }
}

extension ClosedBlock {
  /// Chooses what a block hides; nothing is proved yet.
  ///
  /// `seed` is a number that nobody else can guess, for this block alone. Throws `PlanProblem` for a
  /// plan that is weaker than the minimum.
  package static func closing(
    _ block: Block, contents: BlockContents, plan: PublicationPlan, after ledger: PublicationLedger,
    on day: CalendarDate, seed: UInt64
  ) throws(PlanProblem) -> ClosedBlock {
    var generator = SeededGenerator(seed: seed)
    let contents = linked(contents, plan)
    let flows = Protector.protect(
      block, records: contents.records, plan: plan, book: contents.book,
      choices: ledger.choices(in: block.year, plan: plan), using: &generator)
    return ClosedBlock(
      flows: Part(draft: flows, records: contents.records),
      stock: try stock(block, contents, plan, &generator), plan: plan, rules: .newest,
      book: contents.book, closedOn: day, seed: seed, sensitiveYears: contents.sensitiveYears)
  }

  /// The contents with each case's age in its record and its ending in that of the stock.
  ///
  /// A case that was open at the end of the block and is closed now took longer than it was old: what
  /// is shown of one binds the other, and a world must keep to it. A stock that is not shown binds
  /// nothing, and is left out.
  private static func linked(
    _ contents: BlockContents, _ plan: PublicationPlan
  ) -> BlockContents {
    guard isShown(contents.open, plan) else {
      return BlockContents(
        records: contents.records, open: [], book: contents.book,
        sensitiveYears: contents.sensitiveYears)
    }
    let ages = Dictionary(contents.open.map { ($0.id, $0[.ageing]) }) { first, _ in first }
    let own = Dictionary(contents.records.map { ($0.id, $0) }) { first, _ in first }
    return BlockContents(
      records: contents.records.map { record in
        var record = record
        if let age = ages[record.id] { record[.ageing] = age }
        return record
      },
      open: contents.open.map { record in
        var record = record
        if let ended = own[record.id] {
          record[.closing] = ended[.closing]
          record[.outcome] = ended[.outcome]
        }
        return record
      }, book: contents.book, sensitiveYears: contents.sensitiveYears)
  }

  /// Whether open cases are so many that their number points to nobody.
  private static func isShown(_ open: [Record], _ plan: PublicationPlan) -> Bool {
    let persons = Set(open.enumerated().map { $1.complainant ?? "#\($0)" })
    return persons.count >= 2 * plan.threshold
  }

  /// The stock, unless it is so small that its total would point to persons.
  private static func stock(
    _ block: Block, _ contents: BlockContents, _ plan: PublicationPlan,
    _ generator: inout SeededGenerator
  ) throws(PlanProblem) -> Part? {
    guard isShown(contents.open, plan) else { return nil }
    let stockPlan = try stockPlan(plan)
    let draft = Protector.protect(
      Block(stockOf: block), records: contents.open, plan: stockPlan, book: contents.book,
      choices: stockPlan.choices, using: &generator)
    return Part(draft: draft, records: contents.open)
  }
}
