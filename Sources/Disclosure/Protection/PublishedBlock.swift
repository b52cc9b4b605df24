package import CaseModel

/// The numbers of one closed block as the public may see them.
///
/// Only a passed proof makes one, so that a raw count cannot reach a page.
package struct PublishedBlock: Hashable, Sendable {
  /// The block.
  package let block: Block
  /// Names of the dimensions of every published table, totals included, sorted.
  package let tables: [[Dimension]]
  private let cells: [CellKey: PublishedValue]
  /// The cells of each table, sorted.
  private let keys: [[Dimension]: [CellKey]]

  fileprivate init(block: Block, tables: [[Dimension]], cells: [CellKey: PublishedValue]) {
    self.block = block
    self.tables = tables
    self.cells = cells
    keys = Dictionary(grouping: cells.keys.sorted(), by: \.dimensions)
  }

  /// Counts records as they are, for the pages of the team: nothing is hidden, nothing is proved.
  ///
  /// Only a ``Publication`` that is marked as internal holds such numbers.
  init(
    internal block: Block, records: [Record], tables: [[Dimension]], plan: PublicationPlan,
    book: CodeBook
  ) {
    let choices = tables.map { TableChoice(planned: $0, level: $0) }
    let recount = Recount(
      draft: ProtectedDraft(block: block, choices: choices, hidden: [], certificates: []),
      records: records, plan: plan, book: book)
    self.init(block: block, tables: recount.tables, cells: recount.shownCells)
  }

  /// The value of a cell; nil when no published table has it.
  package subscript(cell: CellKey) -> PublishedValue? { cells[cell] }

  /// The cells of a table in the order of their codes.
  package func cells(of table: [Dimension]) -> [(cell: CellKey, value: PublishedValue)] {
    (keys[table.sorted()] ?? []).compactMap { key in cells[key].map { (key, $0) } }
  }

  /// The rows of `counts.csv`, sorted.
  package var rows: [CountRow] {
    cells.map { CountRow(period: block.period, cell: $0.key, value: $0.value) }.sorted()
  }
}

/// A block whose publication was found safe, with what is known of each hidden count.
///
/// The spans enclose the true counts and stay private.
package struct Proof: Sendable {
  /// The numbers that may be shown.
  package let published: PublishedBlock
  /// For every hidden cell the lowest and the highest count of all worlds.
  package let spans: [CellKey: ClosedRange<Int>]
  let choices: [TableChoice]
  let plan: PublicationPlan
  let rules: RulesVersion
  let records: Set<String>

  /// Counts a draft again, world by world, and refuses it when anything is not safe (R6 a to d).
  ///
  /// Nothing of the code that made the draft is used. To count a closed block again, give the
  /// records kept with it and the ledger of the blocks before it.
  ///
  /// - Parameters:
  ///   - draft: What is proposed.
  ///   - records: The block's records, as on the day of its closing.
  ///   - plan: The plan.
  ///   - book: The codes of the register.
  ///   - rules: The rules under which the block is or was closed.
  ///   - ledger: The blocks closed earlier.
  ///   - today: The day of publication.
  /// - Returns: The numbers that may be shown.
  /// - Throws: Everything that is wrong.
  package static func check(
    _ draft: ProtectedDraft, records: [Record], plan: PublicationPlan, book: CodeBook,
    rules: RulesVersion = .newest, earlier ledger: PublicationLedger, on today: CalendarDate
  ) throws(ProofFailure) -> Proof {
    let recount = Recount(draft: draft, records: records, plan: plan, book: book, rules: rules)
    let verdict = recount.verdict
    let findings =
      TimeRules(
        draft: draft, records: records, plan: plan, rules: rules, ledger: ledger, today: today
      ).findings + verdict.findings
    guard findings.isEmpty else { throw ProofFailure(findings) }
    let block = PublishedBlock(
      block: draft.block, tables: recount.tables, cells: recount.shownCells)
    return Proof(
      published: block, spans: verdict.spans, choices: draft.choices, plan: plan, rules: rules,
      records: Set(records.map(\.id)))
  }
}
