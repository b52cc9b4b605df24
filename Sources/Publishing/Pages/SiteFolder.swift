internal import Diagnostics
internal import FoundationEssentials
internal import Register
package import Site
internal import FileSystem

/// The folder into which a site is written.
package struct SiteFolder {
  private let path: String
  private let kind: BuiltSite.Kind
  /// The option with which a person names another folder.
  private let option: String

  /// Names the folder, with or without a slash at the end, and which site belongs into it.
  package init(path: String, kind: BuiltSite.Kind, option: String) {
    self.kind = kind
    self.option = option
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Which site a build wrote, and the list of its files: nothing else is ever replaced.
  private static let list = ".daftar-site"

  /// Writes the files beside the old ones and swaps the folders at the end.
  ///
  /// A file that did not change keeps its place on the disk and its date, so that copying programs
  /// and caches pass it over. Refuses a folder that holds anything an earlier build did not write.
  package func replace(with files: [SiteFile]) throws {
    let around = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    do {
      try FileManager.default.createDirectory(
        atPath: around, withIntermediateDirectories: true)
      let lock = try FileLock(folder: around)
      try FileLock.whileHeld(lock) { try replaceHoldingLock(with: files) }
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw refusal((error as? SystemFailure)?.reason ?? SystemError.words(for: error))
    }
  }

  /// Two builds into one folder come one after the other.
  private func replaceHoldingLock(with files: [SiteFile]) throws {
    let manager = FileManager.default
    let (draft, former) = (path + ".new", path + ".old")
    try refuseOtherSite()
    for folder in [path, draft, former] { try refuseForeignFiles(in: folder) }
    do {
      // A kill in the middle of a swap: the former pages stand until there are new ones.
      if manager.fileExists(atPath: former), !manager.fileExists(atPath: path) {
        try manager.moveItem(atPath: former, toPath: path)
      }
      try remove(former)
      try remove(draft)
      try manager.createDirectory(atPath: draft, withIntermediateDirectories: true)
      let lines = [kind.rawValue] + files.map(\.path).sorted()
      let list = SiteFile(
        path: Self.list, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
      let page = PageFile(root: draft, earlier: path)
      for folder in Self.folders(of: files) {
        try manager.createDirectory(
          atPath: draft + "/" + folder, withIntermediateDirectories: true)
      }
      // The list comes first: what a kill leaves behind is known to be ours.
      for file in [list] + files { try page.write(file) }
      // Put aside as a whole: a folder that is taken away file by file would be nobody's after a kill.
      if manager.fileExists(atPath: path) { try manager.moveItem(atPath: path, toPath: former) }
      try manager.moveItem(atPath: draft, toPath: path)
      try remove(former)
    } catch {
      if !manager.fileExists(atPath: path) { try? manager.moveItem(atPath: former, toPath: path) }
      try? remove(draft)
      throw refusal((error as? PageFile.Refused)?.reason ?? SystemError.words(for: error))
    }
  }

  private func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      rule: "site.write", at: SourceLocation(path: path),
      message: "the pages cannot be written: \(reason)",
      hint: "check the folder's permissions and the disk")
  }

  /// Removes a folder of ours, the list of its files last: what a kill leaves is known to be ours.
  private func remove(_ folder: String) throws {
    let manager = FileManager.default
    guard let status = FileStatus(folder) else { return }
    // What a link leads to is another's place.
    guard status.kind == .folder else { return try manager.removeItem(atPath: folder) }
    for name in try manager.subpathsOfDirectory(atPath: folder).sorted().reversed()
    where name != Self.list {
      try manager.removeItem(atPath: folder + "/" + name)
    }
    try manager.removeItem(atPath: folder)
  }

  /// The folders that files lie in, each once, sorted.
  private static func folders(of files: [SiteFile]) -> [String] {
    let folders = files.compactMap { file in
      file.path.lastIndex(of: "/").map { String(file.path[..<$0]) }
    }
    return Set(folders).sorted()
  }

  /// The files that an earlier build wrote, by path.
  package func present() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in writtenNames(in: path) ?? [] {
      files[name] = FileManager.default.contents(atPath: path + "/" + name).map(Array.init)
    }
    return files
  }

  /// The names that a build noted; nil where there was none.
  private func writtenNames(in folder: String) -> [String]? {
    lines(in: folder).map { Array($0.dropFirst()) }
  }

  private func lines(in folder: String) -> [String]? {
    FileManager.default.contents(atPath: folder + "/" + Self.list).map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// The public site and the team's never take each other's folder.
  private func refuseOtherSite() throws {
    guard let first = lines(in: path)?.first, first != kind.rawValue else { return }
    throw Diagnostic(
      rule: "site.kind", at: SourceLocation(path: path),
      message: "the folder holds the \(first) site", hint: "name another folder with \(option)")
  }

  private func refuseForeignFiles(in folder: String) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder) else { return }
    let present = try manager.subpathsOfDirectory(atPath: folder)
    let known = Set(writtenNames(in: folder) ?? [])
    let foreign = present.sorted().first { name in
      name != Self.list && !known.contains(name) && !known.contains { $0.hasPrefix(name + "/") }
    }
    guard let foreign else { return }
    throw Diagnostic(
      rule: "site.folder", at: SourceLocation(path: folder),
      message: "the folder holds “\(foreign)”, which no build wrote",
      hint: "name another folder with \(option)")
  }
}
