internal import CaseVault
internal import CaseFormat
internal import CaseModel
package import Diagnostics
internal import GitStore

/// A file that somebody changed by hand and did not record.
package struct EditedFile: Sendable {
  /// What is wrong, where, and what to do; what is committed counts all the same.
  package let diagnostic: Diagnostic
}

extension Register {
  /// Files of `cases/` in the work tree that are not as recorded, by path.
  ///
  /// Each case file is read and compared with its events; a configuration file only named.
  package func editedFiles() throws -> [String: EditedFile] {
    try editedFiles(repository.modifiedPaths(under: "cases"))
  }

  /// The same of changes that were found already.
  func editedFiles(_ changes: [WorkTreeChange]) throws -> [String: EditedFile] {
    var result: [String: EditedFile] = [:]
    let head = try head()
    for change in changes {
      let content = WorkTreeFile.content(change.path, in: repository)
      // Git's index may be behind while the file itself is as recorded.
      if let content, content == (try repository.blob(at: change.path, in: head)) { continue }
      // An older version of a case is one that the work tree kept; of configuration it says what is not in
      // force any more, whoever put it there.
      if try CasePath.isInCaseFolder(change.path)
        && PendingWork.explains(content, at: change.path, in: repository)
      {
        continue
      }
      result[change.path] =
        CasePath.isInCaseFolder(change.path) ? editedCase(change) : try editedOther(change, content)
    }
    return result.compactMapValues { $0 }
  }

  /// What is wrong with the files of the work tree, by path: what is committed is shown instead.
  func editFindings(_ changes: [WorkTreeChange]) throws -> [Diagnostic] {
    try editedFiles(changes).sorted { $0.key < $1.key }.map(\.value.diagnostic)
  }

  private func editedCase(_ change: WorkTreeChange) -> EditedFile? {
    let path = change.path
    let place = SourceLocation(path: path, line: 1, column: 1)
    if change.kind == .added { return unrecorded(path) }
    if let found = WorkTreeFile.findingOfOtherThing(at: path, place, in: repository) {
      return EditedFile(diagnostic: found)
    }
    switch change.kind {
    case .deleted:
      return EditedFile(
        diagnostic: Diagnostic(
          rule: "file.deleted", at: place, message: "the file was deleted by hand",
          hint: "bring it back: `git checkout HEAD -- \(path)`; a case is never deleted"))
    case .conflicted:
      return EditedFile(diagnostic: ConflictedFile.finding(at: path, in: repository))
    case .added, .modified, .typeChanged: break
    }
    guard let bytes = WorkTreeFile.content(path, in: repository) else { return nil }
    do throws(Diagnostic) {
      let document = try reader.document(bytes, path)
      if let difference = document.differences.first {
        return EditedFile(diagnostic: difference)
      }
    } catch {
      return EditedFile(diagnostic: error)
    }
    return EditedFile(
      diagnostic: Diagnostic(
        rule: "file.edited", at: place, message: "the file is not as it was recorded",
        hint: "undo the edit: `git checkout HEAD -- \(path)`"))
  }

  /// A file that was never recorded: git has no version of it to bring back.
  private func unrecorded(_ path: String) -> EditedFile? {
    let place = SourceLocation(path: path, line: 1, column: 1)
    let hint =
      "move it away or delete it; cases come in through `daftar new`, `import` and `sync`"
    if let what = WorkTreeFile.otherThing(at: path, in: repository) {
      return EditedFile(
        diagnostic: Diagnostic(
          rule: "file.kind", at: place,
          message: "\(what) stands here, and nothing of it was ever recorded", hint: hint))
    }
    guard let bytes = WorkTreeFile.content(path, in: repository) else { return nil }
    var found = Diagnostic(
      rule: "file.unrecorded", at: place, message: "this file was never recorded")
    do throws(Diagnostic) {
      if let difference = try reader.document(bytes, path).differences.first { found = difference }
    } catch {
      found = error
    }
    found.hint = hint
    return EditedFile(diagnostic: found)
  }

  private func editedOther(_ change: WorkTreeChange, _ content: [UInt8]?) throws -> EditedFile? {
    let name = change.path.split(separator: "/").last.map(String.init) ?? change.path
    guard Configuration.fileNames.contains(name), change.path == "cases/" + name else { return nil }
    return EditedFile(diagnostic: try finding(ofEdited: name, content))
  }

  /// What to say of a configuration file that was edited: whether it can come into force, and how.
  package func finding(ofEdited name: String, _ content: [UInt8]?) throws -> Diagnostic {
    guard try !repository.isInConflict("cases/" + name) else {
      return ConflictedFile.finding(at: "cases/" + name, in: repository)
    }
    let path = "cases/" + name
    if content == nil,
      let found = WorkTreeFile.findingOfOtherThing(
        at: path, SourceLocation(path: path), in: repository)
    {
      return found
    }
    if let problem = try problem(ofEdited: name, content) {
      return Self.withWayBack(problem, in: "cases/" + name)
    }
    return Diagnostic(
      .warning, rule: "config.edited", at: SourceLocation(path: "cases/" + name),
      message: "the file was edited, and the edit is not in force yet",
      hint: "record it: `daftar adopt \(name)`")
  }

  /// The finding with the way back to what is recorded, where its hint does not name one.
  static func withWayBack(_ problem: Diagnostic, in path: String) -> Diagnostic {
    guard problem.location.map({ $0.path == path }) ?? true,
      !(problem.hint ?? "").contains("git checkout")
    else { return problem }
    var problem = problem
    problem.hint =
      (problem.hint ?? "correct it, then `daftar adopt \(path.dropFirst("cases/".count))`")
      + "; or undo the edit: `git checkout HEAD -- \(path)`"
    return problem
  }

  /// What keeps an edited configuration file from coming into force, if anything.
  private func problem(ofEdited name: String, _ content: [UInt8]?) throws -> Diagnostic? {
    let head = try head()
    if let content {
      let committed = try repository.blob(at: "cases/" + name, in: head)
      let findings = ConfigurationDoor.findings(
        name, content, since: committed, today: today)
      if let first = findings.first { return first }
    }
    do throws(DiagnosticList) {
      _ = try Configuration.reading { file throws(Diagnostic) in
        if file == name { return content }
        do throws(GitError) {
          return try repository.blob(at: "cases/" + file, in: head)
        } catch {
          throw Diagnostic(rule: "git", message: error.description)
        }
      }
      return nil
    } catch {
      return error.diagnostics.first
    }
  }
}

extension Register {
  /// What is wrong with one file in the work tree; nil when it is as recorded.
  package func handEdit(of path: String) throws -> Diagnostic? {
    guard repository.workTree != nil else { return nil }
    return try WriteLock.whileShared(repository) {
      let committed = try repository.blob(at: path, in: try head())
      guard WorkTreeFile.content(path, in: repository) != committed else { return nil }
      return try editedFiles()[path]?.diagnostic
    }
  }
}
