internal import CGit2

/// A tree without what nobody may write or read.
package struct CleanTree {
  /// Something that was left out: a file, a link, a submodule, or a whole folder.
  package struct Dropped: Sendable {
    /// What stood there; its path is for people when its bytes are no text.
    package let entry: TreeEntry
    /// What is wrong with its name; nil when the caller refused it for another reason.
    package let problem: NameProblem?
  }

  /// The tree that is left; the commit's own one when nothing was left out.
  package let tree: ObjectID
  /// What was left out, in the order of the tree.
  package let dropped: [Dropped]
}

extension Repository {
  /// Looks at every name in a commit and makes a tree without those that must not be written.
  ///
  /// `isRefused` says of everything whose name is sound, folders too, whether it is left out as well.
  /// The same commit gives the same tree on every computer. Nothing refers to the new tree yet.
  package func cleanTree(
    of commit: ObjectID, refusing isRefused: @escaping (TreeEntry) -> Bool
  ) throws(GitError) -> CleanTree {
    var cleaning = Cleaning(repository: self, isRefused: isRefused)
    let root = try rootFolderID(of: commit)
    let clean = try cleaning.clean(root, below: "", isText: true, depth: 0)
    let tree = if let clean { clean } else { try cleaning.write([]) }
    return CleanTree(tree: tree, dropped: cleaning.dropped)
  }
}

/// A walk through all folders of a commit that writes anew those that lose something.
private struct Cleaning {
  let repository: Repository
  let isRefused: (TreeEntry) -> Bool
  var dropped: [CleanTree.Dropped] = []
  private var count = 0

  init(repository: Repository, isRefused: @escaping (TreeEntry) -> Bool) {
    self.repository = repository
    self.isRefused = isRefused
  }

  /// Returns the folder's name afterwards; nil when nothing is left in it.
  mutating func clean(
    _ id: ObjectID, below prefix: String, isText: Bool, depth: Int
  ) throws(GitError) -> ObjectID? {
    let tree = try repository.tree(id)
    var bytes: [UInt8] = []
    var names: Set<ArraySlice<UInt8>> = []
    for item in tree.items {
      count += 1
      try TreeLimit.check(count: count)
      let name = tree.name(item)
      let (text, nameIsText) = PathText.decoded(name)
      let entry = TreeEntry(item, path: prefix + text, isText: isText && nameIsText)
      let isTooDeep = item.isFolder && depth + 1 >= TreeLimit.depth
      if let problem = problem(with: name, entry, isNew: names.insert(name).inserted)
        ?? (isTooDeep ? .tooDeep : nil)
      {
        dropped.append(.init(entry: entry, problem: problem))
      } else if isRefused(entry) {
        dropped.append(.init(entry: entry, problem: nil))
      } else if item.isFolder {
        let kept = try clean(
          item.id, below: entry.path + "/", isText: entry.hasTextPath, depth: depth + 1)
        guard let kept else { continue }
        bytes += tree.bytes[item.extent.lowerBound..<item.name.upperBound + 1] + kept.bytes
      } else {
        bytes += tree.bytes[item.extent]
      }
    }
    if bytes == tree.bytes { return id }
    return bytes.isEmpty ? nil : try write(bytes)
  }

  private func problem(
    with name: ArraySlice<UInt8>, _ entry: TreeEntry, isNew: Bool
  ) -> NameProblem? {
    if let problem = NameProblem.of(name) { return problem }
    if !isNew { return .twice }
    if entry.path.utf8.count > NameProblem.longestPath { return .tooLong }
    // git fsck: a link in the place of this file lets others write anywhere.
    let isModules = entry.kind == .symlink && entry.path.lowercased() == ".gitmodules"
    return isModules ? .leadsElsewhere : nil
  }

  func write(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
    try Handle<DatabaseKind>.write(
      bytes, as: GIT_OBJECT_TREE, path: "a folder", to: repository.objects)
  }
}
