internal import CGit2

extension Repository {
  /// The bytes of the file at a path in a commit; nil when there is no file (or link) there.
  package func blob(at path: String, in commit: ObjectID) throws(GitError) -> [UInt8]? {
    guard let id = try blobID(at: path, in: commit) else { return nil }
    return try object(id, type: GIT_OBJECT_BLOB, "reading the blob \(path)").copied()
  }

  /// The name of the blob at a path in a commit; nil when there is no file (or link) there.
  package func blobID(at path: String, in commit: ObjectID) throws(GitError) -> ObjectID? {
    guard let entry = try entry(at: path, in: commit), entry.kind.isBlob else { return nil }
    return entry.id
  }

  /// The bytes of a blob.
  package func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
    try object(id, type: GIT_OBJECT_BLOB, "reading the blob \(id)").copied()
  }

  /// Lends the bytes of a blob for the duration of a call, without a copy.
  package func withBlob<Result>(
    _ id: ObjectID, _ body: (Span<UInt8>) throws -> Result
  ) throws -> Result {
    let blob = try object(id, type: GIT_OBJECT_BLOB, "reading the blob \(id)")
    return try unsafe blob.withBytes { buffer in
      let bytes = unsafe buffer.bindMemory(to: UInt8.self)
      return try unsafe body(bytes.span)
    }
  }

  /// Lends many blobs one after the other, as fast as the object database gives them.
  ///
  /// The hash of each blob is not checked again. Read in the order of `entries(under:in:)`: git
  /// packs the blobs of one commit in that order. A blob that nothing holds any more is passed over
  /// and noted in ``RepositoryNotes``; any other error ends the reading.
  package func forEachBlob(
    of entries: [TreeEntry], _ body: (TreeEntry, Span<UInt8>) throws -> Void
  ) throws {
    try Library.withoutHashVerification {
      for entry in entries where entry.kind.isBlob {
        do {
          try withBlob(entry.id) { try body(entry, $0) }
        } catch let error as GitError where error.object == entry.id {
          note(entry.id, type: GIT_OBJECT_BLOB, content: entry.path, .lost)
        }
      }
    }
  }
}
