/// One path at which two commits differ.
package struct PathChange: Hashable, Sendable {
  /// How a path differs.
  package enum Kind: Hashable, Sendable {
    /// Only the newer commit has it.
    case added
    /// Only the older commit has it.
    case removed
    /// Both have a file, with different bytes or permissions.
    case modified
    /// A file in one is a link or a submodule in the other.
    case typeChanged
  }

  /// What the older commit has; nil when added.
  package let old: TreeEntry?
  /// What the newer commit has; nil when removed.
  package let new: TreeEntry?
  /// The path; where its bytes are not UTF-8, `\xNN` stands for each.
  package let path: String

  /// How the path differs.
  package var kind: Kind {
    guard let old else { return .added }
    guard let new else { return .removed }
    if old.kind == new.kind || old.kind.isRegularFile && new.kind.isRegularFile {
      return .modified
    }
    return .typeChanged
  }

  /// The older commit's blob.
  package var oldID: ObjectID? { old?.id }
  /// The newer commit's blob.
  package var newID: ObjectID? { new?.id }
}
