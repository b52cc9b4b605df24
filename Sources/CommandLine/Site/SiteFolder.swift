internal import Diagnostics
internal import FoundationEssentials
internal import Register
internal import Site

/// The folder into which a site is written.
struct SiteFolder {
  let path: String

  /// A file that marks a folder as one of ours, so that nothing else is ever overwritten.
  private static let marker = ".daftar-site"

  /// Writes the files beside the old ones and swaps the folders at the end.
  ///
  /// Refuses a folder that holds anything this program did not write.
  func replace(with files: [SiteFile]) throws {
    let manager = FileManager.default
    if let present = try? manager.contentsOfDirectory(atPath: path), !present.isEmpty {
      guard present.contains(Self.marker) else {
        throw Diagnostic(
          rule: "site.folder", at: SourceLocation(path: path),
          message: "the folder holds files that are no built site",
          hint: "name another folder with --out")
      }
    }
    let draft = path + ".new"
    do {
      try? manager.removeItem(atPath: draft)
      try manager.createDirectory(atPath: draft, withIntermediateDirectories: true)
      for file in files { try write(file, below: draft) }
      try Data("Written by daftar site build; replaced by the next build.\n".utf8)
        .write(to: URL(filePath: draft + "/" + Self.marker))
      if manager.fileExists(atPath: path) { try manager.removeItem(atPath: path) }
      try manager.moveItem(atPath: draft, toPath: path)
    } catch {
      try? manager.removeItem(atPath: draft)
      throw Diagnostic(
        rule: "site.write", at: SourceLocation(path: path),
        message: "the pages cannot be written: \(SystemError.words(for: error))",
        hint: "check the folder's permissions and the disk")
    }
  }

  private func write(_ file: SiteFile, below root: String) throws {
    let target = root + "/" + file.path
    if let slash = target.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(target[..<slash]), withIntermediateDirectories: true)
    }
    try Data(file.bytes).write(to: URL(filePath: target))
  }
}
