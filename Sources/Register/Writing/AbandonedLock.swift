internal import FoundationEssentials
internal import Glibc
internal import GitStore
internal import Synchronization

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

  private static let cleared = Mutex<[String]>([])

  /// The lock files that were removed and may have been another program's; each is told once.
  package static func takeCleared() -> [String] {
    cleared.withLock { paths in
      defer { paths = [] }
      return paths
    }
  }

  /// Removes a lock of a reference that only this program writes; its writers' lock is held.
  static func removeOwn(_ path: String) {
    guard let found = Seen(path), !GitHolder.hasOpen(found.file) else { return }
    _ = unsafe unlink(path)
  }

  /// Removes all such locks below a folder of references.
  static func removeOwn(below folder: String) {
    for path in locks(below: folder) { removeOwn(path) }
  }

  /// Removes locks that were left; waits for those that may be somebody's where that is asked for.
  ///
  /// `places` are the folders in which a process that holds one would work. On a disk that other
  /// computers write too (`isShared`), only what is watched here for ten seconds counts.
  static func clear(
    _ paths: [String], ofThoseIn places: [String], waiting: Bool, isShared: Bool = false
  ) {
    for path in paths {
      guard let first = Seen(path) else { continue }
      let isLeft =
        isOldEnough(first, isShared: isShared)
        || waiting && staysTheSame(path, first)
      guard isLeft, Seen(path) == first, !GitHolder.isAtWork(on: first.file, in: places) else {
        continue
      }
      if unsafe unlink(path) == 0 { cleared.withLock { $0.append(path) } }
    }
  }

  private static func isOldEnough(_ lock: Seen, isShared: Bool) -> Bool {
    var now = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else { return false }
    // One from the future was not made just now either: a clock was set back.
    return abs(now.tv_sec - lock.seconds) > (isShared ? surelyOld : patience)
  }

  private static func staysTheSame(_ path: String, _ lock: Seen) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    while clock.now < end {
      usleep(100_000)
      guard Seen(path) == lock else { return false }
    }
    return true
  }

  /// The lock files below a folder, from its references.
  static func locks(below folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".lock") }.sorted().map { folder + "/" + $0 }
  }

  /// A lock file as it was seen.
  private struct Seen: Equatable {
    let file: GitHolder.File
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    /// Looks at a path; nil where there is no such file.
    init?(_ path: String) {
      var status = stat()
      guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      file = GitHolder.File(device: status.st_dev, number: status.st_ino, owner: status.st_uid)
      size = Int(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }
}
