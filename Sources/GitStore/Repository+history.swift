internal import CGit2

extension Repository {
  /// The commits that led to a commit, itself included, newest first.
  ///
  /// A commit comes before its parents; among those that are free, the later committer time first.
  /// With a limit the walk ends early, and a parent whose clock ran ahead of one of its children
  /// may come before that child.
  ///
  /// - Parameters:
  ///   - start: The newest commit.
  ///   - limit: The largest number of commits returned.
  ///   - path: When given, only the commits in which the file at this path differs from their first
  ///     parent's; a first commit counts when it has the file.
  /// - Returns: The commits, newest first; where one is lost, those that can be read, and the lost ones
  ///   are noted in ``DamageReport``.
  /// - Throws: `GitError` when the history cannot be read for another reason.
  package func history(
    from start: ObjectID, limit: Int = .max, touching path: String? = nil
  ) throws(GitError) -> [CommitRecord] {
    do throws(GitError) {
      return try wholeHistory(from: start, limit: limit, touching: path)
    } catch {
      let known = DamageReport.all.count
      let records = salvagedHistory(from: start, limit: .max, isNoted: true)
      guard DamageReport.all.count > known || DamageReport.uncertain(in: gitDirectory) != nil else {
        throw error
      }
      var trail = path.map { PathTrail(path: $0, repository: self) }
      // A commit of which it cannot be told whether it touches the path is shown.
      return Array(records.filter { (try? trail?.isTouched(by: $0)) ?? true }.prefix(limit))
    }
  }

  private func wholeHistory(
    from start: ObjectID, limit: Int, touching path: String?
  ) throws(GitError) -> [CommitRecord] {
    var records: [CommitRecord] = []
    var trail = path.map { PathTrail(path: $0, repository: self) }
    let walk = try CommitWalk(repository: self, from: start, sorted: limit == .max)
    while records.count < limit, let id = try walk.next() {
      let record = try commit(id)
      let isWanted = try trail?.isTouched(by: record) ?? true
      if isWanted { records.append(record) }
    }
    return records
  }

  /// The names of the commits that led to a commit, itself included, newest first.
  func recentCommits(from start: ObjectID, limit: Int) throws(GitError) -> [ObjectID] {
    var ids: [ObjectID] = []
    let walk = try CommitWalk(repository: self, from: start, sorted: false)
    while ids.count < limit, let id = try walk.next() { ids.append(id) }
    return ids
  }
}

/// Finds one path in many commits, reading again only the folders that differ between them.
private struct PathTrail {
  private let names: [ArraySlice<UInt8>]
  private let repository: Repository
  private var known: [Step: Tree.Item?] = [:]
  private var treeOfCommit: [ObjectID: ObjectID] = [:]

  private struct Step: Hashable {
    let folder: ObjectID
    let depth: Int
  }

  init(path: String, repository: Repository) {
    names = Array(path.utf8).split(separator: UInt8(ascii: "/"))
    self.repository = repository
  }

  mutating func isTouched(by record: CommitRecord) throws(GitError) -> Bool {
    let own = try file(in: record.tree)
    guard let parent = record.parents.first else { return own != nil }
    return try own != file(in: tree(of: parent))
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
