internal import CaseVault
package import GitStore
internal import FileSystem

/// A note in `.git/daftar/pending` of files that must still follow a commit into the work tree.
///
/// Written before the branch moves and removed when the work tree is in step. A command that is
/// stopped in between leaves it; the next one finishes the work. Where that is not possible yet (a
/// full disk, a lock of git), the note stays and later writes add to it.
package struct PendingWork: Equatable {
  /// What the work tree was at; nil when there was no commit.
  var old: ObjectID?
  /// The commit to follow.
  var new: ObjectID
  /// The files that differ, from the top of the work tree.
  var paths: [String]
  /// Edits by hand that the commit explains, by path: they make way for what it holds.
  var edits: [String: ObjectID] = [:]

  private static func note(_ repository: Repository) -> WorkTreeNote {
    WorkTreeNote("pending", of: repository)
  }

  /// Adds this work to whatever is noted already; complete on disk before the branch moves.
  ///
  /// Returns what was noted before, to be put back when the branch does not move.
  func add(in repository: Repository) throws -> PendingWork? {
    let earlier = Self.read(in: repository)
    var sum = self
    if let earlier {
      sum.old = earlier.old
      sum.paths = Set(earlier.paths + paths).sorted()
      sum.edits.merge(earlier.edits) { ours, _ in ours }
    }
    try sum.write(in: repository)
    return earlier
  }

  /// Puts back what was noted before, or nothing.
  static func restore(_ earlier: PendingWork?, in repository: Repository) throws {
    guard let earlier else { return remove(in: repository) }
    try earlier.write(in: repository)
  }

  private func write(in repository: Repository) throws {
    // No path begins with a tab.
    let edited = edits.sorted { $0.key < $1.key }.map { "\t\($0.value.hex) \($0.key)" }
    try Self.note(repository).write(
      [old?.hex ?? "none", new.hex] + paths + edited, safe: .withNextReference)
  }

  /// Removes the note: the work tree is in step.
  static func remove(in repository: Repository) { note(repository).remove() }

  /// What is noted, if anything.
  static func read(in repository: Repository) -> PendingWork? {
    guard let lines = note(repository).lines, lines.count > 1, let new = ObjectID(hex: lines[1])
    else { return nil }
    var pending = PendingWork(old: ObjectID(hex: lines[0]), new: new, paths: [])
    for line in lines.dropFirst(2) {
      let edit = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
      guard line.hasPrefix("\t"), edit.count == 2, let id = ObjectID(hex: edit[0]) else {
        pending.paths.append(line)
        continue
      }
      pending.edits[edit[1]] = id
    }
    return pending
  }

  /// Finishes what a stopped command left undone, if anything, and says which work that was.
  ///
  /// Reading goes on where the work cannot be finished: commits are whole without a work tree.
  static func finish(in repository: Repository) throws -> PendingWork? {
    guard let pending = read(in: repository),
      FileStatus.isWritable(WriteLock.workTreeFolder(of: repository))
    else { return nil }
    try WriteLock.whileExclusive(repository) { try finishHoldingLock(in: repository) }
    return pending
  }

  /// Finishes unfinished work while the caller holds the lock; what cannot be done stays noted.
  ///
  /// A note whose commit never became part of the branch is dropped: nothing was saved.
  package static func finishHoldingLock(in repository: Repository) throws {
    guard let pending = read(in: repository) else { return }
    try StaleLock.remove(after: note(repository).path, in: repository)
    guard let head = try repository.head(), repository.exists(pending.new),
      try repository.isAncestor(pending.new, of: head)
    else { return remove(in: repository) }
    RegisterLocks.clearIndex(in: repository)
    if try pending.follow(in: repository) {
      remove(in: repository)
    }
  }

  /// Brings files and index to a commit; false when that has to wait.
  func follow(in repository: Repository) throws -> Bool {
    do {
      let left = try repository.synchronise(
        paths: paths, from: old, to: new, over: edits, checkpoint: Checkpoint.reached)
      try OvertakenEdits.add(
        left.filter { $0.reason == .edited }.map(\.path), from: old, in: repository)
      return !left.contains { if case .notWritable = $0.reason { true } else { false } }
    } catch {
      // Whatever the reason, the commit stands: a full disk, a lock of git, a folder in the way.
      return false
    }
  }

  /// Whether a file in the work tree comes from the program and not from a person: it is as it was
  /// before work that is still to be finished, or as an earlier commit had it.
  static func explains(
    _ content: [UInt8]?, at path: String, in repository: Repository
  ) throws -> Bool {
    if let pending = read(in: repository), pending.paths.contains(path),
      content == (try pending.old.flatMap { try repository.blob(at: path, in: $0) })
    {
      return true
    }
    guard let content, let head = try repository.head() else { return false }
    return try repository.hadFile(content, at: path, before: head)
  }
}
