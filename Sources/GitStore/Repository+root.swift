internal import CGit2

extension Repository {
  /// The commit with which the history of another began: the end of its chain of first parents.
  package func root(of commit: ObjectID) throws(GitError) -> ObjectID {
    var root = commit
    while let parent = try self.commit(root).parents.first { root = parent }
    return root
  }

  /// The bytes of a commit as they are stored.
  package func rawCommit(_ id: ObjectID) throws(GitError) -> [UInt8] {
    try object(id, type: GIT_OBJECT_COMMIT, "reading the commit \(id)").copied()
  }
}
