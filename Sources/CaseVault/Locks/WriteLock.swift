package import Diagnostics
package import GitStore
package import FileSystem

/// A lock that keeps two commands from writing one register at the same time.
///
/// The system's own, on `.git/daftar/lock`: it ends with its process, however that ends, so
/// nothing is ever left locked. Readers share it, so that they never see half a change.
package enum WriteLock {
  /// The name of the lock that a synchronisation holds from its beginning to its end.
  package static let ofSynchronisation = "sync"

  /// The folder of the program's own files in the git directory that all work trees share.
  package static func folder(of repository: Repository) -> String {
    repository.commonDirectory + "/daftar"
  }

  /// The folder of what concerns one work tree only: the files that must follow, the last list.
  ///
  /// Of a work tree that `git worktree add` made, a folder of its name in the shared one.
  package static func workTreeFolder(of repository: Repository) -> String {
    let shared = folder(of: repository)
    guard repository.gitDirectory != repository.commonDirectory,
      let name = repository.gitDirectory.split(separator: "/").last
    else { return shared }
    return shared + "/worktrees/" + name
  }

  /// The same folder, made where it is missing.
  package static func makeWorkTreeFolder(of repository: Repository) throws -> String {
    let folder = workTreeFolder(of: repository)
    guard !FileStatus.exists(folder) else { return folder }
    for part in [Self.folder(of: repository), Self.folder(of: repository) + "/worktrees", folder] {
      try makeFolder(part)
    }
    return folder
  }

  private static func makeFolder(_ path: String) throws(Diagnostic) {
    do {
      if let slash = path.lastIndex(of: "/") {
        let (above, name) = (path[..<slash], path[path.index(after: slash)...])
        try OutOfPlace.putAside(path, insteadOf: .folder, in: String(above), as: name + ".damaged")
      }
      try Folder.make(path)
    } catch {
      throw refusal(error)
    }
  }

  /// Takes a lock of this register, by the name of its file; waits for whoever has it.
  package static func taken(
    _ name: String, of repository: Repository
  ) throws(Diagnostic) -> FileLock {
    let folder = folder(of: repository)
    try makeFolder(folder)
    do {
      // Before the lock is there nobody can be kept out: whoever comes second finds nothing to put aside.
      try putAsideFolder(name, of: folder)
      return try FileLock(folder + "/" + name, .exclusive)
    } catch {
      throw refusal(error)
    }
  }

  /// Waits for every other command and holds the register for writing while the body runs.
  package static func whileExclusive<Result>(
    _ repository: Repository, _ body: () throws -> Result
  ) throws -> Result {
    try FileLock.whileHeld(try taken("lock", of: repository)) {
      try makeRoomForNotes(of: repository)
      return try body()
    }
  }

  /// Puts aside what stands in the place of the program's notes and is none of them.
  private static func makeRoomForNotes(of repository: Repository) throws(Diagnostic) {
    let folder = folder(of: repository)
    let ofWorkTree = workTreeFolder(of: repository)
    do {
      for name in ["vault-pending", "sealed-imports"] { try putAsideFolder(name, of: folder) }
      for name in ["drafts", "worktrees"] {
        try OutOfPlace.putAside(
          folder + "/" + name, insteadOf: .folder, in: folder, as: name + ".damaged")
      }
      for name in ["pending", "overtaken", "notable-commits", "last-list"] {
        try putAsideFolder(name, of: ofWorkTree)
      }
    } catch {
      throw refusal(error)
    }
  }

  /// Puts a folder aside that stands in the place of a file.
  private static func putAsideFolder(_ name: String, of folder: String) throws(SystemFailure) {
    try OutOfPlace.putAside(
      folder + "/" + name, insteadOf: .file, in: folder, as: name + ".damaged")
  }

  /// Keeps writers out while the body reads; where nobody can write, it just runs.
  package static func whileShared<Result>(
    _ repository: Repository, _ body: () throws -> Result
  ) throws -> Result {
    guard let lock = try? FileLock(folder(of: repository) + "/lock", .shared) else {
      return try body()
    }
    return try FileLock.whileHeld(lock, body)
  }

  private static func refusal(_ failure: SystemFailure) -> Diagnostic {
    Diagnostic(failure, "the register cannot be written here")
  }
}
