internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Sealing

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
    let identities = try keys.identities
    let (zone, register) = (zone, repository.gitDirectory)
    let parts = try ParallelRead.parts(
      of: entries, in: repository, from: Self.worthTwoThreads
    ) { repository, entries in
      let vault = try Vault.open(of: Repository.discover(from: register))
      var opening = CaseOpening(vault: vault, identities: identities, zone: zone)
      try opening.expectMany()
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

extension CaseOpening {
  /// Opens the case of a file; damage is noted, and what is sealed for others passed over.
  fileprivate mutating func open(
    _ bytes: [UInt8], path: String, into result: inout OpenedCases
  ) throws {
    do {
      let opened = try open(try CaseDocument(reading: bytes, path: path, zone: zone))
      result.cases.append(opened)
      result.problems += opened.problems
    } catch let problem as Diagnostic {
      result.problems.append(problem)
    } catch let refusal as Refusal where refusal == .handledByOthers {
      return
    }
  }
}
