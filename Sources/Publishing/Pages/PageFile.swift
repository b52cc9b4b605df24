internal import FoundationEssentials
internal import Glibc
internal import Site
internal import FileSystem

/// The writer of single files of a site into its new folder.
///
/// Nothing is forced to the disk: what a power cut takes can be built again.
struct PageFile {
  /// The folder that is being filled.
  let root: String
  /// The folder of the build before, whose unchanged files are taken over.
  let earlier: String

  /// The system would not do it.
  struct Refused: Error {
    /// The system's words.
    let reason: String
  }

  /// Writes a file whose folder is there.
  func write(_ file: SiteFile) throws(Refused) {
    let target = root + "/" + file.path
    if holds(file), unsafe link(earlier + "/" + file.path, target) == 0 { return }
    guard let made = OpenFile(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW),
      made.write(file.bytes)
    else { throw Refused(reason: SystemError.reason) }
    // A full disk on another computer is told at the end only.
    guard made.close() else { throw Refused(reason: SystemError.reason) }
  }

  /// Whether the earlier build left exactly these bytes, in a file and not in a link to one.
  private func holds(_ file: SiteFile) -> Bool {
    let path = earlier + "/" + file.path
    guard let status = FileStatus(path), status.kind == .file, status.size == file.bytes.count,
      let present = FileManager.default.contents(atPath: path)
    else { return false }
    return Array(present) == file.bytes
  }
}
