internal import Glibc

/// Keeps two processes from bringing the same work tree to two commits at once.
///
/// The system releases it when its process ends, however it ends: unlike a lock file, it cannot be
/// left behind.
enum WorkTreeLock {
  /// The longest wait, in seconds; an import of ten thousand files takes about one.
  private static let patience = 10.0

  static func whileHeld<Result>(
    in gitDirectory: String, _ body: () throws(GitError) -> Result
  ) throws(GitError) -> Result {
    let path = "\(gitDirectory)/worktree-in-use"
    let doing = "locking the work tree"
    guard
      let file = unsafe FileDescriptor(
        taking: open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666))
    else { throw GitError(doing, .other, message: "\(path): \(systemReason())") }
    var wait = Backoff(seconds: patience)
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw GitError(doing, .other, message: "\(path): \(systemReason())")
      }
      guard wait.pause() else {
        throw GitError(doing, .locked, message: "another command is still working in it")
      }
    }
    // Unlocked here and not by closing, so that the lock is certain to last until here.
    defer { flock(file.number, LOCK_UN) }
    return try body()
  }
}

/// Waits that grow, up to a total.
struct Backoff {
  private var microseconds: UInt32 = 1_000
  private let clock = ContinuousClock()
  private let deadline: ContinuousClock.Instant

  init(seconds: Double) { deadline = clock.now + .seconds(seconds) }

  /// Sleeps a little; false when the time is over.
  mutating func pause() -> Bool {
    guard clock.now < deadline else { return false }
    usleep(microseconds)
    microseconds = min(microseconds * 2, 50_000)
    return true
  }
}
