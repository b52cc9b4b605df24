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

  /// Reads a folder of a listing; where its object is lost, as the work tree was last brought to it,
  /// else as an earlier commit has it.
  ///
  /// Nil when nothing is known of it: that is noted, and the other folders are still shown. Nothing is
  /// committed after that (see `writeCommit`). A lost folder of an earlier state is an error.
  func tree(_ id: ObjectID, at path: some StringProtocol) throws(GitError) -> Tree? {
    do throws(GitError) {
      return try tree(id)
    } catch {
      guard error.object == id, !isOfEarlierState(id, at: String(path)) else { throw error }
      if let other = assumedFolder(at: String(path), insteadOf: id) { return try tree(other) }
      if let other = earlierFolder(at: String(path), insteadOf: id) { return try tree(other) }
      note(id, type: GIT_OBJECT_TREE, content: path.isEmpty ? nil : String(path), .lost)
      return nil
    }
  }

  /// Throws when a commit or its top folder cannot be read; nothing is taken in their stead.
  package func requireRootFolder(of commit: ObjectID) throws(GitError) {
    _ = try tree(try rootFolderID(of: commit))
  }

  /// The name of the top folder of a commit.
  ///
  /// Of the current commit, when its object is lost, as git's index or an earlier commit has it.
  package func rootFolderID(of commit: ObjectID) throws(GitError) -> ObjectID {
    func doing() -> String { "reading the commit \(commit)" }
    let loaded: LoadedObject
    do throws(GitError) {
      loaded = try object(commit, type: GIT_OBJECT_COMMIT, doing())
    } catch {
      guard error.object == commit,
        let root = assumedRootFolder(of: commit) ?? earlierRootFolder(insteadOf: commit)
      else { throw error }
      return root
    }
    let prefix = Array("tree ".utf8)
    let id = unsafe loaded.withBytes { buffer -> ObjectID? in
      guard unsafe buffer.starts(with: prefix) else { return nil }
      return unsafe ObjectID(hexDigits: buffer.dropFirst(prefix.count).prefix(40))
    }
    guard let id else {
      throw GitError(doing(), .damaged, message: "it does not begin with the name of a tree")
    }
    return id
  }

  /// What a commit holds at a path, a folder too; nil when there is nothing.
  package func entry(at path: String, in commit: ObjectID) throws(GitError) -> TreeEntry? {
    var id = try rootFolderID(of: commit)
    var mode: UInt32 = 0o040000
    var parent = ""
    for name in path.split(separator: "/") {
      guard mode == 0o040000, let folder = try tree(id, at: parent),
        let item = folder.item(named: Array(name.utf8)[...])
      else { return nil }
      parent += (parent.isEmpty ? "" : "/") + name
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
