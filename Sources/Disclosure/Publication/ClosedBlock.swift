package import CaseModel

/// A closed block with all that its proof needs, frozen on the day of its closing.
///
/// What the register says later changes nothing of it. It names cases and stays private.
package struct ClosedBlock: Hashable, Sendable {
  /// A proposal and the cases that it counts.
  package struct Part: Hashable, Sendable {
    let draft: ProtectedDraft
    let records: [Record]
  }

  /// The cases registered in the block.
  package let flows: Part
  /// The cases open on its last day; nil when they were too few to show.
  package let stock: Part?
  /// The plan and its limits.
  package let plan: PublicationPlan
  /// The rules under which it was closed.
  package let rules: RulesVersion
  /// The codes of the register.
  package let book: CodeBook
  /// The day of the closing.
  package let closedOn: CalendarDate
  /// What decided between equally good partners.
  package let seed: UInt64
  /// The line of sensitive cases, when the block is the first one closed after the end of a year.
  package let sensitiveYears: [SensitiveYear]

  /// How its counts are written.
  var spelling = CountSpelling.newest

  /// How many cases the block counts.
  package var recordCount: Int { flows.records.count }

  /// The span of days.
  package var block: Block { flows.draft.block }

  /// The stock's own plan: the same limits, one table.
  static func stockPlan(_ plan: PublicationPlan) throws(PlanProblem) -> PublicationPlan {
    try PublicationPlan(
      threshold: plan.threshold, sensitiveThreshold: plan.sensitiveThreshold, width: plan.width,
      minDenominator: plan.minDenominator, minMedian: plan.minMedian,
      block: plan.blockLength.rawValue, graceDays: plan.graceDays, maxHidden: 1,
      tables: [[Dimension.ageing.rawValue]])
  }

  /// The entry of the ledger that the block says it is; only a proof makes it true.
  ///
  /// `digest` is that of its `counts.csv`, SHA-256 in hexadecimal.
  package func claim(digest: String) -> PublicationLedger.Entry {
    PublicationLedger.Entry(
      block: block, closedOn: closedOn, choices: flows.draft.choices, threshold: plan.threshold,
      width: plan.width, rules: rules, records: Set(flows.records.map(\.id)), digest: digest)
  }

  /// What the newest rules find in a block that is sound by older ones: what these did not protect.
  ///
  /// A certificate that they do not take proves nothing any more; that is no finding of its own. Nor does
  /// it tell that a row has one answer: for that, certificates count as they did when they were made.
  package var unprotected: [ProofFinding] {
    guard rules < .newest else { return [] }
    return [flows, stock].compactMap(\.self).flatMap { part in
      findings(of: part, timesBy: .newest).filter { !$0.isOneAnswer }
        + findings(of: part, timesBy: rules).filter(\.isOneAnswer)
    }
  }

  private func findings(of part: Part, timesBy times: RulesVersion) -> [ProofFinding] {
    Recount(draft: part.draft, records: part.records, plan: plan, book: book, timesBy: times)
      .verdict.findings.filter { finding in
        if case .impossibleWorld = finding { false } else { true }
      }
  }

  /// Counts everything again and refuses what is not safe (R6 a to d).
  ///
  /// - Parameters:
  ///   - ledger: The blocks closed before this one.
  ///   - digest: Computes the SHA-256 of bytes, in hexadecimal.
  /// - Returns: What may be published, and the longer ledger.
  /// - Throws: ``ProofFailure``, or ``ArchiveProblem`` when a code cannot stand in a file.
  package func proved(
    after ledger: PublicationLedger, digest: ([UInt8]) -> String
  ) throws -> (numbers: BlockNumbers, ledger: PublicationLedger) {
    let proof = try Proof.check(
      flows.draft, records: flows.records, plan: plan, book: book, rules: rules, earlier: ledger,
      on: closedOn)
    let open = try stock.map { stock in
      // The stock of each block is counted anew: a case may be open at the end of several.
      try Proof.check(
        stock.draft, records: stock.records, plan: Self.stockPlan(plan), book: book,
        rules: rules, earlier: PublicationLedger(), on: closedOn)
    }
    let small = sensitiveYears.filter { year in
      year.value.number.map { $0 < plan.sensitiveThreshold } ?? false
    }
    guard small.isEmpty else {
      throw ProofFailure(small.map { .sensitiveShown(year: $0.year) })
    }
    let numbers = try BlockNumbers(
      flows: proof, stock: open, closedOn: closedOn, spelling: spelling, digest: digest)
    return (numbers, try ledger.closing(proof, on: closedOn, digest: numbers.digest))
  }
}
