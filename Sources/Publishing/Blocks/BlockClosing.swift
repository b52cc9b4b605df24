internal import CaseFormat
package import CaseModel
package import Diagnostics
package import Disclosure
package import Register

/// The closing of blocks: from the cases of the register to what is frozen of them.
package struct BlockClosing {
  /// What the register gives to a block.
  package let numbers: RegisterNumbers
  /// The blocks that are closed.
  package private(set) var published: PublishedRegister
  /// The day of the closing, in the time zone of the register.
  package let today: CalendarDate

  /// Reads the cases and the closed blocks; throws unless all of these are sound.
  package init(_ register: Register) throws {
    numbers = try RegisterNumbers(register)
    published = try PublishedRegister(register, withHistory: true)
    today = register.today
    try published.requireSound()
  }

  /// A block that was closed in memory, and the files that freeze it.
  package struct Draft {
    /// The block with the cases that are frozen with it.
    package let closed: ClosedBlock
    /// What of it may be shown.
    package let numbers: BlockNumbers
    /// What those after it are held against.
    package let ledger: PublicationLedger
    /// By path below the folder of publications.
    package let files: [String: [UInt8]]
  }

  /// The block that comes next, whether due or not; nil before the first case.
  package var next: NextBlock? {
    NextBlock(
      registrations: numbers.registrations, after: published.ledger, plan: numbers.plan, on: today)
  }

  /// The block that may be closed today.
  package var due: Block? { next.flatMap { $0.isDue ? $0.block : nil } }

  /// What is frozen of a draft is part of the closed blocks from now on.
  package mutating func append(_ draft: Draft) { published.append(draft) }

  /// A number that nobody can guess; of a demonstration, which protects nobody, always the same one.
  package static func seed(of block: Block, in register: Register) -> UInt64 {
    guard register.configuration.settings.isDemo else { return .random(in: .min ... .max) }
    // FNV-1a.
    return block.period.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// What the plan says that no block can be closed with, beside the closed ones.
  package var refused: [Diagnostic] {
    RegisterNumbers.weakened(numbers.settings, by: numbers.plan, after: published.ledger)
  }

  /// Chooses what a block hides and proves that it is safe; nothing is written.
  ///
  /// `day` is that of the closing; a preview takes the first day on which the block may be closed.
  package func draft(of block: Block, on day: CalendarDate, seed: UInt64) throws -> Draft {
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
