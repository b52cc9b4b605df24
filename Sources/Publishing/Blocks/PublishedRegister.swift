internal import CaseModel
package import Diagnostics
package import Disclosure
internal import Parallel
package import Register

/// The closed blocks of a register, each proved again from what was frozen with it.
package struct PublishedRegister {
  /// The closed blocks, oldest first, and what each of them may show.
  package private(set) var blocks: [(closed: ClosedBlock, numbers: BlockNumbers)] = []
  private(set) var ledger = PublicationLedger()
  /// Everything that is wrong with the closed blocks.
  package private(set) var problems: [Diagnostic] = []

  /// The ledger's name in the register and on the site.
  package static let ledgerName = "ledger.csv"

  /// Reads and proves all closed blocks; what is wrong is collected, nothing is passed over.
  ///
  /// With the history, every block is compared with the commit that closed it, too.
  package init(_ register: Register, withHistory: Bool = false) throws {
    let files = try register.publicationFiles()
    let archives = BlockArchive.all(in: files)
    let read = Parallel.map(archives) { archive in
      Result { () throws(DiagnosticList) in try archive.read() }
    }
    prove(
      zip(archives, read).compactMap { archive, block in
        collected(block).map { (archive, $0) }
      }.sorted { $0.1.block.start < $1.1.block.start })
    refuseRepeatedYears()
    compareLedger(files[Self.ledgerName], isEmpty: files.isEmpty)
    if withHistory { problems += try register.closingProblems() }
  }

  /// Adds a block that was just closed.
  mutating func append(_ draft: BlockClosing.Draft) {
    blocks.append((draft.closed, draft.numbers))
    ledger = draft.ledger
  }

  /// Throws unless every closed block is as it was proved: nothing is built on doubtful numbers.
  func requireSound() throws {
    guard isSound else { throw DiagnosticList(problems) }
  }

  /// Whether nothing is wrong that would change a number; there may be warnings.
  package var isSound: Bool { !problems.contains { $0.severity == .error } }

  /// The sensitive years of all blocks; each was frozen once.
  var sensitiveYears: [SensitiveYear] { blocks.flatMap(\.closed.sensitiveYears) }

  /// Proves the blocks side by side, each after what those before it claim to be.
  ///
  /// That is enough: a claim that is false fails its own proof, and then none of them is believed.
  private mutating func prove(_ archived: [(archive: BlockArchive, block: ClosedBlock)]) {
    var ledgers = [PublicationLedger()]
    for (archive, block) in archived {
      ledgers.append(ledgers[ledgers.count - 1].adding(archive.claim(of: block)))
    }
    let tasks = zip(archived, ledgers).map { (archive: $0.archive, block: $0.block, ledger: $1) }
    let proofs = Parallel.map(tasks) { task in
      Result { () throws(DiagnosticList) in try task.archive.prove(task.block, after: task.ledger) }
    }
    for (task, proof) in zip(tasks, proofs) {
      guard let proved = collected(proof) else { continue }
      blocks.append((task.block, proved.numbers))
      ledger = proved.ledger
    }
  }

  private mutating func refuseRepeatedYears() {
    let years = sensitiveYears.map(\.year)
    for (index, year) in years.enumerated() where years[..<index].contains(year) {
      problems.append(
        BlockArchive.diagnostic(
          "publish.sensitive", "block.csv", "the sensitive cases of \(year) are counted twice"))
    }
  }

  private mutating func compareLedger(_ bytes: [UInt8]?, isEmpty: Bool) {
    guard !isEmpty, isSound else { return }
    let expected = LedgerFile.bytes(blocks.map(\.numbers))
    guard bytes != expected else { return }
    problems.append(
      BlockArchive.diagnostic(
        "publish.ledger", Self.ledgerName,
        "the ledger does not name the closed blocks as they are"))
  }

  /// The value of a result; what is wrong instead is noted.
  private mutating func collected<Value>(_ result: Result<Value, DiagnosticList>) -> Value? {
    switch result {
    case .success(let value): return value
    case .failure(let list):
      problems += list.diagnostics
      return nil
    }
  }
}
