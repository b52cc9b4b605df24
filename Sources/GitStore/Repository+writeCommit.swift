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
    // What was read in the stead of something lost must not become the newest state.
    if let damage = RepositoryNotes.current.uncertain(in: gitDirectory) {
      throw GitError(
        "writing a commit", .damaged,
        message: "the \(damage.kind) \(damage.id) on which it builds is damaged or missing",
        lost: .init(
          id: damage.id, file: damage.file, gitDirectory: gitDirectory, previous: damage.previous))
    }
    let id =
      request.replacing.count > Self.packingThreshold
      ? try write(request, with: PackWriter(for: self))
      : try write(request, with: LooseObjectWriter(repository: self))
    checkpoint?("objects")
    return id
  }

  /// Stores files that a later commit will name, in one pack; returns them as that commit keeps them.
  package func storeAhead(
    _ files: [CommitRequest.Replacement]
  ) throws(GitError) -> [CommitRequest.Replacement] {
    var writer = try PackWriter(for: self)
    var kept: [CommitRequest.Replacement] = []
    kept.reserveCapacity(files.count)
    for file in files {
      guard let content = file.content else {
        kept.append(file)
        continue
      }
      let id = try writer.write(content, as: GIT_OBJECT_BLOB, path: file.path)
      let entry = TreeEntry(
        path: file.path, hasTextPath: true, id: id, kind: .file, mode: 0o100644)
      kept.append(.init(path: file.path, keeping: entry))
    }
    try writer.finish()
    return kept
  }

  /// Writes many commits of sealed files that nobody refers to yet, all of them in one pack that
  /// is not compressed.
  ///
  /// None may build on another one of the same call. Returns their names in the same order.
  package func writeSealedCommits(_ requests: [CommitRequest]) throws(GitError) -> [ObjectID] {
    var writer = StoredPackWriter(for: self)
    var commits: [ObjectID] = []
    commits.reserveCapacity(requests.count)
    for request in requests {
      let written = try prepare(request, with: writer)
      commits.append(written.commit)
      writer = written.writer
    }
    try writer.finish()
    return commits
  }

  private func write<Writer: ObjectWriter & ~Copyable>(
    _ request: CommitRequest, with writer: consuming Writer
  ) throws(GitError) -> ObjectID {
    let written = try prepare(request, with: writer)
    let commit = written.commit
    try written.finish()
    return commit
  }

  /// A commit whose objects are stored but perhaps not yet readable, and the writer that has them.
  private struct Written<Writer: ObjectWriter & ~Copyable>: ~Copyable {
    let commit: ObjectID
    var writer: Writer

    consuming func finish() throws(GitError) { try writer.finish() }
  }

  private func prepare<Writer: ObjectWriter & ~Copyable>(
    _ request: CommitRequest, with writer: consuming Writer
  ) throws(GitError) -> Written<Writer> {
    var changes: [TreeRevision<Writer>.Change] = []
    changes.reserveCapacity(request.replacing.count)
    for replacement in request.replacing {
      let names = try PathText.names(of: replacement.path, "writing a commit")
      changes.append(
        .init(
          path: replacement.path, names: names, blob: replacement.entry?.id,
          mode: replacement.entry?.mode))
    }
    for (position, replacement) in request.replacing.enumerated() {
      guard let content = replacement.content else { continue }
      let blob = try writer.write(content, as: GIT_OBJECT_BLOB, path: replacement.path)
      changes[position] = .init(
        path: replacement.path, names: changes[position].names, blob: blob, mode: nil)
    }
    changes.sort { one, other in
      one.names.lexicographicallyPrecedes(other.names) { $0.lexicographicallyPrecedes($1) }
    }
    let base: ObjectID? =
      if let tree = request.basisTree {
        tree
      } else if let start = request.basis ?? request.parents.first {
        try rootFolderID(of: start)
      } else {
        nil
      }
    for parent in request.parents.dropFirst() { _ = try rootFolderID(of: parent) }

    var revision = TreeRevision(repository: self, writer: writer)
    let revised = try revision.revise(base, with: changes[...], depth: 0)
    writer = revision.writer
    let tree =
      if let revised { revised } else { try writer.write([], as: GIT_OBJECT_TREE, path: "") }
    let text = try commitText(of: request, tree: tree)
    let commit = try writer.write(text, as: GIT_OBJECT_COMMIT, path: "")
    return Written(commit: commit, writer: writer)
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
