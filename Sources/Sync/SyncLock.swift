internal import CaseVault
internal import GitStore
internal import Register
internal import FileSystem

/// A lock that keeps two synchronisations of one copy apart; it ends with its process.
final class SyncLock {
  private let lock: FileLock

  /// Waits for another synchronisation of this copy.
  init(_ repository: Repository) throws {
    lock = try WriteLock.taken(WriteLock.ofSynchronisation, of: repository)
  }
}
