internal import CaseVault
internal import CaseFormat
internal import CaseModel
package import Diagnostics
internal import GitStore

extension Register {
  /// Checks every file of the register: each case against its events, links, codes, hand edits.
  ///
  /// Returns every finding, in the order of paths and lines; an empty list is a clean register.
  /// `progress` is told how many of how many files are done.
  package func check(progress: (Int, Int) -> Void = { _, _ in }) throws -> [Diagnostic] {
    try WriteLock.whileShared(repository) { try findings(progress) }
  }

  private func findings(_ progress: (Int, Int) -> Void) throws -> [Diagnostic] {
    let entries = try repository.entries(under: "cases", in: try head())
    var review = RegisterReview(configuration: configuration)
    for (index, entry) in entries.enumerated() {
      progress(index, entries.count)
      guard CasePath.isInCaseFolder(entry.path) else { continue }
      guard entry.kind.isRegularFile else {
        review.look(at: entry, nil, reader)
        continue
      }
      try repository.forEachBlob(of: [entry]) { entry, span in
        let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
        review.look(at: entry, bytes, reader)
      }
    }
    progress(entries.count, entries.count)
    review.finish()
    review.findings += try configurationFindings(in: try head(), since: nil).map { finding in
      var finding = finding
      finding.severity = .warning
      return finding
    }
    let known = Set(review.findings.compactMap { $0.location?.path })
    review.findings += try handDamage().filter { !known.contains($0.path) }.map(\.diagnostic)
    review.findings += try [damageOfUnsent()].compactMap(\.self)
    let edited = try editedFiles().values.map(\.diagnostic)
    return (try configurationWarnings() + review.findings + edited).sorted { left, right in
      let one = (left.location?.path ?? "", left.location?.line ?? 0)
      let other = (right.location?.path ?? "", right.location?.line ?? 0)
      return one < other
    }
  }
}

/// A look at one case file after the other that remembers what only the whole register can tell.
private struct RegisterReview {
  let configuration: Configuration
  var findings: [Diagnostic] = []
  private var paths: [CaseID: String] = [:]
  private var externals: [String: String] = [:]
  private var links: [(from: String, to: CaseID)] = []
  /// What a correction may set, with the codes that the register lists for it.
  private let lists: [(column: CaseColumn, list: CodeList, known: Set<String>)]

  init(configuration: Configuration) {
    self.configuration = configuration
    lists = CaseColumn.correctable.compactMap { column in
      guard let list = column.codes, list.isConfigured, list != .members else { return nil }
      let known = Set(configuration.codes(list))
      // A register need not list bands.
      if case .band = list, known.isEmpty { return nil }
      return (column, list, known)
    }
  }

  mutating func look(at entry: TreeEntry, _ content: [UInt8]?, _ reader: CaseReader) {
    guard let content else {
      add(
        "file.kind", entry.path, 1, "this is a symbolic link or a module, not a file",
        hint: "remove it: a register holds plain files only")
      return
    }
    guard let id = CasePath.id(of: entry.path) else {
      add(
        "file.path", entry.path, 1, "this is not the place of a case file",
        hint: "case files are named cases/YYYY/MM/ID.md; move other files elsewhere")
      return
    }
    do throws(Diagnostic) {
      let document = try reader.document(content, entry.path)
      findings += document.differences
      look(at: document, id, entry.path)
    } catch {
      findings.append(error)
    }
  }

  private mutating func look(at document: CaseDocument, _ id: CaseID, _ path: String) {
    let standing = document.standing
    if standing.id != id {
      add(
        "file.id", path, 2, "the file holds the case \(standing.id)",
        hint: "a case file is named after its case; restore it: `git checkout HEAD -- \(path)`")
    }
    if let other = paths.updateValue(path, forKey: standing.id) {
      add(
        "file.twice", path, 1, "the case \(standing.id) is also in \(other)",
        hint: "run `daftar sync --set-aside`: one file is left then, with the steps of both")
    }
    for name in document.unknownParts {
      add(
        "format.unknown", path, 1, "this version does not know “\(name)”; it is kept as it is",
        hint: "a newer version of daftar wrote it", severity: .warning)
    }
    if let other = document.history.registerID, let own = configuration.settings.registerID,
      other != own
    {
      add(
        "register.other", path, 2, "the case began in another register (\(other); this is \(own))",
        hint: "it was copied here with git; register it anew, with --external for the old id")
    }
    guard let theCase = standing.ordinary else { return }
    if theCase.duplicateOf == nil, let external = theCase.external,
      let other = externals.updateValue(path, forKey: external)
    {
      add(
        "external.twice", path, 1, "the external id “\(external)” is also in \(other)",
        hint: "if both are one: `daftar link \(theCase.id) --duplicate-of "
          + "\(CasePath.id(of: other)?.description ?? "CASE")`")
    }
    for other in [theCase.duplicateOf, theCase.follows].compactMap({ $0 }) + theCase.sameIssue {
      links.append((path, other))
    }
    checkCodes(of: theCase, path)
  }

  private mutating func checkCodes(of theCase: Case, _ path: String) {
    for (column, list, known) in lists {
      for code in theCase.codes(of: column) where !known.contains(code) {
        add(
          "code.unknown", path, 1, "the \(list.noun) “\(code)” is not in the configuration",
          hint: "add it there, or correct it: "
            + "`daftar amend \(theCase.id) \(column.name) … --reason …`",
          severity: .warning)
      }
    }
    if let assignee = theCase.assignee, configuration.team.member(assignee) == nil {
      add(
        "code.unknown", path, 1, "the assignee “\(assignee)” is not in cases/team.yml",
        hint: "members who leave stay in the file, with a “to” date", severity: .warning)
    }
  }

  mutating func finish() {
    for (path, id) in links where paths[id] == nil {
      add(
        "link.missing", path, 1, "it is linked to \(id), which is not here",
        hint: "it may arrive with the next `daftar sync`", severity: .warning)
    }
  }

  private mutating func add(
    _ rule: String, _ path: String, _ line: Int, _ message: String, hint: String,
    severity: Diagnostic.Severity = .error
  ) {
    findings.append(
      Diagnostic(
        severity, rule: rule, at: SourceLocation(path: path, line: line, column: 1),
        message: message, hint: hint))
  }
}
