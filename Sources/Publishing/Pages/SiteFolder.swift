package import Diagnostics
internal import FileSystem
internal import FoundationEssentials
internal import GitStore
package import Register
package import Site

/// The folder into which a site is written.
///
/// Only what is absent, or empty, or what an earlier build wrote, is ever replaced.
package struct SiteFolder {
  private let place: SitePlace
  private let kind: BuiltSite.Kind
  /// The option with which a person names another folder.
  private let option: String

  private var path: String { place.path }
  private var draft: String { place.workshop + "/new" }
  private var former: String { place.workshop + "/old" }

  /// Names the folder, with or without a slash at the end, and which site belongs into it.
  ///
  /// Throws `site.place` where no site may lie: on a file, in git's folder, among the cases.
  package init(
    path: String, kind: BuiltSite.Kind, option: String, of register: Register? = nil
  ) throws(Diagnostic) {
    self.kind = kind
    self.option = option
    place = try SitePlace(
      path, option: option, sparing: register.map(Self.ownFolders) ?? [])
  }

  /// The folders of a register in which nothing but the register may lie.
  private static func ownFolders(of register: Register) -> [String] {
    let repository = register.repository
    let cases = repository.workTree.map { [$0 + "/cases", $0 + "/site-template"] } ?? []
    return cases + [repository.gitDirectory, repository.commonDirectory]
  }

  /// Which site a build wrote, and the list of its files: nothing else is ever replaced.
  private static let list = ".daftar-site"
  /// Tells git to leave the workshop out, so that `git add` takes nothing that a kill left.
  private static let leaveOut = SiteFile(path: ".gitignore", bytes: Array("*\n".utf8))

  /// Writes the files beside the old ones and swaps the folders at the end.
  ///
  /// A file that did not change keeps its place on the disk and its date, so that copying programs
  /// and caches pass it over. Refuses a folder that holds anything an earlier build did not write.
  package func replace(with files: [SiteFile]) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: place.around, withIntermediateDirectories: true)
      let lock = try FileLock(folder: place.around)
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
    try place.requireFolder()
    try refuseOtherSite()
    for folder in [path, draft, former] { try refuseForeignFiles(in: folder) }
    try refuseForeignWorkshop()
    do {
      // A kill in the middle of a swap: the former pages stand until there are new ones.
      if FileStatus(former) != nil, FileStatus(path) == nil {
        try manager.moveItem(atPath: former, toPath: path)
      }
      try removeWorkshop()
      try fill(with: files)
      // Again, for what somebody put there in the meantime.
      try place.requireFolder()
      try refuseForeignFiles(in: path)
      // Put aside as a whole: a folder that is taken away file by file would be nobody's after a kill.
      if FileStatus(path) != nil { try manager.moveItem(atPath: path, toPath: former) }
      try manager.moveItem(atPath: draft, toPath: path)
      try removeWorkshop()
    } catch {
      if FileStatus(path) == nil { try? manager.moveItem(atPath: former, toPath: path) }
      try? removeWorkshop()
      if let error = error as? Diagnostic { throw error }
      throw refusal((error as? PageFile.Refused)?.reason ?? SystemError.words(for: error))
    }
  }

  /// Writes the new pages into the workshop.
  private func fill(with files: [SiteFile]) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: place.workshop, withIntermediateDirectories: false)
    try PageFile(root: place.workshop, earlier: place.workshop).write(Self.leaveOut)
    try manager.createDirectory(atPath: draft, withIntermediateDirectories: false)
    let lines = [kind.rawValue] + files.map(\.path).sorted()
    let list = SiteFile(
      path: Self.list, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    let page = PageFile(root: draft, earlier: path)
    for folder in Self.folders(of: files) {
      try manager.createDirectory(atPath: draft + "/" + folder, withIntermediateDirectories: true)
    }
    // The list comes first: what a kill leaves behind is known to be ours.
    for file in [list] + files { try page.write(file) }
  }

  /// Takes away what a build needed beside the pages, git's file last: nothing is ever to be seen.
  private func removeWorkshop() throws {
    try remove(former)
    try remove(draft)
    for path in [place.workshop + "/" + Self.leaveOut.path, place.workshop]
    where FileStatus(path) != nil {
      try FileManager.default.removeItem(atPath: path)
    }
  }

  /// Somebody's own folder of the workshop's name is left alone.
  private func refuseForeignWorkshop() throws(Diagnostic) {
    guard let status = FileStatus(place.workshop) else { return }
    let ours = [Self.leaveOut.path, "new", "old"]
    let isForeign = Folder.names(in: place.workshop).contains { name in
      !ours.contains(name)
        || (name != Self.leaveOut.path && FileStatus(place.workshop + "/" + name)?.kind != .folder)
    }
    guard status.kind != .folder || isForeign else { return }
    throw Diagnostic(
      rule: "site.folder", at: SourceLocation(path: place.workshop),
      message: "a build works in this place, and something stands here that no build wrote",
      hint: "move it away, or name another folder with \(option)")
  }

  private func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      rule: "site.write", at: SourceLocation(path: place.named),
      message: "the pages cannot be written: \(reason)",
      hint: "check the folder's permissions and the disk")
  }

  /// Removes a folder of ours, the list of its files last: what a kill leaves is known to be ours.
  private func remove(_ folder: String) throws {
    let manager = FileManager.default
    guard let status = FileStatus(folder) else { return }
    // What a link leads to is another's place; a file no build wrote.
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
      rule: "site.kind", at: SourceLocation(path: place.named),
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
