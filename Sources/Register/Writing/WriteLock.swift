package import Diagnostics
internal import Glibc
package import GitStore

/// Keeps two commands from writing one register at the same time.
///
/// A lock of the system on `.git/daftar/lock`: it ends with its process, however that ends, so
/// nothing is ever left locked. Readers share it, so that they never see half a change.
package enum WriteLock {
  /// The folder of the program's own files in the git directory that all work trees share.
  package static func folder(of repository: Repository) -> String {
    repository.commonDirectory + "/daftar"
  }

  /// The folder of what concerns one work tree only: the files that must follow, the last list.
  ///
  /// Of a work tree that `git worktree add` made, a folder of its name in the shared one.
  static func workTreeFolder(of repository: Repository) -> String {
    let shared = folder(of: repository)
    guard repository.gitDirectory != repository.commonDirectory,
      let name = repository.gitDirectory.split(separator: "/").last
    else { return shared }
    return shared + "/worktrees/" + name
  }

  /// The same folder, made where it is missing.
  static func makeWorkTreeFolder(of repository: Repository) throws -> String {
    let folder = workTreeFolder(of: repository)
    guard unsafe access(folder, F_OK) != 0 else { return folder }
    let parts = [Self.folder(of: repository), Self.folder(of: repository) + "/worktrees", folder]
    for part in parts where unsafe mkdir(part, 0o777) != 0 && errno != EEXIST {
      throw refusal(part)
    }
    return folder
  }

  /// Waits for every other command and holds the register for writing while the body runs.
  package static func whileExclusive<Result>(
    _ repository: Repository, _ body: () throws -> Result
  ) throws -> Result {
    let folder = folder(of: repository)
    let path = folder + "/lock"
    if unsafe mkdir(folder, 0o777) != 0, errno != EEXIST { throw refusal(folder) }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw refusal(path) }
    defer { close(descriptor) }
    try wait(for: descriptor, LOCK_EX, path)
    return try body()
  }

  /// Keeps writers out while the body reads; where nobody can write, it just runs.
  package static func whileShared<Result>(
    _ repository: Repository, _ body: () throws -> Result
  ) throws -> Result {
    let path = folder(of: repository) + "/lock"
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    try wait(for: descriptor, LOCK_SH, path)
    return try body()
  }

  private static func wait(
    for descriptor: Int32, _ operation: Int32, _ path: String
  ) throws(Diagnostic) {
    while flock(descriptor, operation) != 0 {
      guard errno == EINTR else { throw refusal(path) }
    }
  }

  /// Says why a lock could not be had; must run right after the system's call.
  package static func refusal(_ path: String) -> Diagnostic {
    let reason = SystemError.reason
    return Diagnostic(
      rule: "register.read-only", at: SourceLocation(path: path),
      message: "the register cannot be written here: \(reason)",
      hint: "check who owns the folder and whether the disk is full or write-protected")
  }
}
