internal import CaseFormat
package import CaseModel
package import Diagnostics

/// What a correction may set, with the codes that a register lists for it.
package struct ExpectedCodes: Sendable {
  fileprivate let configuration: Configuration
  fileprivate let lists: [(column: CaseColumn, list: CodeList, known: Set<String>)]

  /// Gathers the codes of a configuration.
  package init(_ configuration: Configuration) {
    self.configuration = configuration
    lists = CaseColumn.correctable.compactMap { column in
      guard let list = column.codes, list.isConfigured, list != .members else { return nil }
      let known = Set(configuration.codes(list))
      // A register need not list bands.
      if case .band = list, known.isEmpty { return nil }
      return (column, list, known)
    }
  }
}

/// A look at case files that remembers what only all of them together can tell.
package struct CaseFilesReview: Sendable {
  /// What was found so far, file by file.
  package var findings: [Diagnostic] = []
  /// Which case each file holds.
  private var files: [(path: String, id: CaseID)] = []
  /// The id of another system that each case has, and its file.
  private var externals: [(path: String, external: String, id: CaseID)] = []
  private var links: [(from: String, to: CaseID)] = []

  /// Begins with nothing.
  package init() {}

  /// Takes what was found in files that come later.
  package mutating func add(_ later: Self) {
    findings += later.findings
    files += later.files
    externals += later.externals
    links += later.links
  }

  /// Names what stands in the place of a file and is none.
  package mutating func refuseKind(of path: String) {
    add(
      "file.kind", path, 1, "this is a symbolic link or a module, not a file",
      hint: "remove it: a register holds plain files only")
  }

  /// Looks at one file: its place, its events against what it shows, its codes.
  package mutating func look(
    at path: String, _ content: [UInt8], _ reader: CaseReader, _ expected: ExpectedCodes
  ) {
    guard let id = CasePath.id(of: path) else {
      add(
        "file.path", path, 1, "this is not the place of a case file",
        hint: "case files are named cases/YYYY/MM/ID.md; move other files elsewhere")
      return
    }
    do throws(Diagnostic) {
      let document = try reader.document(content, path)
      findings += document.differences
      look(at: document, id, path, expected)
    } catch {
      findings.append(error)
    }
  }

  private mutating func look(
    at document: CaseDocument, _ id: CaseID, _ path: String, _ expected: ExpectedCodes
  ) {
    let standing = document.standing
    if standing.id != id {
      add(
        "file.id", path, 2, "the file holds the case \(standing.id)",
        hint: "a case file is named after its case; restore it: `git checkout HEAD -- \(path)`")
    }
    files.append((path, standing.id))
    for name in document.unknownParts {
      add(
        "format.unknown", path, 1, "this version does not know “\(name)”; it is kept as it is",
        hint: "a newer version of daftar wrote it", severity: .warning)
    }
    let own = expected.configuration.settings.registerID
    if let other = document.history.registerID, let own, other != own {
      add(
        "register.other", path, 2, "the case began in another register (\(other); this is \(own))",
        hint: "it was copied here with git; register it anew, with --external for the old id")
    }
    guard let theCase = standing.ordinary else { return }
    if theCase.duplicateOf == nil, let external = theCase.external {
      externals.append((path, external, theCase.id))
    }
    for other in [theCase.duplicateOf, theCase.follows].compactMap({ $0 }) + theCase.sameIssue {
      links.append((path, other))
    }
    checkCodes(of: theCase, path, expected)
  }

  private mutating func checkCodes(
    of theCase: Case, _ path: String, _ expected: ExpectedCodes
  ) {
    for (column, list, known) in expected.lists {
      for code in theCase.codes(of: column) where !known.contains(code) {
        add(
          "code.unknown", path, 1, "the \(list.noun) “\(code)” is not in the configuration",
          hint: "add it there, or correct it: "
            + "`daftar amend \(theCase.id) \(column.name) … --reason …`",
          severity: .warning)
      }
    }
    if let assignee = theCase.assignee, expected.configuration.team.member(assignee) == nil {
      add(
        "code.unknown", path, 1, "the assignee “\(assignee)” is not in cases/team.yml",
        hint: "members who leave stay in the file, with a “to” date", severity: .warning)
    }
  }

  /// Finds what is twice among all files, and what is linked to none of them.
  package mutating func compareFiles() {
    var paths: [CaseID: String] = [:]
    for (path, id) in files {
      guard let other = paths.updateValue(path, forKey: id) else { continue }
      add(
        "file.twice", path, 1, "the case \(id) is also in \(other)",
        hint: "run `daftar sync --set-aside`: one file is left then, with the steps of both")
    }
    var known: [String: String] = [:]
    for (path, external, id) in externals {
      guard let other = known.updateValue(path, forKey: external) else { continue }
      add(
        "external.twice", path, 1, "the external id “\(external)” is also in \(other)",
        hint: "if both are one: `daftar link \(id) --duplicate-of "
          + "\(CasePath.id(of: other)?.description ?? "CASE")`")
    }
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
