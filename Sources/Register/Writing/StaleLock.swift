internal import Glibc
internal import GitStore

/// Locks of git that a killed command of this program left behind.
///
/// Git's locks are files, so a power cut leaves them, and every later write would be refused. One is
/// ours when a note of unfinished work lies beside it, nobody else holds our own lock (that one ends
/// with its process), and it appeared in the seconds after the note: writing takes less than one.
enum StaleLock {
  /// How long after its note a command may have taken git's locks, in nanoseconds.
  private static let window = 10_000_000_000

  /// Removes the locks of the command that wrote a note; the caller holds the register's lock.
  static func remove(after note: String, in repository: Repository) throws {
    guard let noted = modified(note) else { return }
    let reference = repository.commonDirectory + "/" + (try repository.branchReference) + ".lock"
    for path in [reference, repository.gitDirectory + "/index.lock"] {
      guard let locked = modified(path), locked >= noted, locked - noted <= window else { continue }
      _ = unsafe unlink(path)
    }
  }

  private static func modified(_ path: String) -> Int? {
    var information = stat()
    guard unsafe lstat(path, &information) == 0 else { return nil }
    return information.st_mtim.tv_sec * 1_000_000_000 + information.st_mtim.tv_nsec
  }
}
