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

  /// Whether a symbolic link stands at a path.
  static func isLink(_ path: String, in repository: Repository) -> Bool {
    guard let root = repository.workTree else { return false }
    return FileStatus(root + "/" + path)?.kind == .link
  }
}
