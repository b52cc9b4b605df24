/// One file of the work tree that is not as the current commit has it.
package struct WorkTreeChange: Hashable, Sendable {
  /// How a file differs from the current commit.
  package enum Kind: Hashable, Sendable {
    /// The commit does not have it.
    case added
    /// Its bytes or permissions differ.
    case modified
    /// The work tree does not have it.
    case deleted
    /// It is a symbolic link (or something else) where the commit has a file, or the reverse.
    case typeChanged
    /// A merge of git left it unresolved.
    case conflicted
  }

  /// The path; where its bytes are not UTF-8, `\xNN` stands for each.
  package let path: String
  /// False when the path's bytes are not UTF-8.
  package let hasTextPath: Bool
  /// How the file differs.
  package let kind: Kind
}
