internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Disclosure
internal import Register

/// Closes blocks: from the cases of the register to what is frozen of them.
struct BlockClosing {
  let numbers: RegisterNumbers
  var published: PublishedRegister
  let today: CalendarDate

  /// Reads the cases and the closed blocks; throws unless all of these are sound.
  init(_ register: Register) throws {
    numbers = try RegisterNumbers(register)
    published = try PublishedRegister(register, withHistory: true)
    today = register.today
    try published.requireSound()
  }

  /// A block that was closed in memory, and the files that freeze it.
  struct Draft {
    let closed: ClosedBlock
    let numbers: BlockNumbers
    let ledger: PublicationLedger
    /// By path below the folder of publications.
    let files: [String: [UInt8]]
  }

  /// The block that comes next, whether due or not; nil before the first case.
  var next: NextBlock? {
    NextBlock(
      registrations: numbers.registrations, after: published.ledger, plan: numbers.plan, on: today)
  }

  /// The block that may be closed today.
  var due: Block? { next.flatMap { $0.isDue ? $0.block : nil } }

  /// What the plan says that no block can be closed with, beside the closed ones.
  var refused: [Diagnostic] {
    RegisterNumbers.weakened(numbers.settings, by: numbers.plan, after: published.ledger)
  }

  /// Chooses what a block hides and proves that it is safe; nothing is written.
  ///
  /// `day` is that of the closing; a preview takes the first day on which the block may be closed.
  func draft(of block: Block, on day: CalendarDate, seed: UInt64) throws -> Draft {
    let contents = numbers.contents(
      of: block, after: published.ledger, years: years(dueWith: block))
    do {
      let closed = try ClosedBlock.closing(
        block, contents: contents, plan: numbers.plan, after: published.ledger, on: day, seed: seed)
      let proved = try closed.proved(after: published.ledger, digest: { Digest.hex($0) })
      var files = try closed.archive
      files[CountsFile.name] = proved.numbers.counts
      files[BlockArchive.sumsName] = BlockArchive.sums(of: files)
      var named = Dictionary(
        uniqueKeysWithValues: files.map { (block.period + "/" + $0.key, $0.value) })
      named[PublishedRegister.ledgerName] = LedgerFile.bytes(
        published.blocks.map(\.numbers) + [proved.numbers])
      return Draft(
        closed: closed, numbers: proved.numbers, ledger: proved.ledger, files: named)
    } catch let failure as ProofFailure {
      throw DiagnosticList(
        failure.findings.map { finding in
          Diagnostic(
            rule: "publish.proof", message: finding.description,
            hint: "nothing is published of \(block.period); see cases/publication.yml")
        })
    } catch let problem as ArchiveProblem {
      throw Diagnostic(
        rule: "publish.archive", message: "\(problem.file): \(problem.message)",
        hint: "choose another code in the configuration")
    }
  }

  /// The years whose line of sensitive cases is frozen with a block: over by its end, not yet frozen.
  private func years(dueWith block: Block) -> [Int] {
    let known = Set(published.sensitiveYears.map(\.year))
    let last = block.end.adding(days: 1).parts.year - 1
    let first = (published.blocks.first?.closed.block ?? block).year
    return first <= last ? (first...last).filter { !known.contains($0) } : []
  }
}
