/// A commit to be written: what it stands on, which files it replaces, who made it and why.
package struct CommitRequest {
  /// One file that the commit writes or removes.
  package struct Replacement: Sendable {
    /// The path from the top of the tree.
    package let path: String
    /// The new bytes; nil removes the file, and the folders that it leaves empty.
    package let content: [UInt8]?
    /// What stands there as it is, instead of bytes: a file with its mode, a link, a submodule.
    package let entry: TreeEntry?

    /// Describes one file to write, or to remove when the content is nil.
    package init(path: String, content: [UInt8]?) {
      self.path = path
      self.content = content
      entry = nil
    }

    /// Describes an entry of another commit that is taken over with its mode and without reading it.
    package init(path: String, keeping entry: TreeEntry) {
      self.path = path
      content = nil
      self.entry = entry
    }
  }

  /// Signs the bytes of the commit; returns an armoured signature for the `gpgsig` header.
  package typealias Signer = ([UInt8]) throws -> String

  /// The parents; the tree starts from the first one's, or empty without any.
  package var parents: [ObjectID]
  /// The commit whose tree the new one starts from, when it is not the first parent.
  package var basis: ObjectID?
  /// The tree that the new one starts from, when it is no commit's.
  package var basisTree: ObjectID?
  /// The files that differ from the first parent; each path at most once.
  ///
  /// A file keeps its permission to be executed. Removing what does not exist changes nothing.
  package var replacing: [Replacement]
  /// Who did it, and when.
  package var author: Signature
  /// Who recorded it, and when.
  package var committer: Signature
  /// The message; a final line feed is added when it has none.
  package var message: String
  /// Signs the commit when given.
  package var signer: Signer?

  /// Describes a commit; nothing is checked before it is written.
  package init(
    parents: [ObjectID], replacing: [Replacement], author: Signature, committer: Signature,
    message: String, signer: Signer? = nil
  ) {
    self.parents = parents
    self.replacing = replacing
    self.author = author
    self.committer = committer
    self.message = message
    self.signer = signer
  }
}
