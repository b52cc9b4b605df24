internal import Diagnostics
internal import GitStore
internal import FileSystem

extension Register {
  /// Writes a file that only its owner may read and that must not become part of the register.
  ///
  /// It gets mode 0600 and replaces an earlier one in one step. Throws `Diagnostic`: see
  /// ``requirePrivatePlace(_:replacing:)``, and `private-file.write` when the system refuses.
  package func writePrivateFile(
    _ content: [UInt8], to path: String, replacing isEarlierOne: ([UInt8]) -> Bool
  ) throws {
    let folder = try requirePrivatePlace(path, replacing: isEarlierOne)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    do {
      // The place is anybody's folder: a name that nobody has there by chance.
      try WholeFile.replace(
        path, with: content, for: .owner, draft: folder + "/.daftar-draft-" + name)
    } catch {
      throw Self.failure(path, error.reason)
    }
  }

  /// Refuses a path where a private file must not lie; returns its folder without links.
  ///
  /// Throws `Diagnostic`: `private-file.inside` for a path in the work tree or the git folder,
  /// symbolic links followed, and `private-file.taken` where something stands that is not the earlier
  /// one of such files: a key, a letter, the list itself.
  @discardableResult
  package func requirePrivatePlace(
    _ path: String, replacing isEarlierOne: ([UInt8]) -> Bool
  ) throws -> String {
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
    guard let status = FileStatus(path) else { return place }
    guard status.kind == .file, let present = SmallFile.bytes(of: path), isEarlierOne(present)
    else {
      throw Diagnostic(
        rule: "private-file.taken", at: SourceLocation(path: path),
        message: "something else stands here, and it is never overwritten",
        hint: "choose another path, or move it away")
    }
    return place
  }

  private static func failure(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      rule: "private-file.write", at: SourceLocation(path: path),
      message: "the file cannot be written here: \(reason)",
      hint: "choose another path")
  }
}
