internal import CaseFormat
internal import CaseModel
package import Diagnostics
internal import GitStore
internal import Sealing

extension Register {
  /// Checks the vault against the common history: every entry that a step names is here and whole.
  ///
  /// Needs no key. An entry that is missing may still be on another computer (a warning); one with
  /// another digest is damaged (an error); one that no step names is a leftover of a command that
  /// was stopped, or of somebody who was not allowed to (a warning).
  package func checkVault(progress: (Int, Int) -> Void = { _, _ in }) throws -> [Diagnostic] {
    try WriteLock.whileShared(repository) { try vaultFindings(progress) }
  }

  func vaultFindings(_ progress: (Int, Int) -> Void = { _, _ in }) throws -> [Diagnostic] {
    let expected = try sealedDigests(in: try head())
    let vault = try Vault.open(of: repository)
    let tips = try vault?.tips() ?? [:]
    var findings: [Diagnostic] = []
    let cases = Set(expected.keys).union(tips.keys).sorted()
    for (index, id) in cases.enumerated() {
      progress(index, cases.count)
      let present: [EntryID: ObjectID]
      do {
        present = try tips[id].flatMap { try vault?.entries(in: $0) } ?? [:]
      } catch var problem as Diagnostic {
        problem.message += " (\(id))"
        findings.append(problem)
        continue
      }
      let digests = expected[id] ?? [:]
      for (entry, digest) in digests.sorted(by: { $0.key < $1.key }) {
        guard let blob = present[entry] else {
          findings.append(Self.missing(entry, id))
          continue
        }
        do {
          let bytes = try vault?.bytes(of: blob)
          if bytes.map(SealedDigest.of) != digest { findings.append(Self.damaged(entry, id)) }
        } catch var problem as Diagnostic {
          problem.message += " (entry \(entry) of \(id))"
          findings.append(problem)
        }
      }
      findings += present.keys.filter { digests[$0] == nil }.sorted().map { Self.unknown($0, id) }
    }
    progress(cases.count, cases.count)
    return findings
  }

  /// The digest of every entry that the cases of a commit name, by case.
  ///
  /// A file that cannot be read is left to `check`.
  func sealedDigests(in commit: ObjectID) throws -> [CaseID: [EntryID: String]] {
    var digests: [CaseID: [EntryID: String]] = [:]
    let entries = try repository.entries(under: "cases", in: commit)
    let mark = Array(",\"seal\":\"".utf8)
    try repository.forEachBlob(of: entries) { entry, span in
      guard let id = CasePath.id(of: entry.path), span.count <= CaseFileLayout.maximumSize else {
        return
      }
      let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
      guard bytes[...].lastIndex(ofSequence: mark) != nil,
        let document = try? reader.document(bytes, entry.path)
      else { return }
      digests[id] = document.history.digests
    }
    return digests
  }

  private static func missing(_ entry: EntryID, _ id: CaseID) -> Diagnostic {
    Diagnostic(
      .warning, rule: "vault.missing", at: SourceLocation(path: "vault/\(id)/\(entry)"),
      message: "the sealed entry \(entry) of \(id) is not here",
      hint: "run `daftar sync`; until then it may be on the computer where it was made only")
  }

  private static func damaged(_ entry: EntryID, _ id: CaseID) -> Diagnostic {
    Diagnostic(
      rule: "vault.damaged", at: SourceLocation(path: "vault/\(id)/\(entry)"),
      message: "the sealed entry \(entry) of \(id) is not the one that was recorded",
      hint: "run `daftar sync`: another copy of the register may have it whole")
  }

  private static func unknown(_ entry: EntryID, _ id: CaseID) -> Diagnostic {
    Diagnostic(
      .warning, rule: "vault.unknown", at: SourceLocation(path: "vault/\(id)/\(entry)"),
      message: "no step names the sealed entry \(entry) of \(id)",
      hint: "a stopped command may have left it; the next `daftar sync` leaves it out")
  }
}
