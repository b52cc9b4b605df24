internal import CGit2
internal import Glibc

extension Repository {
  /// The files below a folder that git was told not to look at (`git update-index --assume-unchanged`,
  /// `--skip-worktree`) and that are not as its index has them, by path.
  ///
  /// libgit2 takes such a file for unchanged, whatever it holds.
  func unwatchedChanges(
    under folder: String, index: borrowing Handle<IndexKind>
  ) throws(GitError) -> [(path: String, kind: WorkTreeChange.Kind)] {
    guard let root = workTree else { return [] }
    let index = unsafe index.pointer
    var changes: [(path: String, kind: WorkTreeChange.Kind)] = []
    var position = 0
    if !folder.isEmpty, unsafe git_index_find_prefix(&position, index, folder + "/") != 0 {
      return []
    }
    while let entry = unsafe git_index_get_byindex(index, position),
      let name = unsafe entry.pointee.path
    {
      position += 1
      guard unsafe folder.isEmpty || strncmp(name, folder + "/", folder.utf8.count + 1) == 0
      else { break }
      guard unsafe entry.pointee.isUnwatched else { continue }
      let path = unsafe String(cString: name)
      if let kind = try unsafe change(of: entry.pointee, at: root + "/" + path) {
        changes.append((path, kind))
      }
    }
    return changes
  }

  /// What a file of the work tree is to its entry in the index; nil where it is the same.
  private func change(
    of entry: git_index_entry, at place: String
  ) throws(GitError) -> WorkTreeChange.Kind? {
    var status = stat()
    guard unsafe lstat(place, &status) == 0 else { return .deleted }
    guard status.st_mode & S_IFMT == S_IFREG else { return .typeChanged }
    var id = git_oid()
    let repository = unsafe handle.pointer
    try attempt("reading \(place)") {
      unsafe git_repository_hashfile(&id, repository, place, GIT_OBJECT_BLOB, nil)
    }
    return unsafe ObjectID(id) == ObjectID(entry.id) ? nil : .modified
  }
}

extension git_index_entry {
  /// Whether git was told to take the file for unchanged, or to keep it out of the work tree.
  var isUnwatched: Bool {
    // The bit "assume valid" of git's `gitformat-index`.
    unsafe flags & 0x8000 != 0 || isKeptOut
  }

  /// Whether git was told to keep the file out of the work tree.
  var isKeptOut: Bool {
    // The bit "skip the work tree" of git's `gitformat-index`.
    unsafe flags_extended & 0x4000 != 0
  }
}
