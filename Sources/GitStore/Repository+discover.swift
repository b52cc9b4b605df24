internal import CGit2
internal import Text

extension Repository {
  /// Opens the repository that a path is in, walking up as git does; bare repositories too.
  ///
  /// `GIT_DIR` and the other variables of git are not read.
  package static func discover(from path: String) throws(GitError) -> Repository {
    try open(path, flags: 0)
  }

  /// Opens the repository at exactly this path, without looking in the folders above.
  package static func open(at path: String) throws(GitError) -> Repository {
    try open(path, flags: GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue)
  }

  /// Opens the repository that git's own environment variables name.
  ///
  /// For a hook only: before a push is accepted, its objects are in a quarantine folder that
  /// nothing but these variables points to.
  package static func fromEnvironment() throws(GitError) -> Repository {
    try open(nil, flags: GIT_REPOSITORY_OPEN_FROM_ENV.rawValue)
  }

  private static func open(_ path: String?, flags: UInt32) throws(GitError) -> Repository {
    try Library.start()
    let doing = "opening the git repository \(path.map { "at \($0)" } ?? "of this hook")"
    do {
      return try Repository(
        taking: unsafe Handle(doing) { unsafe git_repository_open_ext($0, path, flags, nil) })
    } catch {
      throw explained(error, path: path ?? ".")
    }
  }

  /// Puts the remedy into the errors that have one.
  private static func explained(_ error: GitError, path: String) -> GitError {
    // Version 1.5 reports a foreign owner as the missing setting that would allow it.
    if error.kind == .foreignOwner || error.message.contains("safe.directory") {
      return GitError(
        error.doing, .foreignOwner, code: error.code,
        message: "the folder belongs to another user, and git does not trust it; if you do, run "
          + "`git config --global --add safe.directory \(ShellWord.quoted(path))`")
    }
    if error.kind == .notFound {
      return GitError(
        error.doing, .notFound, code: error.code,
        message: "there is no git repository here or in a folder above")
    }
    guard error.message.contains("unsupported extension") else { return error }
    return GitError(
      error.doing, .unsupported, code: error.code,
      message: "\(error.message); SHA-256 object names, reftable and per-worktree settings are "
        + "not supported")
  }
}
