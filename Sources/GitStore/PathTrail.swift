/// The trail of one path through many commits.
///
/// Only the folders that differ between them are read again.
package struct PathTrail {
  private let names: [ArraySlice<UInt8>]
  private let repository: Repository
  private var known: [Step: Tree.Item?] = [:]
  private var treeOfCommit: [ObjectID: ObjectID] = [:]

  private struct Step: Hashable {
    let folder: ObjectID
    let depth: Int
  }

  /// Looks for one path; `/` separates folders.
  package init(path: String, repository: Repository) {
    names = Array(path.utf8).split(separator: UInt8(ascii: "/"))
    self.repository = repository
  }

  /// Whether the file at the path differs from that of the first parent; a first commit touches what it
  /// has.
  package mutating func isTouched(by record: CommitRecord) throws(GitError) -> Bool {
    let own = try file(in: record.tree)
    guard let parent = record.parents.first else { return own != nil }
    return try own != file(in: tree(of: parent))
  }

  /// Whether a commit is more than the meeting of others: no merge, or one after which the file is as in
  /// no parent, or as in one while another had changed it too.
  package mutating func isChanged(by record: CommitRecord) throws(GitError) -> Bool {
    guard record.parents.count == 2 else { return true }
    let (first, second) = (record.parents[0], record.parents[1])
    let own = try file(in: record.tree)
    let (here, there) = (try file(in: tree(of: first)), try file(in: tree(of: second)))
    guard own == here || own == there, here != there,
      let base = try repository.mergeBase(first, second)
    else { return own != here || own != there }
    return try file(in: tree(of: base)) != (own == here ? there : here)
  }

  private mutating func tree(of commit: ObjectID) throws(GitError) -> ObjectID {
    if let known = treeOfCommit[commit] { return known }
    let tree = try repository.rootFolderID(of: commit)
    treeOfCommit[commit] = tree
    return tree
  }

  private mutating func file(in root: ObjectID) throws(GitError) -> ObjectID? {
    var folder = root
    for (depth, name) in names.enumerated() {
      let step = Step(folder: folder, depth: depth)
      let item: Tree.Item?
      if let remembered = known[step] {
        item = remembered
      } else {
        item = try repository.tree(folder).item(named: name)
        known[step] = .some(item)
      }
      guard let item else { return nil }
      if depth == names.count - 1 { return item.id }
      guard item.isFolder else { return nil }
      folder = item.id
    }
    return nil
  }
}
