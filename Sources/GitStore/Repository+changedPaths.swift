extension Repository {
  /// The files that differ between two commits, in git's order.
  ///
  /// Reads only the folders that differ. A renamed file is one removed and one added.
  ///
  /// - Parameters:
  ///   - old: The older commit; nil stands for one without files.
  ///   - new: The newer commit.
  ///   - folder: Only what is below this folder; the empty path is the top folder.
  /// - Returns: The differences, each path once.
  /// - Throws: `GitError` when an object is missing or damaged.
  package func changedPaths(
    from old: ObjectID?, to new: ObjectID, under folder: String = ""
  ) throws(GitError) -> [PathChange] {
    let oldFolder: ObjectID? = if let old { try folderID(at: folder, in: old) } else { nil }
    let newFolder = try folderID(at: folder, in: new)
    var comparison = TreeComparison(repository: self)
    let prefix = folder.isEmpty ? "" : folder + "/"
    try comparison.compare(
      oldFolder, newFolder, below: .init(text: prefix, isText: true), depth: 0)
    return comparison.changes
  }
}

/// A walk over two trees side by side.
private struct TreeComparison {
  struct Prefix {
    let text: String
    let isText: Bool
  }

  let repository: Repository
  var changes: [PathChange] = []

  init(repository: Repository) { self.repository = repository }

  mutating func compare(
    _ oldID: ObjectID?, _ newID: ObjectID?, below prefix: Prefix, depth: Int
  ) throws(GitError) {
    if oldID == newID || TreeLimit.isBeyond(depth: depth) { return }
    let old: Tree = if let oldID { try repository.tree(oldID) } else { .empty }
    let new: Tree = if let newID { try repository.tree(newID) } else { .empty }
    var (left, right) = (old.items[...], new.items[...])
    while let pair = Self.nextPair(&left, of: old, &right, of: new) {
      try compare(pair.old, of: old, pair.new, of: new, below: prefix, depth: depth)
    }
  }

  /// Takes the next name off both lists; the item is nil on the side that does not have it.
  private static func nextPair(
    _ left: inout ArraySlice<Tree.Item>, of old: Tree,
    _ right: inout ArraySlice<Tree.Item>, of new: Tree
  ) -> (old: Tree.Item?, new: Tree.Item?)? {
    guard let one = left.first else { return right.popFirst().map { (nil, $0) } }
    guard let other = right.first else { return left.popFirst().map { ($0, nil) } }
    let (name, otherName) = (old.name(one), new.name(other))
    if Tree.precedes(name, one.isFolder, otherName, other.isFolder) {
      return (left.popFirst(), nil)
    }
    if Tree.precedes(otherName, other.isFolder, name, one.isFolder) {
      return (nil, right.popFirst())
    }
    return (left.popFirst(), right.popFirst())
  }

  private mutating func compare(
    _ left: Tree.Item?, of old: Tree, _ right: Tree.Item?, of new: Tree,
    below prefix: Prefix, depth: Int
  ) throws(GitError) {
    if left?.id == right?.id, left?.mode == right?.mode { return }
    guard let name = left.map(old.name) ?? right.map(new.name) else { return }
    let (text, isText) = PathText.decoded(name)
    let path = Prefix(text: prefix.text + text, isText: prefix.isText && isText)
    if left?.isFolder ?? right?.isFolder ?? false {
      let below = Prefix(text: path.text + "/", isText: path.isText)
      try compare(left?.id, right?.id, below: below, depth: depth + 1)
      return
    }
    try TreeLimit.check(count: changes.count)
    changes.append(
      PathChange(
        old: left.map { TreeEntry($0, path: path.text, isText: path.isText) },
        new: right.map { TreeEntry($0, path: path.text, isText: path.isText) },
        path: path.text))
  }
}

extension TreeEntry {
  init(_ item: Tree.Item, path: String, isText: Bool) {
    self.init(
      path: path, hasTextPath: isText, id: item.id, kind: Kind(mode: item.mode), mode: item.mode)
  }
}
