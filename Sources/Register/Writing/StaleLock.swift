internal import GitStore
internal import Glibc
internal import FileSystem

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
    guard let noted = FileStatus(note)?.modified else { return }
    let reference = repository.commonDirectory + "/" + (try repository.branchReference) + ".lock"
    for path in [reference, repository.gitDirectory + "/index.lock"] {
      guard let locked = FileStatus(path)?.modified, locked >= noted, locked - noted <= window
      else { continue }
      _ = unsafe unlink(path)
    }
  }
}
