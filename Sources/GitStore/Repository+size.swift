internal import CGit2

extension Repository {
  /// The size of an object in bytes, without reading it; nil when it is not here.
  package func size(of id: ObjectID) -> Int? {
    var oid = id.oid
    var size = 0
    var type = GIT_OBJECT_ANY
    let code = unsafe git_odb_read_header(&size, &type, objects.pointer, &oid)
    return code < 0 ? nil : size
  }
}
