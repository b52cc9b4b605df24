internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
package import GitStore

/// A note in `.git/daftar/pending` of files that must still follow a commit into the work tree.
///
/// Written before the branch moves and removed when the work tree is in step. A command that is
/// stopped in between leaves it; the next one finishes the work.
package struct PendingWork {
  let old: ObjectID?
  let new: ObjectID
  let paths: [String]

  private static func file(_ repository: Repository) -> String {
    WriteLock.folder(of: repository) + "/pending"
  }

  /// Writes the note; it is complete on disk before the branch moves.
  func write(in repository: Repository) throws {
    let text = ([old?.hex ?? "none", new.hex] + paths).joined(separator: "\n") + "\n"
    let path = Self.file(repository)
    let draft = path + ".new"
    do {
      try Data(text.utf8).write(to: URL(filePath: draft))
    } catch {
      throw Diagnostic(
        rule: "register.read-only", at: SourceLocation(path: draft),
        message: "the register cannot be written here: \(error)",
        hint: "check who owns the folder and whether the disk is full or write-protected")
    }
    guard unsafe rename(draft, path) == 0 else {
      throw Diagnostic(
        rule: "register.read-only", at: SourceLocation(path: path),
        message: "the register cannot be written here: \(SystemError.reason)",
        hint: "check who owns the folder")
    }
  }

  /// Removes the note: the work tree is in step.
  static func remove(in repository: Repository) { _ = unsafe unlink(file(repository)) }

  /// Finishes what a stopped command left undone, if anything.
  ///
  /// A note whose commit never became part of the branch is dropped: nothing was saved.
  package static func finish(in repository: Repository) throws {
    guard unsafe access(file(repository), F_OK) == 0 else { return }
    do {
      try WriteLock.whileExclusive(repository) {
        try finishHoldingLock(in: repository)
      }
    } catch is Diagnostic {
      // A register that cannot be written can still be read: commits are whole without a work tree.
    }
  }

  /// Finishes unfinished work while the caller holds the lock.
  static func finishHoldingLock(in repository: Repository) throws {
    guard let pending = read(in: repository) else { return }
    if let head = try repository.head(), repository.exists(pending.new),
      try repository.isAncestor(pending.new, of: head)
    {
      _ = try repository.synchronise(paths: pending.paths, from: pending.old, to: pending.new)
    }
    remove(in: repository)
  }

  private static func read(in repository: Repository) -> PendingWork? {
    guard let data = FileManager.default.contents(atPath: file(repository)) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count > 1, let new = ObjectID(hex: lines[1]) else { return nil }
    return PendingWork(
      old: ObjectID(hex: lines[0]), new: new, paths: Array(lines.dropFirst(2)))
  }
}
