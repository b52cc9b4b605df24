internal import CGit2

extension Repository {
  /// The full name of the branch that `HEAD` names, such as `refs/heads/main`; it may be unborn.
  package var branchReference: String {
    get throws(GitError) {
      let doing = "reading HEAD"
      let repository = unsafe handle.pointer
      let head = try unsafe Handle<ReferenceKind>(doing) {
        unsafe git_reference_lookup($0, repository, "HEAD")
      }
      guard let target = unsafe git_reference_symbolic_target(head.pointer) else {
        let branch = try branchToReturnTo()
        throw GitError(
          doing, .refused,
          message: "HEAD is detached (no branch is checked out); "
            + (unfinishedOperation.map {
              "a \($0.rawValue) was left unfinished: undo it with `\($0.undoing)`"
            } ?? "go back to a branch: `git switch \(branch)`"))
      }
      return unsafe String(cString: target)
    }
  }

  /// The branch that somebody goes back to where none is checked out: `main`, else the first one.
  package func branchToReturnTo() throws(GitError) -> String {
    let prefix = "refs/heads/"
    let names = try references(under: prefix).map { String($0.name.dropFirst(prefix.count)) }
    return names.contains("main") ? "main" : names.first ?? "main"
  }

  /// The commit that `HEAD` leads to; nil while the branch has no commit.
  ///
  /// Where its file is damaged or gone, the last one that git noted; that is told in ``RepositoryNotes``.
  package func head() throws(GitError) -> ObjectID? {
    do throws(GitError) {
      return try tip(of: "HEAD") ?? headBeforeLoss()
    } catch {
      guard let last = headBeforeDamage() else { throw error }
      return last
    }
  }

  /// The object that a reference leads to; nil when there is no such reference.
  package func tip(of reference: String) throws(GitError) -> ObjectID? {
    try readingReferences(otherwise: nil) { () throws(GitError) in try target(of: reference) }
  }

  private func target(of reference: String) throws(GitError) -> ObjectID? {
    let repository = unsafe handle.pointer
    var id = git_oid()
    let code = unsafe git_reference_name_to_id(&id, repository, reference)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    guard code >= 0 else { throw GitError("reading the reference \(reference)", code: code) }
    return ObjectID(id)
  }

  /// All references below a prefix such as `refs/heads/`, sorted by name.
  package func references(
    under prefix: String
  ) throws(GitError) -> [(name: String, tip: ObjectID)] {
    try readingReferences(otherwise: []) { () throws(GitError) in try listed(under: prefix) }
  }

  private func listed(
    under prefix: String
  ) throws(GitError) -> [(name: String, tip: ObjectID)] {
    let doing = "listing the references below \(prefix)"
    let repository = unsafe handle.pointer
    let iterator = try unsafe Handle<ReferenceIteratorKind>(doing) {
      unsafe git_reference_iterator_glob_new($0, repository, prefix + "*")
    }
    var found: [(name: String, tip: ObjectID)] = []
    while true {
      var made: OpaquePointer?
      let code = unsafe git_reference_next(&made, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      let next = unsafe made
      let reference = try unsafe Handle<ReferenceKind>(doing) { out in
        unsafe out.pointee = unsafe next
        return code
      }
      guard let name = unsafe git_reference_name(reference.pointer),
        let target = unsafe git_reference_target(reference.pointer)
      else { continue }
      found.append((unsafe String(cString: name), unsafe ObjectID(target.pointee)))
    }
    return found.sorted { $0.name < $1.name }
  }

  /// Puts all references into one file: thousands of small ones are slow to list.
  package func packReferences() throws(GitError) {
    let doing = "packing the references"
    let repository = unsafe handle.pointer
    let database = try unsafe Handle<ReferenceDatabaseKind>(doing) {
      unsafe git_repository_refdb($0, repository)
    }
    try Library.safely { () throws(GitError) in
      try attempt(doing) { unsafe git_refdb_compress(database.pointer) }
    }
  }
}
