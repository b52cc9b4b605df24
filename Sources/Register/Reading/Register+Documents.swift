internal import CaseVault
package import CaseFormat
package import CaseModel
internal import Diagnostics
package import GitStore
internal import Text

extension Register {
  /// The path of a case's file in a commit, in whichever layout; nil when there is none.
  package func path(of id: CaseID, in commit: ObjectID) throws -> String? {
    let usual = configuration.settings.layout
    let layouts = [usual] + RegisterSettings.Layout.allCases.filter { $0 != usual }
    for layout in layouts {
      let path = CasePath.path(of: id, layout: layout)
      if try repository.entry(at: path, in: commit) != nil { return path }
    }
    return nil
  }

  /// The entries below `cases/` of the head; a case that has a file in each layout counts once.
  func caseEntries() throws -> [TreeEntry] {
    let all = try repository.entries(under: "cases", in: try head())
    let layout = configuration.settings.layout
    let usual = layout == .month ? 31 : 33
    let isUniform = all.allSatisfy {
      $0.path.utf8.count == usual || !CasePath.isInCaseFolder($0.path)
    }
    guard !isUniform else { return all }
    let paths = Set(all.map(\.path))
    return all.filter { entry in
      guard let id = CasePath.id(of: entry.path) else { return true }
      let place = CasePath.path(of: id, layout: layout)
      return place == entry.path || !paths.contains(place)
    }
  }

  /// Reads a whole case in a commit; throws when there is none or when it is damaged.
  package func document(_ id: CaseID, in commit: ObjectID) throws -> CaseDocument {
    guard let path = try path(of: id, in: commit) else {
      throw Refusal(
        .caseMissing, "there is no case \(id) here",
        hint: "list the cases with `daftar list`; somebody else may not have sent it yet")
    }
    guard let entry = try repository.entry(at: path, in: commit), entry.kind.isRegularFile else {
      throw Diagnostic(
        rule: "file.kind", at: SourceLocation(path: path, line: 1, column: 1),
        message: "this is a symbolic link or a folder, not a case file",
        hint: "restore the file: `git checkout HEAD -- \(path)`")
    }
    let document = try reader.document(try repository.blob(entry.id), path)
    guard document.standing.id == id else {
      throw Diagnostic(
        rule: "file.id", at: SourceLocation(path: path, line: 2, column: 1),
        message: "the file holds the case \(document.standing.id)",
        hint: "a case file is named after its case; restore it: `git checkout HEAD -- \(path)`")
    }
    return document
  }

  /// The bytes of a case's file as committed.
  package func rawFile(_ id: CaseID) throws -> [UInt8] {
    let head = try head()
    guard let path = try path(of: id, in: head), let bytes = try repository.blob(at: path, in: head)
    else {
      throw Refusal(
        .caseMissing, "there is no case \(id) here", hint: "list the cases with `daftar list`")
    }
    return bytes
  }

  /// A case as its front matter shows it; nil when there is none.
  func standing(of id: CaseID, in commit: ObjectID) throws -> CaseStanding? {
    guard let path = try path(of: id, in: commit),
      let bytes = try repository.blob(at: path, in: commit)
    else { return nil }
    return try reader.standing(bytes, path) { bytes }
  }
}

extension Repository {
  /// The branch's name without `refs/heads/`.
  package var branchReferenceName: String {
    get throws {
      let name = try branchReference
      return name.hasPrefix("refs/heads/") ? String(name.dropFirst(11)) : name
    }
  }
}
