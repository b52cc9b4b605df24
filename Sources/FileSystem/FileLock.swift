internal import Glibc

/// A lock of the system on a file (flock(2)): it ends with its process, however that ends, so nothing
/// is ever left locked.
package struct FileLock: ~Copyable {
  /// What others may do at the same time.
  package enum Kind: Sendable {
    /// Nobody else has the lock.
    case exclusive
    /// Others may share it; nobody has it alone.
    case shared
  }

  private let file: OpenFile

  /// Waits for the lock, without end or for some seconds; the file is made where it is missing.
  ///
  /// Throws `SystemFailure`, with `isTaken` when the time was over.
  package init(_ path: String, _ kind: Kind, seconds: Double? = nil) throws(SystemFailure) {
    let flags = kind == .exclusive ? O_RDWR | O_CREAT : O_RDONLY
    guard let file = OpenFile(path, flags | O_NOFOLLOW) else { throw SystemFailure(at: path) }
    let operation = kind == .exclusive ? LOCK_EX : LOCK_SH
    var wait = seconds.map(Backoff.init(seconds:))
    while flock(file.number, wait == nil ? operation : operation | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard wait != nil, errno == EWOULDBLOCK else { throw SystemFailure(at: path) }
      guard wait?.pause() == true else { throw SystemFailure(at: path, isTaken: true) }
    }
    self.file = file
  }

  /// Waits for a lock of a folder itself, for which no file is made.
  package init(folder: String) throws(SystemFailure) {
    guard let file = OpenFile(folder, O_RDONLY | O_DIRECTORY) else {
      throw SystemFailure(at: folder)
    }
    while flock(file.number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw SystemFailure(at: folder) }
    }
    self.file = file
  }

  /// Whether somebody has the lock alone this moment; false where there is no such file.
  package static func isHeld(_ path: String) -> Bool {
    guard let file = OpenFile(path, O_RDONLY | O_NONBLOCK) else { return false }
    return flock(file.number, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Runs a body while the lock is held.
  package static func whileHeld<Result, Failure>(
    _ lock: consuming FileLock, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let lock = lock
    // Unlocked here and not by closing, so that the lock is certain to last until here.
    defer { flock(lock.file.number, LOCK_UN) }
    return try body()
  }
}

/// Waits that grow, up to a total.
package struct Backoff {
  private var microseconds: UInt32 = 1_000
  private let clock = ContinuousClock()
  private let deadline: ContinuousClock.Instant

  package init(seconds: Double) { deadline = clock.now + .seconds(seconds) }

  /// Sleeps a little; false when the time is over.
  package mutating func pause() -> Bool {
    guard clock.now < deadline else { return false }
    usleep(microseconds)
    microseconds = min(microseconds * 2, 50_000)
    return true
  }
}
