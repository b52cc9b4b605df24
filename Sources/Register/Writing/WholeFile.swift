package import Diagnostics
package import Glibc

/// Writes files so that at any moment either the old or the new content is there.
package enum WholeFile {
  /// Replaces a file as a whole: a file beside it, safely on disk, then a rename.
  ///
  /// Throws `register.read-only` with the system's reason.
  package static func write(
    _ bytes: [UInt8], to path: String, mode: mode_t = 0o666
  ) throws(Diagnostic) {
    let draft = path + ".new"
    let descriptor = unsafe open(
      draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = Descriptor.write(bytes, to: descriptor) && fsync(descriptor) == 0
    guard isWritten else {
      let problem = failure(path)
      close(descriptor)
      _ = unsafe unlink(draft)
      throw problem
    }
    close(descriptor)
    guard unsafe rename(draft, path) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> Diagnostic {
    let reason = SystemError.reason
    return Diagnostic(
      rule: "register.read-only", at: SourceLocation(path: path),
      message: "the file cannot be written: \(reason)",
      hint: "check who owns the folder and whether the disk is full or write-protected")
  }
}
