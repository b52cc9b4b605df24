internal import Diagnostics
internal import GitStore
internal import Glibc

extension Register {
  /// Writes a file that only its owner may read and that must not become part of the register.
  ///
  /// It gets mode 0600 and replaces an earlier file of that name in one step. Throws `Diagnostic`:
  /// `private-file.inside` for a path in the work tree or the git folder, symbolic links followed,
  /// and `private-file.write` when the system refuses.
  package func writePrivateFile(_ content: [UInt8], to path: String) throws {
    let folder = path.lastIndex(of: "/").map { path[..<$0] + "/." } ?? "."
    guard let place = Self.resolved(String(folder)) else { throw Self.failure(path) }
    let roots = [repository.workTree, repository.gitDirectory, repository.commonDirectory]
      .compactMap(\.self)
    guard !roots.compactMap(Self.resolved).contains(where: { (place + "/").hasPrefix($0 + "/") })
    else {
      throw Diagnostic(
        rule: "private-file.inside", at: SourceLocation(path: path),
        message: "the file holds private values and must not lie in the register",
        hint: "choose a folder outside of it, best on an encrypted disk")
    }
    let draft = path + ".new"
    _ = unsafe unlink(draft)
    let descriptor = unsafe Glibc.open(
      draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
    let isWritten = Descriptor.write(content, to: descriptor) && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten, unsafe rename(draft, path) == 0 else {
      let problem = Self.failure(path)
      _ = unsafe unlink(draft)
      throw problem
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  private static func failure(_ path: String) -> Diagnostic {
    Diagnostic(
      rule: "private-file.write", at: SourceLocation(path: path),
      message: "the file cannot be written here: \(SystemError.reason)",
      hint: "choose another path")
  }
}
