internal import CaseVault
internal import CaseFormat
internal import CaseModel
package import Diagnostics
internal import GitStore
internal import Sealing

extension Register {
  /// Checks the vault against the common history: every entry that a step names is here and whole.
  ///
  /// Needs no key. An entry that is missing may still be on another computer (a warning); one with
  /// another digest is damaged (an error); one that is only among what was replaced is whole, and
  /// put back by the next synchronisation (a warning); one that no step names is a leftover of a
  /// command that was stopped, or of somebody who was not allowed to (a warning).
  package func checkVault(progress: (Int, Int) -> Void = { _, _ in }) throws -> [Diagnostic] {
    try WriteLock.whileShared(repository) { try vaultFindings(progress) }
  }

  /// The same by whoever holds the lock; or only what git has lost of the entries that are here.
  func vaultFindings(
    onlyLost: Bool = false, _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> [Diagnostic] {
    let expected = try NamedEntries(in: self).digests
    let vault = try Vault.open(of: repository)
    let tips = try vault?.tips() ?? [:]
    var findings: [Diagnostic] = []
    let cases = Set(expected.keys).union(tips.keys).sorted()
    for (index, id) in cases.enumerated() {
      progress(index, cases.count)
      let present: [EntryID: ObjectID]
      do {
        present = try (tips[id] ?? vault?.tip(of: id)).flatMap { try vault?.entries(in: $0) } ?? [:]
      } catch var problem as Diagnostic {
        problem.message += " (\(id))"
        findings.append(problem)
        continue
      }
      let digests = expected[id] ?? [:]
      for (entry, digest) in digests.sorted(by: { $0.key < $1.key }) {
        do {
          let bytes = try present[entry].flatMap { try vault?.bytes(of: $0) }
          if onlyLost || bytes.map(SealedDigest.of) == digest { continue }
        } catch var problem as Diagnostic {
          problem.message += " (entry \(entry) of \(id))"
          findings.append(problem)
          continue
        }
        if try vault?.keptVersion(of: entry, of: id, with: digest) != nil {
          findings.append(Self.keptOnly(entry, id))
        } else {
          let isHere = present[entry] != nil
          findings.append(isHere ? Self.damaged(entry, id) : Self.missing(entry, id))
        }
      }
      if onlyLost { continue }
      findings += present.keys.filter { digests[$0] == nil }.sorted().map { Self.unknown($0, id) }
    }
    progress(cases.count, cases.count)
    return findings
  }

  private static func missing(_ entry: EntryID, _ id: CaseID) -> Diagnostic {
    Diagnostic(
      .warning, rule: "vault.missing", at: SourceLocation(path: "vault/\(id)/\(entry)"),
      message: "the sealed entry \(entry) of \(id) is not here",
      hint: "run `daftar sync`; until then it may be on the computer where it was made only")
  }

  private static func keptOnly(_ entry: EntryID, _ id: CaseID) -> Diagnostic {
    Diagnostic(
      .warning, rule: "vault.kept", at: SourceLocation(path: "vault/\(id)/\(entry)"),
      message: "the sealed entry \(entry) of \(id) is here only among what was replaced",
      hint: "it can be read; the next `daftar sync` puts it back and sends it to the others")
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
