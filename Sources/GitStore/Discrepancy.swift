/// A file of the work tree that was left as it is, and why.
package struct Discrepancy: Hashable, Sendable {
  /// Why a file was not brought to the new commit.
  package enum Reason: Hashable, Sendable {
    /// A person changed, added or deleted it, and has not committed that.
    case edited
    /// Something that is not a file stands in its place, or on the way to it; it is named.
    case obstructed(String)
    /// The commit has a link or a submodule there, or a name that must not be written: never made.
    case notAFile
    /// The system refused; its words.
    case notWritable(String)
  }

  /// The path from the top of the work tree.
  package let path: String
  /// Why it was left.
  package let reason: Reason

  /// Describes one file that was left.
  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
