internal import Glibc
internal import FileSystem

/// Lock files of git that a process left which is gone.
///
/// Git's locks are files: a power cut or a killed program leaves them, and whoever comes later is
/// refused for ever. One of a reference that only this program writes, under a lock of the system
/// that is held now, is nobody's. Any other may be held this moment by git or an editor: it counts
/// as left only when no process that is running has it open or works with git in this repository,
/// and it is the same file, unchanged, for ten seconds.
package enum AbandonedLock {
  /// How long a lock that may be somebody's must stay as it is, in seconds.
  private static let patience = 10
  /// From this age on, in seconds, a lock is left whatever the clocks of two computers say.
  private static let surelyOld = 86_400

  /// Removes a lock of a reference that only this program writes; its writers' lock is held.
  package static func removeOwn(_ path: String) {
    guard let found = seen(path),
      !RunningProcess.others().contains(where: { $0.hasOpen(found.identity) })
    else { return }
    _ = unsafe unlink(path)
  }

  /// Removes all such locks below a folder of references.
  package static func removeOwn(below folder: String) {
    for path in locks(below: folder) { removeOwn(path) }
  }

  /// Removes the locks of a repository that only this program writes; its writers' lock is held.
  ///
  /// A synchronisation runs git there without that lock: what git is at work on stays.
  package static func clearOwn(in gitDirectory: String) {
    let told = ["HEAD", "packed-refs", "config", "shallow"].map { "\(gitDirectory)/\($0).lock" }
    for path in told + locks(below: gitDirectory + "/refs") {
      guard let found = seen(path), !isSomebodyAtWork(on: found, in: [gitDirectory]),
        unsafe unlink(path) == 0, told.contains(path)
      else { continue }
      RepositoryNotes.current.addClearedLock(path)
    }
  }

  /// Removes locks that were left; waits for those that may be somebody's where that is asked for.
  ///
  /// `places` are the folders in which a process that holds one would work. On a disk that other
  /// computers write too (`isShared`), only what is watched here for ten seconds counts.
  package static func clear(
    _ paths: [String], ofThoseIn places: [String], waiting: Bool, isShared: Bool = false
  ) {
    for path in paths {
      guard let first = seen(path) else { continue }
      let isLeft =
        isOldEnough(first, isShared: isShared)
        || waiting && staysTheSame(path, first)
      guard isLeft, seen(path) == first, !isSomebodyAtWork(on: first, in: places) else { continue }
      if unsafe unlink(path) == 0 { RepositoryNotes.current.addClearedLock(path) }
    }
  }

  private static func isOldEnough(_ lock: FileStatus, isShared: Bool) -> Bool {
    var now = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else { return false }
    // One from the future was not made just now either: a clock was set back.
    return abs(now.tv_sec - lock.modified / 1_000_000_000) > (isShared ? surelyOld : patience)
  }

  private static func staysTheSame(_ path: String, _ lock: FileStatus) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    while clock.now < end {
      usleep(100_000)
      guard seen(path) == lock else { return false }
    }
    return true
  }

  /// The lock files below a folder, from its references.
  package static func locks(below folder: String) -> [String] {
    Folder.paths(below: folder).filter { $0.hasSuffix(".lock") }.map { folder + "/" + $0 }
  }

  /// A lock file as it stands there; nil where there is no file.
  private static func seen(_ path: String) -> FileStatus? {
    FileStatus(path).flatMap { $0.kind == .file ? $0 : nil }
  }

  /// Whether another process has the file open, or is git at work in one of the folders.
  ///
  /// Git closes some locks and keeps them, such as that of the index while `git commit -a` waits
  /// for an editor.
  private static func isSomebodyAtWork(on lock: FileStatus, in folders: [String]) -> Bool {
    RunningProcess.others().contains { process in
      process.hasOpen(lock.identity)
        || process.name.hasPrefix("git") && process.owner == lock.owner
          && process.isAtWork(in: folders)
    }
  }
}
