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
  ///   - isMergeWanted: False leaves out merges that only brought the file from one side.
  /// - Returns: The commits, newest first; where one is lost, those that can be read, and the lost ones
  ///   are noted in ``RepositoryNotes``.
  /// - Throws: `GitError` when the history cannot be read for another reason.
  package func history(
    from start: ObjectID, limit: Int = .max, touching path: String? = nil,
    isMergeWanted: Bool = true
  ) throws(GitError) -> [CommitRecord] {
    do throws(GitError) {
      return try wholeHistory(
        from: start, limit: limit, touching: path, isMergeWanted: isMergeWanted)
    } catch {
      let known = RepositoryNotes.current.objects.count
      let records = salvagedHistory(from: start, limit: .max, isNoted: true)
      if RepositoryNotes.current.objects.count == known,
        RepositoryNotes.current.uncertain(in: gitDirectory) == nil
      {
        // All commits are there: it is a folder that one of them names.
        guard let lost = error.object, path != nil else { throw error }
        note(lost, type: GIT_OBJECT_TREE, content: nil, .lost)
      }
      var trail = path.map { PathTrail(path: $0, repository: self) }
      // A commit of which it cannot be told whether it touches the path is shown.
      return Array(
        records.filter { record in
          (try? trail?.isTouched(by: record)) ?? true
            && (isMergeWanted || (try? trail?.isChanged(by: record)) ?? true)
        }.prefix(limit))
    }
  }

  private func wholeHistory(
    from start: ObjectID, limit: Int, touching path: String?, isMergeWanted: Bool
  ) throws(GitError) -> [CommitRecord] {
    var records: [CommitRecord] = []
    var trail = path.map { PathTrail(path: $0, repository: self) }
    let walk = try CommitWalk(repository: self, from: start, sorted: limit == .max)
    while records.count < limit, let id = try walk.next() {
      let record = try commit(id)
      var isWanted = try trail?.isTouched(by: record) ?? true
      if isWanted, !isMergeWanted { isWanted = try trail?.isChanged(by: record) ?? true }
      if isWanted { records.append(record) }
    }
    return records
  }

  /// The commits that led to one commit and not to another, newest first; a child before its parents.
  package func history(
    from start: ObjectID, notIn other: ObjectID
  ) throws(GitError) -> [CommitRecord] {
    var records: [CommitRecord] = []
    for id in try commits(from: start, notIn: other) { records.append(try commit(id)) }
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
