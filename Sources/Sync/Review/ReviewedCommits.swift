internal import GitStore
internal import Register

/// The commits that a review looks at.
struct ReviewedCommits {
  let repository: Repository
  /// The commit under review.
  let tip: ObjectID
  /// A commit before it that was reviewed already; nil for none.
  let base: ObjectID?
  /// The commits that may have brought what is wrong, newest first.
  let all: [ObjectID]

  /// How many commits are looked at before the newest one stands for all.
  private static let patience = 2_000

  init(_ repository: Repository, at tip: ObjectID, since base: ObjectID?) throws {
    self.repository = repository
    self.tip = tip
    self.base = base
    all = try repository.commits(from: tip, notIn: base)
  }

  /// The oldest commit since the review from which on the path is as it is now.
  func commit(thatBrought found: ObjectID?, at path: String) throws -> ObjectID {
    var oldest = tip
    for commit in all.prefix(Self.patience)
    where try repository.entry(at: path, in: commit)?.id == found {
      let parents = try repository.commit(commit).parents
      let isNew = try parents.allSatisfy { try repository.entry(at: path, in: $0)?.id != found }
      if isNew { oldest = commit }
    }
    return oldest
  }

  /// The regular file at a path of a commit.
  func file(_ path: String, in commit: ObjectID) throws -> ObjectID? {
    guard let entry = try repository.entry(at: path, in: commit), entry.kind.isRegularFile else {
      return nil
    }
    return entry.id
  }
}
