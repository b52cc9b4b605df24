internal import CGit2

/// An object in memory, as the object database gave it.
struct LoadedObject: ~Copyable {
  private let handle: Handle<ObjectKind>

  init(_ handle: consuming Handle<ObjectKind>) { self.handle = handle }

  var type: git_object_t { unsafe git_odb_object_type(handle.pointer) }

  /// Lends the bytes for the duration of the call.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeRawBufferPointer(
      start: git_odb_object_data(handle.pointer), count: git_odb_object_size(handle.pointer))
    return try unsafe body(buffer)
  }

  func copied() -> [UInt8] {
    unsafe withBytes { unsafe [UInt8]($0) }
  }
}

extension Repository {
  /// Reads an object and checks its type.
  func object(
    _ id: ObjectID, type: git_object_t, _ doing: @autoclosure () -> String
  ) throws(GitError) -> LoadedObject {
    let database = unsafe objects.pointer
    var oid = id.oid
    let loaded = try LoadedObject(
      unsafe Handle(doing()) { out in unsafe git_odb_read(out, database, &oid) })
    guard loaded.type == type else {
      throw GitError(doing(), .damaged, message: "the object \(id) has another type")
    }
    return loaded
  }

  /// True when the repository has an object of this name.
  package func exists(_ id: ObjectID) -> Bool {
    var oid = id.oid
    return unsafe git_odb_exists(objects.pointer, &oid) == 1
  }

  /// True when the name of some object begins with these hexadecimal digits, at least four of them.
  package func hasObject(named digits: String) -> Bool {
    var short = git_oid()
    var found = git_oid()
    let isName = unsafe git_oid_fromstrn(&short, digits, digits.utf8.count) == 0
    guard isName, digits.utf8.count >= GIT_OID_MINPREFIXLEN else { return false }
    let code = unsafe git_odb_exists_prefix(&found, objects.pointer, &short, digits.utf8.count)
    return code == 0 || code == GIT_EAMBIGUOUS.rawValue
  }
}
