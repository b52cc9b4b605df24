package import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
package import GitStore
internal import Text

/// What the register held when an import was planned.
package struct ImportBasis: Sendable {
  /// The cases that have an external id, by that id.
  package let rows: [String: ImportedRow]
  /// The rows that became sensitive cases by an import on this computer.
  package let sealed: SealedImports
  /// How many sensitive cases could not be opened, so that a row may repeat one of them.
  package let unopened: Int
  let head: ObjectID
}

extension Register {
  /// Reads which cases have an external id now; throws as ``importedRows(in:)`` does.
  package func importBasis() throws -> ImportBasis {
    let head = try head()
    let found = try importedRows(in: head)
    return ImportBasis(
      rows: found.rows, sealed: SealedImports(of: repository), unopened: found.unopened, head: head)
  }

  /// The cases of a commit that have an external id, by that id.
  ///
  /// Throws `Diagnostic` when a case file cannot be read: its case might be the one that a row
  /// would repeat.
  func importedRows(
    in commit: ObjectID
  ) throws -> (rows: [String: ImportedRow], unopened: Int) {
    let entries = try repository.entries(under: "cases", in: commit)
      .filter { CasePath.id(of: $0.path) != nil }
    let found: ImportedFiles = try CaseScan(entries, in: repository).gathering {
      entry, span, found in
      let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
      let fields = try Self.registrationFields(bytes, path: entry.path)
      // The digest of an imported row says something about its words: it is sealed with them.
      if fields["seal"] != nil { found.sealed.append(entry) }
      guard let external = fields["external"]?.text, let id = CasePath.id(of: entry.path) else {
        return
      }
      found.rows[external] = ImportedRow(
        caseID: id, digest: fields["import-row"]?.text, file: entry,
        isUpdated: span.hasImport(after: fields["at"]?.text ?? ""))
    }
    var rows = found.rows
    let sealed = found.sealed
    guard !sealed.isEmpty else { return (rows, 0) }
    let opened = try openedCases(of: sealed)
    if let problem = opened.problems.first { throw problem }
    let files = Dictionary(sealed.map { ($0.path, $0) }) { first, _ in first }
    for found in opened.cases {
      guard let registration = found.history.registration, let external = registration.external
      else { continue }
      rows[external] = ImportedRow(
        caseID: found.folded.id, digest: registration.importDigest,
        file: files[found.document.path], isUpdated: found.history.hasLaterImport)
    }
    let shut = sealed.count - opened.cases.count { $0.history.registration?.importDigest != nil }
    return (rows, shut)
  }

  /// Reads the first event line of a case file, which is its registration, and nothing else.
  private static func registrationFields(
    _ bytes: [UInt8], path: String
  ) throws(Diagnostic) -> [String: JSONValue] {
    let fence = Array("\n```events\n".utf8)
    var start = bytes.count - fence.count
    while start >= 0, !bytes[start...].starts(with: fence) { start -= 1 }
    guard start >= 0 else {
      throw Diagnostic(
        rule: "file.layout", at: SourceLocation(path: path),
        message: "the block ```events at the end is missing or cut off",
        hint: "restore the file from git; then run the import again")
    }
    let line = bytes[(start + fence.count)...].prefix { $0 != 0x0A }
    return try JSONReader.object(line, path: path, line: 1)
  }

  /// Opens cases that an import's rows belong to, as far as this person may, by the paths of their files.
  ///
  /// What is damaged or sealed for others is not among them: it is compared with nothing.
  package func openedImports(_ files: [TreeEntry]) throws -> [String: OpenedCase] {
    let opened = try openedCases(of: files).cases
    return Dictionary(opened.map { ($0.document.path, $0) }) { first, _ in first }
  }

  /// Records cases from another system's log, and what a later export adds to others, all in one
  /// commit; no commit when nothing is new.
  ///
  /// `source` is the SHA-256 of the file; `basis` what the caller compared external ids with. When
  /// the branch has moved since, cases that came in meanwhile are left out, and nothing is added to a
  /// case that changed. `told` is called with how many cases are done, of how many.
  /// Sensitive cases become stubs. Throws `Refusal` when nobody could open one, `Diagnostic` or
  /// `GitError` when nothing can be written.
  package func importCases(
    _ cases: [ImportedCase], _ updates: [ImportedUpdate] = [], source: String,
    on basis: ImportBasis, as member: Team.Member, told: (Int, Int) -> Void = { _, _ in }
  ) throws -> ImportRecord {
    var record = ImportRecord()
    var recorded: [Registration] = []
    let commit = try commit(as: member, at: clock.now) { head in
      var new = cases
      if head != basis.head {
        let known = try importedRows(in: head).rows
        new.removeAll { $0.registration.external.map { known[$0] != nil } ?? false }
      }
      var writing = try ImportWriting(self, in: head, as: member)
      try writing.add(new, told: told)
      try writing.add(updates)
      record = writing.record
      recorded = writing.registrations
      return record.events == 0 ? nil : writing.change(from: source)
    }
    record.commit = commit
    guard commit != nil else { return record }
    var sealed = SealedImports(of: repository)
    try sealed.add(recorded, in: repository)
    return record
  }

  /// Whether the registration of a case is sealed: that of a sensitive one, or all.
  func seals(_ registration: Registration) -> Bool {
    registration.sensitivity.isSensitive || configuration.settings.seal == .everything
  }
}

/// What the files of a commit say of rows that were imported.
private struct ImportedFiles: Gathered {
  var rows: [String: ImportedRow] = [:]
  /// The files of which a part is sealed.
  var sealed: [TreeEntry] = []

  mutating func add(_ later: ImportedFiles) {
    rows.merge(later.rows) { _, new in new }
    sealed += later.sealed
  }
}
