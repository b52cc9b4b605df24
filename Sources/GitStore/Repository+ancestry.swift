internal import CGit2

extension Repository {
  /// The best common ancestor of two commits; nil when they share no history.
  package func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    var (first, second, base) = (one.oid, other.oid, git_oid())
    let code = unsafe git_merge_base(&base, handle.pointer, &first, &second)
    if code == GIT_ENOTFOUND.rawValue, exists(one), exists(other) { return nil }
    guard code >= 0 else {
      throw GitError("finding the common ancestor of \(one) and \(other)", code: code)
    }
    return ObjectID(base)
  }

  /// True when a commit is in the history of another; a commit is in its own history.
  package func isAncestor(
    _ ancestor: ObjectID, of descendant: ObjectID
  ) throws(GitError) -> Bool {
    if ancestor == descendant { return true }
    var (old, new) = (ancestor.oid, descendant.oid)
    let code = unsafe git_graph_descendant_of(handle.pointer, &new, &old)
    guard code >= 0 else {
      throw GitError("comparing the histories of \(ancestor) and \(descendant)", code: code)
    }
    return code == 1
  }

  /// Counts the commits in the history of one commit that are not in the other's.
  ///
  /// Without the other, all of them.
  package func countCommits(
    from commit: ObjectID, notIn other: ObjectID?
  ) throws(GitError) -> Int {
    if commit == other { return 0 }
    let walk = try CommitWalk(repository: self, from: commit, hiding: other, sorted: false)
    var count = 0
    while try walk.next() != nil { count += 1 }
    return count
  }

  /// The same for a person to read: where a commit is lost, those that can be read are counted, and the
  /// lost one is noted in ``RepositoryNotes``.
  package func countReadableCommits(
    from commit: ObjectID, notIn other: ObjectID?
  ) throws(GitError) -> Int {
    do throws(GitError) {
      return try countCommits(from: commit, notIn: other)
    } catch {
      let known = other.map { salvagedHistory(from: $0, limit: .max, isNoted: false) } ?? []
      let ids = Set(known.map(\.id))
      let records = salvagedHistory(from: commit, limit: .max, isNoted: true)
      guard !records.isEmpty else { throw error }
      return records.count { !ids.contains($0.id) }
    }
  }

  /// The commits that led to one commit and not to another, newest first; a child before its parents.
  package func commits(
    from start: ObjectID, notIn other: ObjectID?
  ) throws(GitError) -> [ObjectID] {
    let walk = try CommitWalk(repository: self, from: start, hiding: other, sorted: true)
    var ids: [ObjectID] = []
    while let id = try walk.next() { ids.append(id) }
    return ids
  }
}
