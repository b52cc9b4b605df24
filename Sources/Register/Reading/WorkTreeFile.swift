internal import CaseFormat
internal import CaseVault
internal import Diagnostics
internal import FoundationEssentials
package import GitStore
internal import FileSystem

/// Files as they stand in the work tree.
package enum WorkTreeFile {
  /// The bytes of a regular file; nil when there is none, also when a symbolic link stands there.
  ///
  /// Where git or an editor ended the lines of a text with CR LF, they end with LF here, unless the
  /// recorded file has them so: line ends are no edit and are never recorded.
  package static func content(_ path: String, in repository: Repository) -> [UInt8]? {
    guard let root = repository.workTree, let bytes = content(root + "/" + path) else { return nil }
    guard LineEnds.hasCarriageReturns(bytes) else { return bytes }
    let committed = try? repository.head().flatMap { try repository.blob(at: path, in: $0) }
    return committed == .some(bytes) ? bytes : LineEnds.plain(bytes)
  }

  /// The bytes of a regular file by its absolute path.
  static func content(_ path: String) -> [UInt8]? {
    guard FileStatus(path)?.kind == .file else { return nil }
    return FileManager.default.contents(atPath: path).map(Array.init)
  }

  /// Replaces a file as a whole.
  static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    try WholeFile.write(bytes, to: path)
  }

  /// What stands in the place of a file and is none, as a sentence begins; nil for a file, and where
  /// nothing is.
  static func otherThing(at path: String, in repository: Repository) -> String? {
    guard let root = repository.workTree else { return nil }
    return switch FileStatus(root + "/" + path)?.kind {
    case .file, nil: nil
    case .link: "a symbolic link"
    case .folder: "a folder"
    case .pipe: "a pipe (FIFO)"
    case .socket: "a socket"
    case .device: "a device"
    }
  }

  /// The finding of something that stands in the place of a recorded file; nil where nothing does.
  static func findingOfOtherThing(
    at path: String, _ place: SourceLocation, in repository: Repository
  ) -> Diagnostic? {
    guard let what = otherThing(at: path, in: repository) else { return nil }
    let isFolder = what == "a folder"
    let file = CasePath.isInCaseFolder(path) ? "a case file" : "this file"
    return Diagnostic(
      rule: "file.kind", at: place, message: "\(what) stands in the place of \(file)",
      hint: (isFolder
        ? "move out what is in it, if you need it, and bring the file back: "
        : "remove it and bring the file back: ") + "`git checkout HEAD -- \(path)`")
  }
}
