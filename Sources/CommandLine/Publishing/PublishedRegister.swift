internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Disclosure
internal import Register

/// The closed blocks of a register, each proved again from what was frozen with it.
struct PublishedRegister {
  /// The closed blocks, oldest first, and what each of them may show.
  private(set) var blocks: [(closed: ClosedBlock, numbers: BlockNumbers)] = []
  private(set) var ledger = PublicationLedger()
  /// Everything that is wrong with the closed blocks.
  private(set) var problems: [Diagnostic] = []

  /// The ledger's name in the register and on the site.
  static let ledgerName = "ledger.csv"
  /// The name of the digests of all files of a block, in its folder.
  static let sumsName = "SHA256SUMS"
  private static let folder = Register.publicationFolder

  /// Reads and proves all closed blocks; what is wrong is collected, nothing is passed over.
  init(_ register: Register) throws {
    let files = try register.publicationFiles()
    let periods = Set(files.keys.compactMap { Self.period(of: $0) })
    let archives = periods.sorted().compactMap { period in read(period, files) }
    for (period, closed) in archives.sorted(by: { $0.1.block.start < $1.1.block.start }) {
      prove(period, closed, files)
    }
    refuseRepeatedYears()
    compareLedger(files[Self.ledgerName], isEmpty: files.isEmpty)
  }

  /// Adds a block that was just closed.
  mutating func append(_ draft: BlockClosing.Draft) {
    blocks.append((draft.closed, draft.numbers))
    ledger = draft.ledger
  }

  /// Throws unless every closed block is as it was proved: nothing is built on doubtful numbers.
  func requireSound() throws {
    guard problems.isEmpty else { throw DiagnosticList(problems) }
  }

  /// The sensitive years of all blocks; each was frozen once.
  var sensitiveYears: [SensitiveYear] { blocks.flatMap(\.closed.sensitiveYears) }

  private static func period(of path: String) -> String? {
    path.split(separator: "/").count == 2 ? String(path.prefix { $0 != "/" }) : nil
  }

  /// The digests of a block's files as `sha256sum` writes them.
  static func sums(of files: [String: [UInt8]]) -> [UInt8] {
    let lines = files.filter { $0.key != sumsName }.sorted { $0.key < $1.key }
      .map { Digest.hex($0.value) + "  " + $0.key + "\n" }
    return Array(lines.joined().utf8)
  }

  private mutating func read(
    _ period: String, _ files: [String: [UInt8]]
  ) -> (String, ClosedBlock)? {
    let own = files.filter { Self.period(of: $0.key) == period }
    let named = Dictionary(
      uniqueKeysWithValues: own.map { ($0.key.dropFirst(period.count + 1).description, $0.value) })
    guard named[Self.sumsName] == Self.sums(of: named) else {
      add("publish.sums", period + "/" + Self.sumsName, "a file is not the one that was closed")
      return nil
    }
    do {
      let closed = try ClosedBlock { named[$0] }
      guard closed.block.period == period else {
        add("publish.archive", period + "/block.csv", "it is the block \(closed.block.period)")
        return nil
      }
      return (period, closed)
    } catch let problem as ArchiveProblem {
      add("publish.archive", period + "/" + problem.file, problem.message, line: problem.line)
    } catch {
      add("publish.archive", period, "\(error)")
    }
    return nil
  }

  private mutating func prove(
    _ period: String, _ closed: ClosedBlock, _ files: [String: [UInt8]]
  ) {
    do {
      let proved = try closed.proved(after: ledger, digest: { Digest.hex($0) })
      guard files[period + "/" + CountsFile.name] == proved.numbers.counts else {
        add(
          "publish.counts", period + "/" + CountsFile.name,
          "the published counts are not those of the block's cases")
        return
      }
      ledger = proved.ledger
      blocks.append((closed, proved.numbers))
    } catch let failure as ProofFailure {
      for finding in failure.findings {
        add("publish.proof", period, finding.description)
      }
    } catch let problem as ArchiveProblem {
      add("publish.archive", period + "/" + problem.file, problem.message, line: problem.line)
    } catch {
      add("publish.proof", period, "\(error)")
    }
  }

  private mutating func refuseRepeatedYears() {
    let years = sensitiveYears.map(\.year)
    for (index, year) in years.enumerated() where years[..<index].contains(year) {
      add("publish.sensitive", "block.csv", "the sensitive cases of \(year) are counted twice")
    }
  }

  private mutating func compareLedger(_ bytes: [UInt8]?, isEmpty: Bool) {
    guard !isEmpty, problems.isEmpty else { return }
    let expected = LedgerFile.bytes(blocks.map(\.numbers))
    guard bytes != expected else { return }
    add("publish.ledger", Self.ledgerName, "the ledger does not name the closed blocks as they are")
  }

  private mutating func add(
    _ rule: String, _ name: String, _ message: String, line: Int? = nil
  ) {
    problems.append(
      Diagnostic(
        rule: rule, at: SourceLocation(path: Self.folder + "/" + name, line: line),
        message: message,
        hint: "a closed block never changes: find out who changed it with "
          + "`git log -- \(Self.folder)`, and bring the files back"))
  }
}
