internal import CGit2
internal import FileSystem

extension Repository {
  /// Moves a reference by compare-and-swap, or creates it.
  ///
  /// The reference is locked first and compared under the lock, so of two writers exactly one wins;
  /// the other gets an error with `isRace`. A lock that stays held gives the same error, and names
  /// the lock file.
  ///
  /// - Parameters:
  ///   - name: The full name, such as `refs/heads/main`.
  ///   - target: The object it shall name.
  ///   - expected: What it must name now; nil when it must not exist.
  ///   - reflogMessage: One line for git's reflog.
  ///   - isAwaited: Whether it, and all that was written before, is on the disk when this returns; else
  ///     that is for the caller to see to.
  /// - Throws: `GitError`, with `isRace` when somebody else was faster.
  package func moveReference(
    _ name: String, to target: ObjectID, expecting expected: ObjectID?, reflogMessage: String,
    isAwaited: Bool = true
  ) throws(GitError) {
    let doing = "moving \(name)"
    try Self.refuseInvalidReference(name, doing)
    guard exists(target) else {
      throw GitError(doing, .notFound, message: "there is no object \(target)")
    }
    let lock = try ReferenceLock(commonDirectory + "/" + name, doing)
    do throws(GitError) {
      let current = try directTarget(of: name, doing)
      guard current == expected else {
        throw GitError(
          doing, .race, code: GIT_EMODIFIED.rawValue,
          message:
            "it names \(current?.hex ?? "nothing") instead of \(expected?.hex ?? "nothing")")
      }
      try lock.write(target)
      if isAwaited { try lock.sync(with: [try objectFolder(), gitDirectory]) }
      try logMove(of: name, from: expected, to: target, reflogMessage)
      try lock.take()
    } catch {
      lock.release()
      throw error
    }
    if isAwaited { lock.syncName() } else { UnsyncedWrites.note() }
  }

  /// Waits until all that was written without waiting is on the disk.
  package func syncWrites() throws(GitError) {
    for folder in [try objectFolder(), gitDirectory] where UnsyncedWrites.mayExist(at: folder) {
      do throws(SystemFailure) {
        try UnsyncedWrites.flush(at: folder)
      } catch {
        throw GitError("waiting for the disk", error)
      }
    }
  }

  private func directTarget(of name: String, _ doing: String) throws(GitError) -> ObjectID? {
    let repository = unsafe handle.pointer
    do throws(GitError) {
      let reference = try unsafe Handle<ReferenceKind>(doing) {
        unsafe git_reference_lookup($0, repository, name)
      }
      guard let id = unsafe git_reference_target(reference.pointer) else {
        throw GitError(doing, .refused, message: "it is a symbolic reference")
      }
      return unsafe ObjectID(id.pointee)
    } catch  where error.kind == .notFound {
      return nil
    }
  }
}
