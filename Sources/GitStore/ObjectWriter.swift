internal import CGit2
internal import FileSystem

/// Where new objects go.
protocol ObjectWriter: ~Copyable {
  /// Stores one object and returns its name; `path` tells which objects may resemble each other.
  mutating func write(
    _ bytes: [UInt8], as type: git_object_t, path: String
  ) throws(GitError) -> ObjectID

  /// Makes everything written readable for everybody.
  consuming func finish() throws(GitError)
}

/// One file for each object: best for the few objects of one action.
struct LooseObjectWriter: ObjectWriter, ~Copyable {
  let repository: Repository

  mutating func write(
    _ bytes: [UInt8], as type: git_object_t, path: String
  ) throws(GitError) -> ObjectID {
    try Handle<DatabaseKind>.write(bytes, as: type, path: path, to: repository.objects)
  }

  consuming func finish() throws(GitError) {}
}

extension Handle where Kind == DatabaseKind {
  static func write(
    _ bytes: [UInt8], as type: git_object_t, path: String, to database: borrowing Self
  ) throws(GitError) -> ObjectID {
    let pointer = unsafe database.pointer
    var id = git_oid()
    try attempt("storing \(path.isEmpty ? "an object" : path)") {
      unsafe bytes.withUnsafeBytes {
        unsafe git_odb_write(&id, pointer, $0.baseAddress, $0.count, type)
      }
    }
    UnsyncedWrites.note()
    return ObjectID(id)
  }
}
