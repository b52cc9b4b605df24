internal import CGit2

/// A walk over the commits that led to a commit, by git's commit-graph file where there is one.
struct CommitWalk: ~Copyable {
  private let handle: Handle<WalkKind>
  private let doing: String

  /// Starts a walk.
  ///
  /// - Parameters:
  ///   - repository: Where the commits are.
  ///   - start: The newest commit, which is the first result.
  ///   - hidden: This commit and its history are left out.
  ///   - sorted: True for every child before its parents, which walks the whole history before the
  ///     first result; false for the latest committer time among the commits known so far.
  /// - Throws: `GitError` when a commit does not exist.
  init(
    repository: Repository, from start: ObjectID, hiding hidden: ObjectID? = nil,
    sorted: Bool
  ) throws(GitError) {
    let doing = "walking the history of \(start)"
    let pointer = unsafe repository.handle.pointer
    let walk = try unsafe Handle<WalkKind>(doing) { unsafe git_revwalk_new($0, pointer) }
    let walkPointer = unsafe walk.pointer
    if sorted {
      let order = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue
      try attempt(doing) { unsafe git_revwalk_sorting(walkPointer, order) }
    }
    var newest = start.oid
    try attempt(doing) { unsafe git_revwalk_push(walkPointer, &newest) }
    if let hidden {
      var oldest = hidden.oid
      try attempt(doing) { unsafe git_revwalk_hide(walkPointer, &oldest) }
    }
    handle = walk
    self.doing = doing
  }

  /// The next commit; nil at the end.
  func next() throws(GitError) -> ObjectID? {
    var oid = git_oid()
    let code = unsafe git_revwalk_next(&oid, handle.pointer)
    if code == GIT_ITEROVER.rawValue { return nil }
    guard code >= 0 else { throw GitError(doing, code: code) }
    return ObjectID(oid)
  }
}
