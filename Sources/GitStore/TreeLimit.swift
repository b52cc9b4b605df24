/// What a tree may be before it is taken for an attack.
///
/// A handful of small objects can describe billions of files, or folders nested without end.
enum TreeLimit {
  /// How deep folders may be nested; deeper ones are no part of a register, and are taken out.
  static let depth = 64
  /// How deep folders are walked at all: so that what is too deep can still be told and removed.
  private static let walked = 512
  private static let files = 1_000_000

  /// Whether a folder is left out of a walk, because no honest tree is nested so deep.
  static func isBeyond(depth: Int) -> Bool { depth > walked }

  static func check(count: Int) throws(GitError) {
    guard count < files else {
      throw GitError(
        "walking the folders of a commit", .damaged,
        message: "they hold more than \(files) files")
    }
  }
}
