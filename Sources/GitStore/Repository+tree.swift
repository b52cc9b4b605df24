internal import CGit2

extension Repository {
  /// Reads one folder.
  func tree(_ id: ObjectID) throws(GitError) -> Tree {
    let loaded = try object(id, type: GIT_OBJECT_TREE, "reading the folder \(id)")
    guard let tree = unsafe loaded.withBytes({ unsafe Tree(parsing: $0) }) else {
      throw GitError("reading the folder \(id)", .damaged, message: "it is not a valid tree object")
    }
    return tree
  }

  /// The name of the top folder of a commit.
  package func rootFolderID(of commit: ObjectID) throws(GitError) -> ObjectID {
    let doing = "reading the commit \(commit)"
    let loaded = try object(commit, type: GIT_OBJECT_COMMIT, doing)
    let prefix = Array("tree ".utf8)
    let id = unsafe loaded.withBytes { buffer -> ObjectID? in
      guard unsafe buffer.starts(with: prefix) else { return nil }
      return unsafe ObjectID(hexDigits: buffer.dropFirst(prefix.count).prefix(40))
    }
    guard let id else {
      throw GitError(doing, .damaged, message: "it does not begin with the name of a tree")
    }
    return id
  }

  /// What a commit holds at a path, a folder too; nil when there is nothing.
  package func entry(at path: String, in commit: ObjectID) throws(GitError) -> TreeEntry? {
    var id = try rootFolderID(of: commit)
    var mode: UInt32 = 0o040000
    for name in path.utf8.split(separator: UInt8(ascii: "/")) {
      guard mode == 0o040000, let item = try tree(id).item(named: ArraySlice(name)) else {
        return nil
      }
      (id, mode) = (item.id, item.mode)
    }
    return TreeEntry(
      path: path, hasTextPath: true, id: id, kind: TreeEntry.Kind(mode: mode), mode: mode)
  }

  /// The name of a folder in a commit, which changes with anything below it; nil when absent.
  ///
  /// The empty path is the top folder.
  package func folderID(at path: String, in commit: ObjectID) throws(GitError) -> ObjectID? {
    guard let entry = try entry(at: path, in: commit), entry.kind == .folder else { return nil }
    return entry.id
  }
}
