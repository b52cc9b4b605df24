internal import FileSystem

/// A lock that keeps two processes from bringing the same work tree to two commits at once.
enum WorkTreeLock {
  /// The longest wait, in seconds; an import of ten thousand files takes about one.
  private static let patience = 10.0

  static func whileHeld<Result>(
    in gitDirectory: String, _ body: () throws(GitError) -> Result
  ) throws(GitError) -> Result {
    let lock: FileLock
    do {
      lock = try FileLock("\(gitDirectory)/worktree-in-use", .exclusive, seconds: patience)
    } catch {
      let doing = "locking the work tree"
      throw error.isTaken
        ? GitError(doing, .locked, message: "another command is still working in it")
        : GitError(doing, error)
    }
    return try FileLock.whileHeld(lock, body)
  }
}
