internal import ContactData
internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
package import GitStore
internal import Text

/// A case from another system's log: how it was registered, and the dated steps that followed.
package struct ImportedCase: Sendable {
  /// The registration; its id is replaced when a case of the register has it already.
  package var registration: Registration
  /// The narrative, normalised.
  package var text: String?
  /// What followed, in order; every step has its date.
  package var steps: [Step]
  /// How to reach the complainant, in the canonical form of ``ContactRecord``; always sealed.
  package var contact: String?

  /// Makes an imported case.
  package init(_ registration: Registration, text: String? = nil, steps: [Step] = []) {
    self.registration = registration
    self.text = text
    self.steps = steps
  }
}

/// What an import recorded.
package struct ImportRecord: Sendable {
  /// The commit; nil when nothing was new.
  package var commit: ObjectID?
  /// The number of cases.
  package var cases = 0
  /// The number of events in them.
  package var events = 0

  /// Makes the record of an import that recorded nothing.
  package init() {}
}

/// A case that has an external id, and what is known of the row it came from.
package struct ImportedRow: Sendable, Hashable {
  /// The case.
  package let caseID: CaseID
  /// The digest of the imported row; nil when the case was entered by hand.
  package let digest: String?
}

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
      found.rows[external] = ImportedRow(caseID: id, digest: fields["import-row"]?.text)
    }
    var rows = found.rows
    let sealed = found.sealed
    guard !sealed.isEmpty else { return (rows, 0) }
    let opened = try openedCases(of: sealed)
    if let problem = opened.problems.first { throw problem }
    for found in opened.cases {
      guard let registration = found.history.registration, let external = registration.external
      else { continue }
      rows[external] = ImportedRow(caseID: found.folded.id, digest: registration.importDigest)
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

  /// Records cases from another system's log, all in one commit; no commit when nothing is new.
  ///
  /// `source` is the SHA-256 of the file; `basis` what the caller compared external ids with. When
  /// the branch has moved since, cases that came in meanwhile are left out.
  /// Sensitive cases become stubs. Throws `Refusal` when nobody could open one, `Diagnostic` or
  /// `GitError` when nothing can be written.
  package func importCases(
    _ cases: [ImportedCase], source: String, on basis: ImportBasis, as member: Team.Member
  ) throws -> ImportRecord {
    var record = ImportRecord()
    var recorded: [ImportedCase] = []
    record.commit = try commit(as: member, at: clock.now) { head in
      var new = cases
      if head != basis.head {
        let known = try importedRows(in: head).rows
        new.removeAll { $0.registration.external.map { known[$0] != nil } ?? false }
      }
      guard !new.isEmpty else { return nil }
      let change = try change(adding: &new, source: source, by: member, in: head)
      recorded = new
      record.cases = new.count
      record.events = new.reduce(0) { $0 + 1 + $1.steps.count }
      return change
    }
    guard record.commit != nil else { return ImportRecord() }
    var sealed = SealedImports(of: repository)
    try sealed.add(recorded, all: configuration.settings.seal == .everything, in: repository)
    return record
  }

  private func change(
    adding cases: inout [ImportedCase], source: String, by member: Team.Member, in head: ObjectID
  ) throws -> Change {
    var taken = Set(try caseIDs(in: head))
    var files: [CommitRequest.Replacement] = []
    files.reserveCapacity(cases.count)
    var lines: [String] = []
    var sealed: [SealedFile] = []
    var isSensitive = false
    let drafting = drafting(in: head, as: member)
    for index in cases.indices {
      while !taken.insert(cases[index].registration.caseID).inserted {
        cases[index].registration.caseID = try freeID(
          cases[index].registration.received, in: head)
      }
      let new = cases[index]
      let draft = try drafting.draft(
        of: new.registration, new.text, new.steps, contact: new.contact)
      let document = try CaseDocument(
        path: CasePath.path(
          of: new.registration.caseID, layout: configuration.settings.layout),
        history: try History(draft.common), zone: zone)
      files.append(.init(path: document.path, content: try content(of: document)))
      lines += document.history.events.map { "\(new.registration.caseID) \($0.id)\n" }
      sealed += draft.sealed
      isSensitive = isSensitive || draft.step != nil
    }
    let noun = cases.count == 1 ? "case" : "cases"
    let message = """
      Import: \(cases.count) \(noun)

      Import: \(source)
      Cases: \(cases.count)
      Events: \(lines.count)
      Digest: \(Digest.hex(lines.sorted().joined().utf8))

      """
    return Change(
      files: files, message: message, sealed: sealed, tellsOnlyTheDay: isSensitive)
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
