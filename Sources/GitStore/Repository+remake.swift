internal import CGit2

extension Repository {
  /// Makes a lost commit anew of which everything but its folder is known; false when no folder of the
  /// store gives a commit of that name.
  ///
  /// A name is the checksum of the bytes: what is made is the commit itself.
  package func remake(_ id: ObjectID, like request: CommitRequest) -> Bool {
    for tree in storedObjects(of: GIT_OBJECT_TREE) {
      guard let bytes = try? CommitText.bytes(of: request, tree: tree),
        (try? ObjectID.of(bytes, as: GIT_OBJECT_COMMIT)) == id
      else { continue }
      return restore(id, bytes, type: GIT_OBJECT_COMMIT)
    }
    return false
  }

  /// Takes a reference out, whatever it names.
  package func removeReference(_ name: String) throws(GitError) {
    let repository = unsafe handle.pointer
    try Library.safely { () throws(GitError) in
      try attempt("removing the reference \(name)") {
        unsafe git_reference_remove(repository, name)
      }
    }
  }
}
