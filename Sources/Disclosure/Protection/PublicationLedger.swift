package import CaseModel

/// The closed blocks: what was published, once and for ever.
///
/// The ledger names cases and therefore stays private.
package struct PublicationLedger: Hashable, Sendable {
  /// One closed block.
  package struct Entry: Hashable, Sendable {
    /// The block.
    package let block: Block
    /// The day on which it was closed.
    package let closedOn: CalendarDate
    /// The level of each planned table.
    package let choices: [TableChoice]
    /// The threshold under which it was published.
    package let threshold: Int
    /// The width that its hidden counts keep.
    package let width: Int
    /// The rules under which it was closed.
    package let rules: RulesVersion
    /// The ids of the records that it counts.
    package let records: Set<String>
    /// A digest of the published files, computed by the caller.
    package let digest: String

    /// Makes an entry as it was read from a file.
    package init(
      block: Block, closedOn: CalendarDate, choices: [TableChoice], threshold: Int, width: Int,
      rules: RulesVersion = .newest, records: Set<String>, digest: String
    ) {
      self.block = block
      self.closedOn = closedOn
      self.choices = choices
      self.threshold = threshold
      self.width = width
      self.rules = rules
      self.records = records
      self.digest = digest
    }
  }

  /// The entries, oldest block first.
  package let entries: [Entry]
  /// The ids of all records that a closed block counts.
  package let countedRecords: Set<String>

  /// Makes a ledger from entries read from a file, or an empty one.
  package init(_ entries: [Entry] = []) {
    self.entries = entries.sorted { $0.block.start < $1.block.start }
    countedRecords = entries.reduce(into: []) { $0.formUnion($1.records) }
  }

  private init(entries: [Entry], countedRecords: Set<String>) {
    self.entries = entries
    self.countedRecords = countedRecords
  }

  /// The ledger with one more entry, that of a later block, as it claims to be.
  package func adding(_ entry: Entry) -> PublicationLedger {
    PublicationLedger(
      entries: entries + [entry], countedRecords: countedRecords.union(entry.records))
  }

  /// Every table of the plan, whole, at the level of a year: never finer than recorded.
  package func choices(in year: Int, plan: PublicationPlan) -> [TableChoice] {
    plan.choices.map { choice in
      level(of: choice.planned, in: year).map {
        TableChoice(planned: choice.planned, level: $0)
      } ?? choice
    }
  }

  /// The level of a planned table that the last closed block of a year has; nil for a new table.
  func level(of planned: [Dimension], in year: Int) -> [Dimension]? {
    entries.last { $0.block.year == year }?.choices.first { $0.planned == planned }?.level
  }

  /// The limits of a plan that are weaker than those of the last closed block: no block is closed with
  /// them.
  package func weakened(by plan: PublicationPlan) -> [ProofFinding] {
    guard let last = entries.last else { return [] }
    return [
      ("threshold", plan.threshold, last.threshold), ("width", plan.width, last.width),
    ].filter { $0.1 < $0.2 }.map { .weakerThanBefore(key: $0.0, now: $0.1, before: $0.2) }
  }

  /// The ledger with one more closed block.
  ///
  /// - Throws: ``ProofFailure`` when the block, or a part of it, was closed before.
  package func closing(
    _ proof: Proof, on day: CalendarDate, digest: String
  ) throws(ProofFailure) -> PublicationLedger {
    let block = proof.published.block
    if let finding = restatement(of: block) { throw ProofFailure([finding]) }
    guard day >= block.closesOn else {
      throw ProofFailure([.notClosedYet(block.period, closesOn: block.closesOn)])
    }
    let entry = Entry(
      block: block, closedOn: day, choices: proof.choices,
      threshold: proof.plan.threshold, width: proof.plan.width, rules: proof.rules,
      records: proof.records, digest: digest)
    return adding(entry)
  }

  /// The finding that a block covers days that a closed one covers; nil when all is well.
  func restatement(of block: Block) -> ProofFinding? {
    let last = entries.map(\.block.end).max()
    return last.map { block.start <= $0 } == true ? .restated(block.period) : nil
  }
}
