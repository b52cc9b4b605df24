extension Repository {
  /// Whether a file was at a path, with these bytes, in one of the latest commits that led to one.
  package func hadFile(
    _ content: [UInt8], at path: String, before commit: ObjectID, limit: Int = 500
  ) throws(GitError) -> Bool {
    let id = try ObjectID.ofBlob(content)
    let names = Array(path.utf8).split(separator: UInt8(ascii: "/"))
    for earlier in try recentCommits(from: commit, limit: limit) {
      var files = try CommitFiles(self, at: earlier)
      if try files.item(at: names)?.id == id { return true }
    }
    return false
  }
}
