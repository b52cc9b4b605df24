/// The files of one commit, looked up by many paths, with the last folder kept at hand.
///
/// Sorted paths share their folders, so that each folder is read about once.
struct CommitFiles {
  private let repository: Repository
  private let root: ObjectID?
  private var folderNames: ArraySlice<ArraySlice<UInt8>> = []
  private var folder: Tree?

  /// Prepares for one commit; without one, nothing is found.
  init(_ repository: Repository, at commit: ObjectID?) throws(GitError) {
    self.repository = repository
    root = if let commit { try repository.rootFolderID(of: commit) } else { nil }
    folder = if let root { try repository.tree(root) } else { nil }
  }

  mutating func item(at names: [ArraySlice<UInt8>]) throws(GitError) -> Tree.Item? {
    guard let name = names.last, let root else { return nil }
    if names.dropLast() != folderNames {
      folderNames = names.dropLast()
      folder = try tree(at: folderNames, below: root)
    }
    return folder?.item(named: name)
  }

  private func tree(
    at names: ArraySlice<ArraySlice<UInt8>>, below root: ObjectID
  ) throws(GitError) -> Tree? {
    var tree = try repository.tree(root)
    for name in names {
      guard let item = tree.item(named: name), item.isFolder else { return nil }
      tree = try repository.tree(item.id)
    }
    return tree
  }
}
