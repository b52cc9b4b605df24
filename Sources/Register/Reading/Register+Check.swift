internal import CaseVault
internal import CaseFormat
internal import CaseModel
package import Diagnostics
internal import GitStore

extension Register {
  /// Checks every file of the register: each case against its events, links, codes, hand edits; and
  /// what is here of its history and its sealed entries for damage.
  ///
  /// Returns every finding, in the order of paths and lines; an empty list is a clean register.
  /// `progress` is told how many of how many files are done.
  package func check(progress: (Int, Int) -> Void = { _, _ in }) throws -> [Diagnostic] {
    try WriteLock.whileShared(repository) { try findings(progress) }
  }

  /// After so many files the person is told how far it is.
  private static let filesAtOnce = 3_000

  private func findings(_ progress: (Int, Int) -> Void) throws -> [Diagnostic] {
    let entries = try repository.entries(under: "cases", in: try head())
    let inFolder = entries.filter { CasePath.isInCaseFolder($0.path) }
    var review = CaseFilesReview()
    for entry in inFolder where !entry.kind.isRegularFile { review.refuseKind(of: entry.path) }
    let files = inFolder.filter(\.kind.isRegularFile)
    let expected = ExpectedCodes(configuration)
    let reader = reader
    for start in stride(from: 0, to: files.count, by: Self.filesAtOnce) {
      progress(start, entries.count)
      let part = Array(files[start..<min(start + Self.filesAtOnce, files.count)])
      var scan = CaseScan(part, in: repository)
      // Each is read to its last event.
      scan.worthwhile = 200
      let looked = try scan.gathering(CaseFilesReview.self, with: { _ in reader }) {
        let bytes = unsafe $1.withUnsafeBufferPointer { unsafe Array($0) }
        $3.look(at: $0.path, bytes, $2, expected)
      }
      review.add(looked)
    }
    progress(entries.count, entries.count)
    review.compareFiles()
    review.findings += try configurationFindings(in: try head(), since: nil).map { finding in
      var finding = finding
      finding.severity = .warning
      return finding
    }
    let known = Set(review.findings.compactMap { $0.location?.path })
    review.findings += try handDamage().filter { !known.contains($0.path) }.map(\.diagnostic)
    review.findings += try damageOfEarlierStates() + vaultDamage()
    let edited = try editedFiles().values.map(\.diagnostic)
    return (try configurationWarnings() + review.findings + edited).sorted { left, right in
      let one = (left.location?.path ?? "", left.location?.line ?? 0)
      let other = (right.location?.path ?? "", right.location?.line ?? 0)
      return one < other
    }
  }
}

extension Register {
  /// What git has lost of the sealed entries that are here; what has not arrived is no damage.
  ///
  /// An entry that is another than the recorded one is left to `vault check`: the step may have been
  /// set aside as one that nobody can read.
  private func vaultDamage() throws -> [Diagnostic] {
    guard try Vault.open(of: repository) != nil else { return [] }
    return try vaultFindings(onlyLost: true)
  }
}

extension CaseFilesReview: Gathered {}
