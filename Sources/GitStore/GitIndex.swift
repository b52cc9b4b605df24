internal import CGit2
internal import Glibc
internal import FileSystem

/// git's index: what the work tree was last brought to.
struct GitIndex: ~Copyable {
  /// What shall stand in the index for one path.
  struct Update {
    let path: String
    /// The blob and its mode; nil takes the path out.
    let entry: TreeEntry?
    /// The status of the file when it is known to have these bytes; git need not hash it again.
    let status: stat?
  }

  /// How long another process may hold `index.lock`, in seconds.
  private static let patience = 5.0

  private let handle: Handle<IndexKind>

  init(_ handle: consuming Handle<IndexKind>) { self.handle = handle }

  /// The blob that the index has for a path.
  func blobID(at path: String) -> ObjectID? {
    guard let entry = unsafe git_index_get_bypath(handle.pointer, path, 0) else { return nil }
    return unsafe ObjectID(entry.pointee.id)
  }

  /// Applies the updates and writes the file once.
  ///
  /// What another process wrote since this one read is read again and kept.
  func write(_ updates: [Update]) throws(GitError) {
    let doing = "writing git's index"
    let index = unsafe handle.pointer
    var wait = Backoff(seconds: Self.patience)
    while true {
      try attempt(doing) { unsafe git_index_read(index, 0) }
      let hasConflicts = unsafe git_index_has_conflicts(index) == 1
      for update in updates {
        if hasConflicts { _ = unsafe git_index_conflict_remove(index, update.path) }
        try apply(update)
      }
      let code = unsafe git_index_write(index)
      guard code < 0 else { return }
      let error = GitError(doing, code: code)
      // Not what is in memory, but what is in the file, is the base of the next attempt.
      try attempt(doing) { unsafe git_index_read(index, 1) }
      guard error.isLocked, wait.pause() else { throw error }
    }
  }

  private func apply(_ update: Update) throws(GitError) {
    let doing = "noting \(update.path) in git's index"
    let index = unsafe handle.pointer
    guard let entry = update.entry else {
      let code = unsafe git_index_remove(index, update.path, 0)
      guard code >= 0 || code == GIT_ENOTFOUND.rawValue else {
        throw GitError(doing, code: code)
      }
      return
    }
    var record = unsafe git_index_entry()
    if let status = update.status { unsafe record.take(status) }
    unsafe record.id = entry.id.oid
    unsafe record.mode = entry.mode
    try attempt(doing) {
      unsafe update.path.withCString { path in
        unsafe record.path = unsafe path
        return unsafe git_index_add(index, &record)
      }
    }
  }
}

extension git_index_entry {
  /// Notes when and where the file was seen (git's `gitformat-index`: 32 bits of each).
  mutating func take(_ status: stat) {
    unsafe ctime = git_index_time(
      seconds: Int32(truncatingIfNeeded: status.st_ctim.tv_sec),
      nanoseconds: UInt32(truncatingIfNeeded: status.st_ctim.tv_nsec))
    unsafe mtime = git_index_time(
      seconds: Int32(truncatingIfNeeded: status.st_mtim.tv_sec),
      nanoseconds: UInt32(truncatingIfNeeded: status.st_mtim.tv_nsec))
    unsafe dev = UInt32(truncatingIfNeeded: status.st_dev)
    unsafe ino = UInt32(truncatingIfNeeded: status.st_ino)
    unsafe uid = status.st_uid
    unsafe gid = status.st_gid
    unsafe file_size = UInt32(truncatingIfNeeded: status.st_size)
  }
}

extension Repository {
  /// The index, read again when its file has changed.
  func openIndex() throws(GitError) -> Handle<IndexKind> {
    do throws(GitError) {
      return try readIndex()
    } catch {
      // Errors of the disk have a class of their own.
      let isDamaged = unsafe git_error_last()?.pointee.klass == Int32(GIT_ERROR_INDEX.rawValue)
      guard isDamaged else { throw error }
      throw GitError(
        error.doing, .damagedIndex, code: error.code, message: "git's index is damaged")
    }
  }

  /// Whether git's index holds a path in several versions, because a merge did not end.
  package func isInConflict(_ path: String) throws(GitError) -> Bool {
    guard !isBare else { return false }
    let index = try openIndex()
    return (1...3).contains { unsafe git_index_get_bypath(index.pointer, path, $0) != nil }
  }

  /// Whether git was told to keep a file out of the work tree; false where its index cannot be read.
  package func isKeptOut(_ path: String) -> Bool {
    guard !isBare, let index = try? openIndex() else { return false }
    return unsafe git_index_get_bypath(index.pointer, path, 0)?.pointee.isKeptOut ?? false
  }

  private func readIndex() throws(GitError) -> Handle<IndexKind> {
    let doing = "reading git's index"
    let repository = unsafe handle.pointer
    let index = try unsafe Handle<IndexKind>(doing) {
      unsafe git_repository_index($0, repository)
    }
    let pointer = unsafe index.pointer
    try attempt(doing) { unsafe git_index_read(pointer, 0) }
    return index
  }
}
