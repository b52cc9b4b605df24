internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Sealing
internal import Text

/// Cases that were opened, and what is wrong with others; what is sealed for others is in neither.
struct OpenedCases: Sendable {
  var cases: [OpenedCase] = []
  var problems: [Diagnostic] = []
}

extension Register {
  /// From this many cases on, two threads are faster than one: opening costs a key agreement.
  private static let worthTwoThreads = 64

  /// Opens many cases in memory; nothing of them is kept.
  func openedCases(of entries: [TreeEntry]) throws -> OpenedCases {
    let opening = try openingOnDemand()
    let parts = try ParallelRead.parts(
      of: entries, in: repository, from: Self.worthTwoThreads
    ) { repository, entries in
      var opening = try opening(repository)
      var result = OpenedCases()
      try repository.forEachBlob(of: Array(entries)) { entry, span in
        let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
        try opening.open(bytes, path: entry.path, into: &result)
      }
      return result
    }
    return parts.reduce(into: OpenedCases()) { all, part in
      all.cases += part.cases
      all.problems += part.problems
    }
  }
}

/// Cases as a list shows them, by id.
struct TitledCases: Sendable {
  var cases: [CaseID: Case] = [:]
  var problems: [Diagnostic] = []
}

extension Register {
  /// Opens what a list shows of many cases: of an ordinary one title and complainant only, unless
  /// they were corrected, of a sensitive one everything.
  func titledCases(of entries: [TreeEntry], _ known: [Case]) throws -> TitledCases {
    let known = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    let opening = try openingOnDemand()
    let parts = try ParallelRead.parts(
      of: entries, in: repository, from: Self.worthTwoThreads
    ) { repository, entries in
      var opening = try opening(repository)
      var result = TitledCases()
      try repository.forEachBlob(of: Array(entries)) { entry, span in
        let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
        guard let id = CasePath.id(of: entry.path) else { return }
        try opening.title(bytes, path: entry.path, known[id], into: &result)
      }
      return result
    }
    return parts.reduce(into: TitledCases()) { all, part in
      all.cases.merge(part.cases) { first, _ in first }
      all.problems += part.problems
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
      if var file = known, !lines.contains(where: { $0.action == "amend" }) {
        guard let words = try self.words(of: opening, in: file.id).first else { return }
        file.title = words.fields["title"]?.text ?? file.title
        file.complainant = words.complainant
        result.cases[file.id] = file
        return
      }
    } catch let problem as Diagnostic {
      result.problems.append(problem)
      return
    }
    var opened = OpenedCases()
    try open(bytes, path: path, into: &opened)
    result.problems += opened.problems
    for found in opened.cases { result.cases[found.file.id] = found.file }
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
