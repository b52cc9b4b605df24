internal import Glibc
package import FileSystem

/// Files of git that name a commit or a branch; a power cut may leave one empty or with zeros.
package enum LooseReference {
  /// Whether a file is there and names nothing.
  package static func isDamaged(_ file: String) -> Bool {
    guard let text = text(of: file) else { return false }
    return ObjectID(hex: String(text.prefix { $0 != "\n" })) == nil && !text.hasPrefix("ref: refs/")
  }

  /// What a file says; nil where there is none.
  package static func text(of file: String) -> String? { SmallFile.text(file) }

  /// The damaged ones below a folder of references.
  package static func damaged(below folder: String) -> [String] {
    Folder.paths(below: folder).map { folder + "/" + $0 }
      .filter { !$0.hasSuffix(".lock") && isDamaged($0) }
  }

  /// Puts a damaged file aside, where nothing looks for references.
  package static func putAside(_ file: String, in gitDirectory: String) throws(SystemFailure) {
    let place = try placeAside(of: file, in: gitDirectory)
    guard unsafe rename(file, place) == 0 else { throw SystemFailure(at: file) }
  }

  /// Where a damaged file is put aside; the folder is made.
  package static func placeAside(
    of file: String, in gitDirectory: String
  ) throws(SystemFailure) -> String {
    let folder = gitDirectory + "/daftar/damaged"
    try Folder.makeAll(folder)
    return folder + "/" + file.dropFirst(gitDirectory.count + 1).replacing("/", with: "-")
  }
}
