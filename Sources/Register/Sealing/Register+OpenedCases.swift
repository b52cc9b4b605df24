internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Sealing
internal import Text

/// Cases that were opened, and what is wrong with others; what is sealed for others is in neither.
struct OpenedCases: Gathered {
  var cases: [OpenedCase] = []
  var problems: [Diagnostic] = []

  mutating func add(_ later: OpenedCases) {
    cases += later.cases
    problems += later.problems
  }
}

extension Register {
  private func scan(_ entries: [TreeEntry]) -> CaseScan {
    var scan = CaseScan(entries, in: repository)
    // Opening costs a key agreement: two threads are faster sooner.
    scan.worthwhile = 64
    return scan
  }

  /// Opens many cases in memory; nothing of them is kept.
  func openedCases(of entries: [TreeEntry]) throws -> OpenedCases {
    try scan(entries).gathering(with: try openingOnDemand()) { entry, span, opening, result in
      let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
      try opening.open(bytes, path: entry.path, into: &result)
    }
  }
}

/// Cases as a list shows them, by id.
struct TitledCases: Gathered {
  var cases: [CaseID: Case] = [:]
  var problems: [Diagnostic] = []

  mutating func add(_ later: TitledCases) {
    cases.merge(later.cases) { first, _ in first }
    problems += later.problems
  }
}

extension Register {
  /// Opens what a list shows of many cases: of an ordinary one title and complainant only, unless
  /// they were corrected, of a sensitive one everything.
  func titledCases(of entries: [TreeEntry], _ known: [Case]) throws -> TitledCases {
    let known = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    return try scan(entries).gathering(with: try openingOnDemand()) {
      entry, span, opening, result in
      let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
      guard let id = CasePath.id(of: entry.path) else { return }
      try opening.title(bytes, path: entry.path, known[id], into: &result)
    }
  }

  /// Makes, for each thread, what opens many cases; asks for a key only where a vault is.
  func openingOnDemand() throws -> @Sendable (Repository) throws -> CaseOpening {
    let vault = try Vault.open(of: repository)
    let identities = vault == nil ? [] : try keys.identities
    let tips = try vault?.tips() ?? [:]
    let reader = reader
    return { repository in
      CaseOpening(
        vault: try Vault.open(of: repository), identities: identities, reader: reader, tips: tips)
    }
  }
}

extension CaseOpening {
  fileprivate mutating func title(
    _ bytes: [UInt8], path: String, _ known: Case?, into result: inout TitledCases
  ) throws {
    do {
      let lines = SealedLine.all(in: bytes, try CaseFileLayout(bytes, path: path))
      let opening = lines.filter { $0.action == "register" && !$0.isSensitive }
      if var theCase = known, !lines.contains(where: { $0.action == "amend" }) {
        guard let words = try self.words(of: opening, in: theCase.id).first else { return }
        theCase.title = words.fields["title"]?.text ?? theCase.title
        theCase.complainant = words.complainant
        result.cases[theCase.id] = theCase
        return
      }
    } catch let problem as Diagnostic {
      result.problems.append(problem)
      return
    }
    var opened = OpenedCases()
    try open(bytes, path: path, into: &opened)
    result.problems += opened.problems
    for found in opened.cases { result.cases[found.folded.id] = found.folded }
  }

  /// Opens the case of a file; damage is noted, and what is sealed for others passed over.
  fileprivate mutating func open(
    _ bytes: [UInt8], path: String, into result: inout OpenedCases
  ) throws {
    do {
      let opened = try open(try document(bytes, path))
      result.cases.append(opened)
      result.problems += opened.problems
    } catch let problem as Diagnostic {
      result.problems.append(problem)
    } catch let refusal as Refusal where refusal == .handledByOthers {
      return
    }
  }
}
