extension Repository {
  /// Everything below a folder in a commit, in git's order; empty when there is no such folder.
  ///
  /// The empty path is the top folder. A tree that is branched beyond any honest use is refused; what
  /// is nested beyond it is passed over.
  package func entries(
    under folder: String, in commit: ObjectID
  ) throws(GitError) -> [TreeEntry] {
    guard let id = try folderID(at: folder, in: commit) else { return [] }
    var listing = Listing(repository: self)
    try listing.add(id, below: folder.isEmpty ? "" : folder + "/", isText: true, depth: 0)
    return listing.entries
  }
}

/// A recursive listing in the making.
private struct Listing {
  let repository: Repository
  var entries: [TreeEntry] = []

  init(repository: Repository) { self.repository = repository }

  mutating func add(
    _ id: ObjectID, below prefix: String, isText prefixIsText: Bool, depth: Int
  ) throws(GitError) {
    guard !TreeLimit.isBeyond(depth: depth),
      let tree = try repository.tree(id, at: prefix.dropLast())
    else { return }
    for item in tree.items {
      try TreeLimit.check(count: entries.count)
      let (name, nameIsText) = PathText.decoded(tree.name(item))
      let isText = prefixIsText && nameIsText
      if item.isFolder {
        try add(item.id, below: "\(prefix)\(name)/", isText: isText, depth: depth + 1)
      } else {
        entries.append(TreeEntry(item, path: prefix + name, isText: isText))
      }
    }
  }
}
