internal import Diagnostics
internal import GitStore

/// A file that git left between two versions, in a merge, a revert or the like of it.
enum ConflictedFile {
  /// What is wrong with it and the way back, whoever meets it first.
  static func finding(at path: String, in repository: Repository) -> Diagnostic {
    Diagnostic(
      rule: "file.conflict", at: SourceLocation(path: path, line: 1, column: 1),
      message: "git left this file unresolved",
      hint: repository.unfinishedOperation.map { operation in
        "undo the \(operation.rawValue) with `\(operation.undoing)`"
          + (operation == .merge ? " and run `daftar sync`" : "")
      } ?? "bring the recorded file back: `git checkout HEAD -- \(path)`")
  }

  /// Refuses to take such a file for an edit by hand.
  static func refuse(_ path: String, in repository: Repository) throws {
    if try repository.isInConflict(path) { throw finding(at: path, in: repository) }
  }
}
