package import CaseModel

/// All that is published of one block, once and for ever: what came in, and what was open at its
/// end.
package struct BlockNumbers: Hashable, Sendable {
  /// The cases that were registered in the block, as they stood on the day of its closing.
  package let flows: PublishedBlock
  /// The cases that were open on the block's last day, by age; nil when they are too few to show.
  package let stock: PublishedBlock?
  /// The day on which the block was closed; of the team's pages the day of the figures.
  package let closedOn: CalendarDate
  /// The plan and the limits under which it was closed: its page is made by them for ever.
  package let plan: PublicationPlan
  /// At which level each planned table is shown.
  package let choices: [TableChoice]
  /// The block's `counts.csv` as it was frozen; empty on the team's pages.
  package let counts: [UInt8]
  /// SHA-256 of ``counts``, lower-case hexadecimal; empty on the team's pages.
  package let digest: String

  /// The block's span of days and its name.
  package var block: Block { flows.block }
  /// The name of the block, such as `2026-Q1`; also that of its folder and address.
  package var period: String { flows.block.period }

  /// Whether its last day had passed on the day of the figures.
  package var isOver: Bool { closedOn >= block.end }
  /// Whether every complaint of it had its fifteen days by then.
  package var isMature: Bool { closedOn - block.end >= ComplaintRule.days }

  /// The rows of the block's `counts.csv`, sorted; those of the stock have its day as period.
  package let rows: [CountRow]

  /// How the block's counts are written.
  package let spelling: CountSpelling

  init(
    flows: PublishedBlock, stock: PublishedBlock?, closedOn: CalendarDate, plan: PublicationPlan,
    choices: [TableChoice], counts: [UInt8], digest: String, spelling: CountSpelling = .newest
  ) {
    self.spelling = spelling
    self.counts = counts
    self.flows = flows
    self.stock = stock
    rows = (flows.rows + (stock?.rows ?? [])).sorted()
    self.closedOn = closedOn
    self.plan = plan
    self.choices = choices
    self.digest = digest
  }

  /// Takes what proofs found safe, and freezes it.
  ///
  /// `digest` computes the SHA-256 of bytes. Throws ``ArchiveProblem`` when a code cannot stand in a
  /// file.
  package init(
    flows: Proof, stock: Proof?, closedOn: CalendarDate, spelling: CountSpelling = .newest,
    digest: ([UInt8]) -> String
  ) throws(ArchiveProblem) {
    let counts = try CountsFile.bytes(
      flows.published.rows + (stock?.published.rows ?? []), as: spelling)
    self.init(
      flows: flows.published, stock: stock?.published, closedOn: closedOn,
      plan: flows.plan, choices: flows.choices, counts: counts, digest: digest(counts),
      spelling: spelling)
  }
}
