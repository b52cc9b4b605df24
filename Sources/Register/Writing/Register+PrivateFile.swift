internal import Diagnostics
internal import GitStore
internal import FileSystem

extension Register {
  /// Writes a file that only its owner may read and that must not become part of the register.
  ///
  /// It gets mode 0600 and replaces an earlier file of that name in one step. Throws `Diagnostic`:
  /// `private-file.inside` for a path in the work tree or the git folder, symbolic links followed,
  /// and `private-file.write` when the system refuses.
  package func writePrivateFile(_ content: [UInt8], to path: String) throws {
    let folder = path.lastIndex(of: "/").map { path[..<$0] + "/." } ?? "."
    guard let place = Folder.resolved(String(folder)) else {
      throw Self.failure(path, SystemError.reason)
    }
    let roots = [repository.workTree, repository.gitDirectory, repository.commonDirectory]
      .compactMap(\.self)
    guard !roots.compactMap(Folder.resolved).contains(where: { (place + "/").hasPrefix($0 + "/") })
    else {
      throw Diagnostic(
        rule: "private-file.inside", at: SourceLocation(path: path),
        message: "the file holds private values and must not lie in the register",
        hint: "choose a folder outside of it, best on an encrypted disk")
    }
    do {
      try WholeFile.replace(path, with: content, for: .owner)
    } catch {
      throw Self.failure(path, error.reason)
    }
  }

  private static func failure(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      rule: "private-file.write", at: SourceLocation(path: path),
      message: "the file cannot be written here: \(reason)",
      hint: "choose another path")
  }
}
