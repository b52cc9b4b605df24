internal import CGit2
internal import Glibc
internal import FileSystem

extension Repository {
  /// The place of an object's own file.
  package func looseFile(_ id: ObjectID) -> String {
    let folder = (try? objectFolder()) ?? gitDirectory + "/objects"
    return "\(folder)/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))"
  }

  private func knownRemains() -> WorkTreeRemains {
    if let remains { return remains }
    let read = WorkTreeRemains(of: self)
    remains = read
    return read
  }

  /// Takes an object that cannot be read from the work tree, and makes it anew; nil when it is not
  /// there either.
  func recovered(
    _ id: ObjectID, type: git_object_t, after error: GitError
  ) throws(GitError) -> LoadedObject? {
    guard let found = knownRemains().bytes(of: id, type: type, in: self) else { return nil }
    let isRestored = restore(id, found.bytes, type: type)
    note(id, type: type, content: found.content, isRestored ? .restored : .borrowed)
    return isRestored
      ? .stored(try stored(id, "reading the object \(id)")) : .borrowed(found.bytes, type)
  }

  /// Puts the damaged file aside and writes the object anew; false when nothing can be written here.
  func restore(_ id: ObjectID, _ bytes: [UInt8], type: git_object_t) -> Bool {
    let file = looseFile(id)
    let aside = gitDirectory + "/daftar/damaged"
    try? Folder.make(gitDirectory + "/daftar")
    try? Folder.make(aside)
    let kept = aside + "/" + id.hex
    guard unsafe rename(file, kept) == 0 || errno == ENOENT else { return false }
    var written: ObjectID?
    // No reference moves for it, with which it would come onto the disk.
    try? Library.safely { () throws(GitError) in
      written = try Handle<DatabaseKind>.write(bytes, as: type, path: "", to: objects)
    }
    guard written == id, FileStatus.isReadable(file) else {
      _ = unsafe rename(kept, file)
      return false
    }
    return true
  }

  /// The top folder of the last commit as the index has it, when the commit cannot be read.
  func assumedRootFolder(of commit: ObjectID) -> ObjectID? {
    guard let head = try? head(), head == commit else { return nil }
    return assumedFolder(at: "", insteadOf: commit, type: GIT_OBJECT_COMMIT)
  }

  /// A folder as the index has it, when its object cannot be read and is in no work tree.
  func assumedFolder(
    at path: String, insteadOf id: ObjectID, type: git_object_t = GIT_OBJECT_TREE
  ) -> ObjectID? {
    guard let found = knownRemains().folderIDs[path] else { return nil }
    note(id, type: type, content: path.isEmpty ? nil : path, .assumed)
    return found
  }

  /// The error for an object that nothing holds; a missing one keeps its kind.
  func lost(_ id: ObjectID, type: git_object_t, _ error: GitError) -> GitError {
    let kind = unsafe String(cString: git_object_type2string(type))
    let file = damagedFile(id)
    let isThere = FileStatus.exists(file)
    return GitError(
      error.doing, error.kind == .notFound ? .notFound : .damaged, code: error.code,
      message: isThere
        ? "the \(kind) \(id) in \(file) is damaged" : "\(error.message) (\(kind) \(id))",
      lost: .init(
        id: id, file: file, gitDirectory: gitDirectory, previous: commitBefore(id, type)))
  }

  /// Where the branch stood before a commit, when that is the newest one; nil when that is not known.
  private func commitBefore(_ id: ObjectID, _ type: git_object_t) -> ObjectID? {
    guard type == GIT_OBJECT_COMMIT, (try? tip(of: "HEAD")) == id,
      let before = movesOfHead.last(where: { $0.to == id })?.from
    else { return nil }
    return canRead(commit: before) ? before : nil
  }

  /// Notes an object that cannot be read, for the report at the end of the command.
  func note(
    _ id: ObjectID, type: git_object_t, content: String?, _ remedy: ObjectDamage.Remedy
  ) {
    RepositoryNotes.current.add(
      ObjectDamage(
        kind: unsafe String(cString: git_object_type2string(type)), id: id,
        gitDirectory: gitDirectory, file: damagedFile(id), content: content, remedy: remedy,
        previous: commitBefore(id, type)))
  }

  /// Notes an object for which something else was read in vain; false for another error.
  package func noteLost(_ error: GitError, content: String?) -> Bool {
    guard let id = error.object else { return false }
    note(id, type: GIT_OBJECT_BLOB, content: content, .lost)
    return true
  }
}
