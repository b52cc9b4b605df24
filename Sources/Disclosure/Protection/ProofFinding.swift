package import CaseModel

/// One thing that forbids a publication.
package enum ProofFinding: Hashable, Sendable, CustomStringConvertible {
  /// The block is still open.
  case notClosedYet(String, closesOn: CalendarDate)
  /// The block, or a part of it, was published before, or its files were changed.
  case restated(String)
  /// A case is listed twice.
  case repeatedRecord(String)
  /// A case was registered after the block's end.
  case outsideBlock(String)
  /// A case was counted by an earlier block.
  case countedBefore(String)
  /// A case has codes that no case can have.
  case impossibleRecord(String)
  /// A table is not in the plan.
  case notPlanned(String)
  /// A table is shown at a finer level than the year's.
  case finerThanRecorded(String)
  /// The limits are weaker than those of an earlier block.
  case weakerThanBefore(key: String, now: Int, before: Int)
  /// A cell is said to be hidden that no table has.
  case unknownCell(CellKey)
  /// The total of a block is hidden.
  case totalHidden
  /// A cell is shown whose cases come from too few persons.
  case smallCountShown(CellKey)
  /// A cell is shown of which one complainant or partner makes half.
  case dominatedShown(CellKey)
  /// A cell is shown that tells a sensitive fact about everybody in its row.
  case rowDisclosed(CellKey)
  /// All answers of this cell's row are in it, and no certificate has another one.
  case oneAnswer(CellKey)
  /// The rules are older than those of an earlier block.
  case olderRules(now: RulesVersion, before: RulesVersion)
  /// A certificate changes a case that the block does not have.
  case foreignRecord(certificate: Int, String)
  /// A certificate makes a case that cannot be, or names a code that does not exist.
  case impossibleWorld(certificate: Int, String)
  /// A certificate changes a number that is shown.
  case shownChanged(certificate: Int, CellKey)
  /// A hidden count is known too well.
  case narrow(CellKey, span: Int, width: Int)
  /// A small count that no table shows can be proved to be small.
  case unlistedKnown(CellKey)
  /// The line of sensitive cases of a year is shown although they are too few.
  case sensitiveShown(year: Int)
  /// A derived number is not what the published cells give.
  case wrongDerived(String, stated: String, computed: String)

  package var description: String {
    switch self {
    case .notClosedYet(let period, let day): "\(period): still open, closes on \(day)"
    case .restated(let period): "\(period): was published before and cannot be restated"
    case .repeatedRecord(let id): "\(id): listed twice"
    case .outsideBlock(let id): "\(id): registered after the end of the block"
    case .countedBefore(let id): "\(id): counted in an earlier block"
    case .impossibleRecord(let id): "\(id): codes that no case can have together"
    case .notPlanned(let table): "table \(table): not in the plan"
    case .finerThanRecorded(let table): "table \(table): finer than the level of the year"
    case .weakerThanBefore(let key, let now, let before):
      "\(key) is \(now), but was \(before) in an earlier block"
    case .unknownCell(let cell): "\(cell): hidden, but no table has it"
    case .totalHidden: "the total of the block is hidden"
    case .smallCountShown(let cell): "\(cell): shown, but from too few persons"
    case .dominatedShown(let cell): "\(cell): shown, but one source makes half of it"
    case .rowDisclosed(let cell): "\(cell): shown, but holds all cases of its row"
    case .oneAnswer(let cell): "\(cell): everybody of its row, and nothing lets doubt it"
    case .olderRules(let now, let before):
      "closed under rules \(now.rawValue), although an earlier block keeps to rules "
        + "\(before.rawValue)"
    case .foreignRecord(let index, let id): "certificate \(index + 1): no such case: \(id)"
    case .impossibleWorld(let index, let id): "certificate \(index + 1): impossible case: \(id)"
    case .shownChanged(let index, let cell): "certificate \(index + 1): changes \(cell)"
    case .narrow(let cell, let span, let width):
      "\(cell): hidden, but known within \(span); \(width) needed"
    case .unlistedKnown(let cell): "\(cell): in no table, but no world hides that it is small"
    case .sensitiveShown(let year): "sensitive cases of \(year): shown, but too few"
    case .wrongDerived(let name, let stated, let computed):
      "\(name): states \(stated), the published cells give \(computed)"
    }
  }

  /// Whether it says that everybody in a row gave one answer.
  package var isOneAnswer: Bool {
    if case .oneAnswer = self { true } else { false }
  }
}

/// A publication that its proof refused, with everything that is wrong.
package struct ProofFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, at least one thing.
  package let findings: [ProofFinding]

  init(_ findings: [ProofFinding]) { self.findings = findings }

  package var description: String { findings.map(\.description).joined(separator: "\n") }
}
