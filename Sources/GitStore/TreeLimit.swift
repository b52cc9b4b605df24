/// What a tree may be before it is taken for an attack.
///
/// A handful of small objects can describe billions of files, or folders nested without end.
enum TreeLimit {
  private static let depth = 64
  private static let files = 1_000_000

  static func check(depth: Int, count: Int) throws(GitError) {
    guard depth < Self.depth, count < files else {
      throw GitError(
        "walking the folders of a commit", .damaged,
        message: "they are nested deeper than \(Self.depth) or hold more than \(files) files")
    }
  }
}
