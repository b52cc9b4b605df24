import GitStore

/// How the files of a register stand to the newest commit, read without a process.
enum WorkTree {
  /// The files that are not as the commit has them: what is other, and the path.
  static func changes(of path: String) throws -> [String] {
    // What is damaged here concerns no call.
    try RepositoryNotes.$current.withValue(RepositoryNotes()) {
      try Repository.discover(from: path).modifiedPaths().map { "\($0.kind) \($0.path)" }
    }
  }
}
