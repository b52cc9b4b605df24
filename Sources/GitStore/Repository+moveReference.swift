internal import CGit2

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
  /// - Throws: `GitError`, with `isRace` when somebody else was faster.
  package func moveReference(
    _ name: String, to target: ObjectID, expecting expected: ObjectID?, reflogMessage: String
  ) throws(GitError) {
    let doing = "moving \(name)"
    try Self.refuseInvalidReference(name, doing)
    guard exists(target) else {
      throw GitError(doing, .notFound, message: "there is no object \(target)")
    }
    let repository = unsafe handle.pointer
    let transaction = try unsafe Handle<TransactionKind>(doing) {
      unsafe git_transaction_new($0, repository)
    }
    do {
      try attempt(doing) { unsafe git_transaction_lock_ref(transaction.pointer, name) }
    } catch  where error.isLocked {
      throw GitError(doing, .race, code: error.code, message: error.message)
    }
    let current = try directTarget(of: name, doing)
    guard current == expected else {
      throw GitError(
        doing, .race, code: GIT_EMODIFIED.rawValue,
        message: "it names \(current?.hex ?? "nothing") instead of \(expected?.hex ?? "nothing")")
    }
    var oid = target.oid
    try attempt(doing) {
      unsafe git_transaction_set_target(transaction.pointer, name, &oid, nil, reflogMessage)
    }
    do {
      try attempt(doing) { unsafe git_transaction_commit(transaction.pointer) }
    } catch {
      // What fails after the move, such as flushing the folder, takes nothing back: to say that it
      // did not happen would have it done twice.
      guard try directTarget(of: name, doing) == target else { throw error }
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
