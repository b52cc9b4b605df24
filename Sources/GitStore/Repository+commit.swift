internal import CGit2

extension Repository {
  /// What a commit says.
  package func commit(_ id: ObjectID) throws(GitError) -> CommitRecord {
    guard let record = CommitRecord(id: id, bytes: try commitBytes(id)) else {
      throw GitError("reading the commit \(id)", .damaged, message: "it is not a valid commit")
    }
    return record
  }

  /// The commit with which the history of another began: the end of its chain of first parents.
  package func root(of commit: ObjectID) throws(GitError) -> ObjectID {
    var root = commit
    while let parent = try self.commit(root).parents.first { root = parent }
    return root
  }

  /// The bytes of a commit object, as its name and its signature cover them.
  package func commitBytes(_ id: ObjectID) throws(GitError) -> [UInt8] {
    try object(id, type: GIT_OBJECT_COMMIT, "reading the commit \(id)").copied()
  }
}
