package import CaseFormat
package import CaseModel
internal import Diagnostics
package import GitStore

/// A case from another system's log: how it was registered, and the dated steps that followed.
package struct ImportedCase: Sendable {
  /// The registration; its id is replaced when a case of the register has it already.
  package var registration: Registration
  /// The narrative, normalised.
  package var text: String?
  /// What followed, in order; every step has its date.
  package var steps: [Step]

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
  let head: ObjectID
}

extension Register {
  /// Reads which cases have an external id now; throws as ``importedRows(in:)`` does.
  package func importBasis() throws -> ImportBasis {
    let head = try head()
    return ImportBasis(rows: try importedRows(in: head), head: head)
  }

  /// The cases of a commit that have an external id, by that id.
  ///
  /// Throws `Diagnostic` when a case file cannot be read: its case might be the one that a row
  /// would repeat.
  func importedRows(in commit: ObjectID) throws -> [String: ImportedRow] {
    var rows: [String: ImportedRow] = [:]
    let entries = try repository.entries(under: "cases", in: commit)
      .filter { CasePath.id(of: $0.path) != nil }
    try repository.forEachBlob(of: entries) { entry, span in
      let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
      let fields = try Self.registrationFields(bytes, path: entry.path)
      guard let external = fields["external"]?.text, let id = CasePath.id(of: entry.path) else {
        return
      }
      rows[external] = ImportedRow(caseID: id, digest: fields["import-row"]?.text)
    }
    return rows
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
  /// Throws `Refusal` for a sensitive case, `Diagnostic` or `GitError` when nothing can be written.
  package func importCases(
    _ cases: [ImportedCase], source: String, on basis: ImportBasis, as member: Team.Member
  ) throws -> ImportRecord {
    guard cases.allSatisfy({ !$0.registration.sensitivity.isSensitive }) else {
      throw StepRules.needsSealing
    }
    var record = ImportRecord()
    record.commit = try commit(as: member, at: clock.now) { head in
      var new = cases
      if head != basis.head {
        let known = try importedRows(in: head)
        new.removeAll { $0.registration.external.map { known[$0] != nil } ?? false }
      }
      guard !new.isEmpty else { return nil }
      let change = try change(adding: new, source: source, by: member, in: head)
      record.cases = new.count
      record.events = new.reduce(0) { $0 + 1 + $1.steps.count }
      return change
    }
    return record.commit == nil ? ImportRecord() : record
  }

  private func change(
    adding cases: [ImportedCase], source: String, by member: Team.Member, in head: ObjectID
  ) throws -> Change {
    var taken = Set(try caseIDs(in: head))
    var files: [CommitRequest.Replacement] = []
    files.reserveCapacity(cases.count)
    var lines: [String] = []
    for var new in cases {
      while !taken.insert(new.registration.caseID).inserted {
        new.registration.caseID = try freeID(new.registration.received, in: head)
      }
      let document = try document(of: new, by: member)
      files.append(.init(path: document.path, content: try content(of: document)))
      lines += document.history.events.map { "\(new.registration.caseID) \($0.id)\n" }
    }
    let noun = cases.count == 1 ? "case" : "cases"
    let message = """
      Import: \(cases.count) \(noun)

      Import: \(source)
      Cases: \(cases.count)
      Events: \(lines.count)
      Digest: \(Digest.hex(lines.sorted().joined().utf8))

      """
    return Change(files: files, message: message)
  }

  /// The file of an imported case: every event says that it is imported and when it happened.
  private func document(of new: ImportedCase, by member: Team.Member) throws -> CaseDocument {
    let opening = Step(
      .register(new.registration), text: new.text, on: new.registration.received)
    var events: [Event] = []
    for step in [opening] + new.steps {
      guard
        let event = Event.sealed(
          number: events.count + 1, previous: events.last.map { [$0.id] } ?? [], at: clock.now,
          by: member.id, action: step.action, on: step.on, isImported: true, text: step.text)
      else { throw CaseFault.noCase }
      events.append(event)
    }
    let path = CasePath.path(
      of: new.registration.caseID, layout: configuration.settings.layout)
    return try CaseDocument(path: path, history: try History(events), zone: zone)
  }
}
