internal import FoundationEssentials
internal import Glibc
internal import Register
internal import Site

/// Writes single files of a site into its new folder.
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
    let descriptor = unsafe open(
      target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw Refused(reason: SystemError.reason) }
    let isWritten = Descriptor.write(file.bytes, to: descriptor)
    let reason = SystemError.reason
    // A full disk on another computer is told at the end only.
    let isClosed = close(descriptor) == 0
    guard isWritten else { throw Refused(reason: reason) }
    guard isClosed else { throw Refused(reason: SystemError.reason) }
  }

  /// Whether the earlier build left exactly these bytes, in a file and not in a link to one.
  private func holds(_ file: SiteFile) -> Bool {
    let path = earlier + "/" + file.path
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size == file.bytes.count, let present = FileManager.default.contents(atPath: path)
    else { return false }
    return Array(present) == file.bytes
  }
}
