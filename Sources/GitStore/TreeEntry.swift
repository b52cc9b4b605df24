/// One file, link or submodule in the tree of a commit.
package struct TreeEntry: Hashable, Sendable {
  /// What git stores at a path.
  package enum Kind: Hashable, Sendable {
    /// An ordinary file.
    case file
    /// A file with the permission to be executed.
    case executable
    /// A symbolic link; its blob is the target.
    case symlink
    /// A commit of another repository; there is no object to read.
    case submodule
    /// A folder; never in a list of entries, only as the answer for one path.
    case folder

    /// True for what is stored as a blob.
    package var isBlob: Bool {
      switch self {
      case .file, .executable, .symlink: true
      case .submodule, .folder: false
      }
    }

    /// True for a file with or without the permission to be executed.
    package var isRegularFile: Bool { self == .file || self == .executable }
  }

  /// The path from the top of the tree; where its bytes are not UTF-8, `\xNN` stands for each.
  package let path: String
  /// False when the path's bytes are not UTF-8, so that `path` does not name the file.
  package let hasTextPath: Bool
  /// The name of the blob, or of the submodule's commit.
  package let id: ObjectID
  /// What git stores at this path.
  package let kind: Kind
  /// The mode as stored, such as 0o100644; git itself writes few of the possible values.
  package let mode: UInt32
}

extension TreeEntry.Kind {
  init(mode: UInt32) {
    switch mode & 0o170000 {
    case 0o040000: self = .folder
    case 0o120000: self = .symlink
    case 0o160000: self = .submodule
    default: self = mode & 0o100 == 0 ? .file : .executable
    }
  }
}
