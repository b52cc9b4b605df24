import GitStore

/// A repository of its own for one test, with the git program beside it.
struct Scene {
  let home: TemporaryFolder
  let repository: Repository
  let git: Git

  var path: String { git.folder }

  init(bare: Bool = false) throws {
    home = try TemporaryFolder()
    let path = home.path + "/register"
    repository = try Repository.create(at: path, bare: bare)
    git = Git(folder: path)
  }

  static func person(_ seconds: Int64 = 1_700_000_000) -> Signature {
    Signature(name: "Rana", email: "rana@example.org", seconds: seconds, offsetMinutes: 180)
  }

  /// Writes a commit on the given parents; moves nothing.
  func write(
    _ files: [(String, String?)], on parents: [ObjectID] = [], message: String = "step",
    seconds: Int64 = 1_700_000_000
  ) throws(GitError) -> ObjectID {
    try repository.writeCommit(
      CommitRequest(
        parents: parents,
        replacing: files.map { path, text in
          .init(path: path, content: text.map { Array($0.utf8) })
        },
        author: Self.person(seconds), committer: Self.person(seconds), message: message))
  }

  /// Commits on the current tip, moves the branch and brings the work tree along.
  @discardableResult
  func commit(
    _ files: [(String, String?)], message: String = "step"
  ) throws -> (id: ObjectID, left: [Discrepancy]) {
    let tip = try repository.head()
    let id = try write(files, on: tip.map { [$0] } ?? [], message: message)
    try repository.moveReference(
      repository.branchReference, to: id, expecting: tip, reflogMessage: message)
    let left = try repository.synchronise(paths: files.map(\.0), from: tip, to: id)
    return (id, left)
  }

  /// Runs git's own check of everything; throws when it complains.
  func fsck() throws { try git("fsck", "--strict", "--no-dangling") }

  func status() throws -> String { try git("status", "--porcelain", "--untracked-files=all") }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
