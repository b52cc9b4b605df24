internal import Diagnostics
internal import FoundationEssentials
internal import Register
internal import Site

/// The folder into which a site is written.
struct SiteFolder {
  private let path: String

  /// Names the folder, with or without a slash at the end.
  init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The list of the files that a build wrote: nothing else is ever replaced.
  private static let list = ".daftar-site"

  /// Writes the files beside the old ones and swaps the folders at the end.
  ///
  /// Refuses a folder that holds anything an earlier build did not write.
  func replace(with files: [SiteFile]) throws {
    let draft = path + ".new"
    try refuseForeignFiles(in: path)
    try refuseForeignFiles(in: draft)
    let manager = FileManager.default
    do {
      if manager.fileExists(atPath: draft) { try manager.removeItem(atPath: draft) }
      try manager.createDirectory(atPath: draft, withIntermediateDirectories: true)
      let names = files.map(\.path).sorted().joined(separator: "\n") + "\n"
      try Data(names.utf8).write(to: URL(filePath: draft + "/" + Self.list))
      for file in files { try write(file, below: draft) }
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

  private func refuseForeignFiles(in folder: String) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder) else { return }
    let present = try manager.subpathsOfDirectory(atPath: folder)
    let listed = manager.contents(atPath: folder + "/" + Self.list).map {
      Set(String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init))
    }
    let known = listed ?? []
    let foreign = present.sorted().first { name in
      name != Self.list && !known.contains(name) && !known.contains { $0.hasPrefix(name + "/") }
    }
    guard let foreign else { return }
    throw Diagnostic(
      rule: "site.folder", at: SourceLocation(path: folder),
      message: "the folder holds “\(foreign)”, which no build wrote",
      hint: "name another folder with --out")
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
