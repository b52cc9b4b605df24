package import CaseFormat
package import CaseModel
package import Diagnostics
package import GitStore

/// The judgement on single files, whether they can stand in a register.
///
/// It is the same everywhere, for the same bytes.
package struct FileJudgement {
  let repository: Repository
  package let zone: TimeZoneRules

  /// Judges the files of a repository, whose days are those of a zone.
  package init(repository: Repository, zone: TimeZoneRules) {
    self.repository = repository
    self.zone = zone
  }

  /// What a case file is worth.
  package enum Verdict {
    case whole(History)
    /// Its events are whole, but what stands around them says something else.
    case edited(CaseDocument, Diagnostic)
    case wrong(Diagnostic)

    /// The events, when they can be read.
    package var history: History? {
      switch self {
      case .whole(let history): history
      case .edited(let document, _): document.history
      case .wrong: nil
      }
    }
  }

  /// Judges what stands at the path of a case.
  package func judge(_ entry: TreeEntry, at path: String) throws -> Verdict {
    guard entry.kind.isRegularFile, let id = CasePath.id(of: path) else {
      return .wrong(Self.misplaced(entry))
    }
    if let size = repository.size(of: entry.id), size > CaseFileLayout.maximumSize {
      return .wrong(
        problem("file.size", path, "the file is larger than 1 MiB; a case file holds text only"))
    }
    let bytes = try repository.blob(entry.id)
    do throws(Diagnostic) {
      let document = try CaseDocument(reading: bytes, path: path, zone: zone)
      guard document.standing.id == id else {
        return .wrong(problem("file.id", path, "the file holds the case \(document.standing.id)"))
      }
      // Also beside an event that is not known: it has no effect, the rest follows from the others.
      guard let difference = document.differences.first else { return .whole(document.history) }
      return .edited(document, difference)
    } catch {
      return .wrong(error)
    }
  }

  /// The events of the case file at a path of a commit; nil when there is none that can be read.
  package func history(at path: String, in commit: ObjectID) throws -> History? {
    guard let entry = try repository.entry(at: path, in: commit) else { return nil }
    return try judge(entry, at: path).history
  }

  /// All that two copies of a case know; nil when they cannot be copies of one case.
  package func union(_ one: History, _ other: History, _ path: String) -> CaseDocument? {
    guard let history = try? one.union(with: other) else { return nil }
    return try? CaseDocument(path: path, history: history, zone: zone)
  }

  /// Whether an entry, or a folder with all in it, has no place where it stands.
  ///
  /// In `cases/YYYY/` nothing but case files and their folders, in `cases` no link and no submodule,
  /// and no folder or file in the place of the other; nor a link or submodule in the template of the
  /// site, which nobody could build then.
  package static func isMisplaced(_ entry: TreeEntry) -> Bool {
    let isFolder = entry.kind == .folder
    let path = entry.path
    let isYear = path.utf8.count == 10 && CasePath.isInCaseFolder(path + "/-")
    if path == "cases" || isYear {
      return !isFolder
    }
    if path == Register.templateFolder { return !isFolder }
    if path.hasPrefix(Register.templateFolder + "/") {
      return entry.kind == .symlink || entry.kind == .submodule
    }
    guard path.hasPrefix("cases/") else { return false }
    if entry.kind == .symlink || entry.kind == .submodule { return true }
    if Configuration.fileNames.contains(String(path.dropFirst(6))) { return isFolder }
    guard CasePath.isInCaseFolder(path), isFolder == (CasePath.id(of: path) != nil) else {
      return false
    }
    return true
  }

  /// Says what is wrong with an entry that has no place.
  package static func misplaced(_ entry: TreeEntry) -> Diagnostic {
    let place = SourceLocation(path: entry.path, line: 1, column: 1)
    switch entry.kind {
    case .symlink:
      return Diagnostic(
        rule: "file.kind", at: place, message: "this is a symbolic link, and not a file")
    case .submodule:
      return Diagnostic(
        rule: "file.kind", at: place, message: "this is a module of git, and not a file")
    case .folder:
      return Diagnostic(
        rule: "file.kind", at: place, message: "a folder stands in the place of a file")
    case .file, .executable:
      let name = entry.path.split(separator: "/").last.map(String.init) ?? entry.path
      guard !KnownLitter.names.contains(name.lowercased()) else {
        return Diagnostic(
          rule: "file.litter", at: place,
          message: "this is a file that the system of a computer leaves in its folders")
      }
      return Diagnostic(
        rule: "file.path", at: place,
        message: "this is no case file: they are named cases/YYYY/MM/ID.md")
    }
  }

  /// Says that a case has a file already, in the place where the register keeps it.
  package static func secondFile(_ path: String, of place: String) -> Diagnostic {
    Diagnostic(
      rule: "file.twice", at: SourceLocation(path: path, line: 1, column: 1),
      message: "the case has its file already: \(place)")
  }

  private func problem(_ rule: String, _ path: String, _ message: String) -> Diagnostic {
    Diagnostic(
      rule: rule, at: SourceLocation(path: path, line: 1, column: 1), message: message)
  }
}
