internal import Glibc

/// What stands in the place of a file or a folder and is none, as a hand or a failing disk leaves it.
///
/// In a place that only this program keeps, it is put aside, and nobody has to know of it.
package enum OutOfPlace {
  /// Whether something is at a path that is not of a kind, links followed.
  package static func stands(at path: String, insteadOf kind: FileStatus.Kind) -> Bool {
    guard FileStatus(path) != nil else { return false }
    return FileStatus(path, followingLinks: true)?.kind != kind
  }

  /// Puts what stands at a path and is not of a kind into a folder, which is made, under a name that is
  /// free there; whether there was such a thing.
  @discardableResult
  package static func putAside(
    _ path: String, insteadOf kind: FileStatus.Kind, in folder: String, as name: String
  ) throws(SystemFailure) -> Bool {
    guard stands(at: path, insteadOf: kind) else { return false }
    try Folder.makeAll(folder)
    var place = folder + "/" + name
    var number = 1
    while FileStatus(place) != nil {
      number += 1
      place = "\(folder)/\(name)-\(number)"
    }
    // Another command may have been faster.
    guard unsafe rename(path, place) == 0 || errno == ENOENT else {
      throw SystemFailure(at: path)
    }
    return true
  }
}
