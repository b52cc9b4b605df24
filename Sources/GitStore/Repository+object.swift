internal import CGit2

/// An object in memory, as the object database or the work tree gave it.
enum LoadedObject: ~Copyable {
  case stored(Handle<ObjectKind>)
  case borrowed([UInt8], git_object_t)

  var type: git_object_t {
    switch self {
    case .stored(let handle): unsafe git_odb_object_type(handle.pointer)
    case .borrowed(_, let type): type
    }
  }

  /// Lends the bytes for the duration of the call.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch self {
    case .stored(let handle):
      let buffer = unsafe UnsafeRawBufferPointer(
        start: git_odb_object_data(handle.pointer), count: git_odb_object_size(handle.pointer))
      return try unsafe body(buffer)
    case .borrowed(let bytes, _):
      let result = unsafe bytes.withUnsafeBytes { buffer -> Swift.Result<Result, Failure> in
        do throws(Failure) {
          return .success(try unsafe body(buffer))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }
  }

  func copied() -> [UInt8] {
    unsafe withBytes { unsafe [UInt8]($0) }
  }
}

extension Repository {
  /// Reads an object and checks its type.
  ///
  /// What git has lost and the work tree still holds is made anew from there.
  func object(
    _ id: ObjectID, type: git_object_t, _ doing: @autoclosure () -> String
  ) throws(GitError) -> LoadedObject {
    let loaded: LoadedObject
    do throws(GitError) {
      loaded = .stored(try stored(id, doing()))
    } catch {
      guard let found = try? recovered(id, type: type, after: error) else {
        throw lost(id, type: type, error)
      }
      return found
    }
    guard loaded.type == type else {
      throw GitError(doing(), .damaged, message: "the object \(id) has another type")
    }
    return loaded
  }

  func stored(
    _ id: ObjectID, _ doing: @autoclosure () -> String
  ) throws(GitError) -> Handle<ObjectKind> {
    let database = unsafe objects.pointer
    var oid = id.oid
    return try unsafe Handle(doing()) { out in unsafe git_odb_read(out, database, &oid) }
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
