internal import CGit2

extension Repository {
  /// From this many files on, new objects go into one pack.
  private static let packingThreshold = 200

  /// Writes the blobs, folders and commit of a request; moves no reference.
  ///
  /// Nothing refers to the new objects before `moveReference` does, so a process that is killed
  /// here leaves the repository as it was.
  ///
  /// - Parameters:
  ///   - request: The commit to write.
  ///   - checkpoint: Called with `objects` when everything is stored.
  /// - Returns: The name of the new commit.
  /// - Throws: `GitError`; what the signer throws comes as a `GitError` that quotes it.
  package func writeCommit(
    _ request: CommitRequest, checkpoint: ((String) -> Void)? = nil
  ) throws(GitError) -> ObjectID {
    let id =
      request.replacing.count > Self.packingThreshold
      ? try write(request, with: PackWriter(for: self))
      : try write(request, with: LooseObjectWriter(repository: self))
    checkpoint?("objects")
    return id
  }

  private func write<Writer: ObjectWriter & ~Copyable>(
    _ request: CommitRequest, with writer: consuming Writer
  ) throws(GitError) -> ObjectID {
    var changes: [TreeRevision<Writer>.Change] = []
    changes.reserveCapacity(request.replacing.count)
    for replacement in request.replacing {
      let names = try PathText.names(of: replacement.path, "writing a commit")
      changes.append(.init(path: replacement.path, names: names, blob: nil))
    }
    for (position, replacement) in request.replacing.enumerated() {
      guard let content = replacement.content else { continue }
      let blob = try writer.write(content, as: GIT_OBJECT_BLOB, path: replacement.path)
      changes[position] = .init(
        path: replacement.path, names: changes[position].names, blob: blob)
    }
    changes.sort { one, other in
      one.names.lexicographicallyPrecedes(other.names) { $0.lexicographicallyPrecedes($1) }
    }
    let base: ObjectID? =
      if let parent = request.parents.first { try rootFolderID(of: parent) } else { nil }
    for parent in request.parents.dropFirst() { _ = try rootFolderID(of: parent) }

    var revision = TreeRevision(repository: self, writer: writer)
    let revised = try revision.revise(base, with: changes[...], depth: 0)
    writer = revision.writer
    let tree =
      if let revised { revised } else { try writer.write([], as: GIT_OBJECT_TREE, path: "") }
    let text = try commitText(of: request, tree: tree)
    let commit = try writer.write(text, as: GIT_OBJECT_COMMIT, path: "")
    try writer.finish()
    return commit
  }

  private func commitText(
    of request: CommitRequest, tree: ObjectID
  ) throws(GitError) -> [UInt8] {
    do {
      return try CommitText.bytes(of: request, tree: tree)
    } catch let error as GitError {
      throw error
    } catch {
      throw GitError("signing a commit", .other, message: "\(error)")
    }
  }
}
