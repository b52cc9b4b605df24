package import FileSystem

/// Damaged files of single objects: git would take them for the objects, so they are put aside while
/// these come anew, and put back where they do not.
extension GitError.LostObject {
  /// Where the damaged file of an object is put.
  package static func aside(of id: ObjectID, in gitDirectory: String) -> String {
    gitDirectory + "/daftar/damaged/" + id.hex
  }

  private var aside: String { Self.aside(of: id, in: gitDirectory) }

  /// Puts the object's own file aside.
  package func putAside() throws(SystemFailure) { try SmallFile.move(file, to: aside) }

  /// Puts it back where it was, as far as it is left.
  package func putBack() throws(SystemFailure) { try SmallFile.move(aside, to: file) }
}
