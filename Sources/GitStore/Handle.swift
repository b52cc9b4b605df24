internal import CGit2

/// How one type of libgit2 object is given back.
protocol HandleKind {
  static func free(_ pointer: OpaquePointer)
}

/// The one owner of a libgit2 object: freed exactly once, when the owner goes out of scope.
@safe
struct Handle<Kind: HandleKind>: ~Copyable {
  let pointer: OpaquePointer

  /// Calls a libgit2 constructor and takes what it made.
  init(
    _ doing: @autoclosure () -> String,
    _ make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws(GitError) {
    var made: OpaquePointer?
    let code = unsafe make(&made)
    guard code >= 0 else { throw GitError(doing(), code: code) }
    guard let made = unsafe made else {
      throw GitError(doing(), .other, message: "libgit2 reported success and returned nothing")
    }
    unsafe pointer = made
  }

  deinit { unsafe Kind.free(pointer) }
}

enum RepositoryKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_repository_free(pointer) }
}

enum DatabaseKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_free(pointer) }
}

enum ObjectKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_object_free(pointer) }
}

enum PackBuilderKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_packbuilder_free(pointer) }
}

enum IndexerKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_indexer_free(pointer) }
}

enum ReferenceKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_free(pointer) }
}

enum ReferenceIteratorKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_iterator_free(pointer) }
}

enum ReferenceDatabaseKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_refdb_free(pointer) }
}

enum IndexKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_index_free(pointer) }
}

enum DiffKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_diff_free(pointer) }
}

enum WalkKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_revwalk_free(pointer) }
}

enum ConfigurationKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_free(pointer) }
}

enum RemoteKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_remote_free(pointer) }
}

enum TreeKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_tree_free(pointer) }
}
