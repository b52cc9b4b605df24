internal import CSyncFileSystem
internal import Glibc
internal import Synchronization

/// What this process has written and the system may still hold in memory.
///
/// Waiting for the disk costs a cheap one a hundredth of a second each time, and a step writes ten
/// files. What nothing names yet waits for nothing: before something names it, one call brings all
/// of it onto the disk, files and folders, in whatever order they were written (syncfs(2)).
package enum UnsyncedWrites {
  private struct Tally {
    /// How often something was written.
    var written = 0
    /// What ``written`` was when a file system was last brought onto its disk, by its device.
    var synced: [dev_t: Int] = [:]
  }

  private static let tally = Mutex(Tally())

  /// Notes that something was written without waiting for the disk.
  package static func note() { tally.withLock { $0.written += 1 } }

  /// Whether anything may be in memory only that lies on the disk of a path.
  package static func mayExist(at path: String) -> Bool {
    guard let device = FileStatus(path, followingLinks: true)?.identity.device else { return false }
    return tally.withLock { $0.written > $0.synced[device] ?? 0 }
  }

  /// Waits until everything written so far on the disk of a folder is safe there.
  package static func flush(at folder: String) throws(SystemFailure) {
    guard let file = OpenFile(folder, O_RDONLY | O_DIRECTORY) else {
      throw SystemFailure(at: folder)
    }
    let written = tally.withLock { $0.written }
    guard syncfs(file.number) == 0 else { throw SystemFailure(at: folder) }
    guard let device = FileStatus(folder, followingLinks: true)?.identity.device else { return }
    tally.withLock { $0.synced[device] = max($0.synced[device] ?? 0, written) }
  }
}
