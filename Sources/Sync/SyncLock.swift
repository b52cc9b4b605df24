internal import Glibc
internal import GitStore
internal import Register

/// Keeps two synchronisations of one copy apart; ends with its process.
final class SyncLock {
  private let descriptor: Int32

  /// Waits for another synchronisation of this copy.
  init(_ repository: Repository) throws {
    let folder = WriteLock.folder(of: repository)
    _ = unsafe mkdir(folder, 0o777)
    let path = folder + "/sync"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw WriteLock.refusal(path)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
