internal import Diagnostics
internal import FileSystem

/// Where a site is written: the folder that a person named, links followed.
struct SitePlace {
  /// The path as the person gave it, for messages.
  let named: String
  /// The same place without links, so that what a link leads to is built anew and not the link.
  let path: String
  /// The option with which a person names another folder.
  private let option: String

  /// Follows the links of a path, also of one whose last folders are still missing.
  ///
  /// Throws `site.place` for what is no folder, and for a folder that is the register's or git's own.
  init(_ named: String, option: String, sparing ownFolders: [String]) throws(Diagnostic) {
    self.named = named
    self.option = option
    path = Self.resolved(named)
    let isOwn = ownFolders.contains { Self.isInside(path, Self.resolved($0)) }
    guard !isOwn, !Self.isOfAnyRegister(path) else {
      throw refusal("this place is inside what a register itself is made of")
    }
    try requireFolder()
  }

  /// The folder that the site's folder lies in.
  var around: String { Self.parent(of: path) }

  /// Where the new pages wait until they are whole, and the former ones until they are swapped.
  ///
  /// On the same disk, so that a swap is a renaming; hidden, with our name in it, so that nobody has
  /// a folder of that name by chance; and left out by git, for which a file is in it (``SiteFolder``).
  var workshop: String {
    around + (around.hasSuffix("/") ? "" : "/") + ".daftar-build-"
      + (path.split(separator: "/").last.map(String.init) ?? "")
  }

  /// Refuses whatever is there and is no folder: such a thing no build wrote.
  func requireFolder() throws(Diagnostic) {
    guard let status = FileStatus(path) else { return }
    switch status.kind {
    case .folder: return
    case .link: throw refusal("a link stands here that leads to nothing")
    case .file, .pipe, .socket, .device:
      throw refusal("a file stands here, which no build wrote; it is left as it is")
    }
  }

  private func refusal(_ message: String) -> Diagnostic {
    Diagnostic(
      rule: "site.place", at: SourceLocation(path: named), message: message,
      hint: "name another folder with \(option)")
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without links and dots; what is not there yet is taken by its letters.
  private static func resolved(_ path: String) -> String {
    if let found = Folder.resolved(path) { return found }
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let above = path.contains("/") ? parent(of: path) : "."
    guard above != path, !name.isEmpty else { return path }
    let folder = resolved(above)
    // A missing folder has nothing to go up from but the place where it would stand.
    if name == ".." { return parent(of: folder) }
    return name == "." ? folder : (folder == "/" ? "" : folder) + "/" + name
  }

  private static func isInside(_ path: String, _ folder: String) -> Bool {
    (path + "/").hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// Whether a path lies in git's folder, or in the cases of a register, whichever one that is.
  private static func isOfAnyRegister(_ path: String) -> Bool {
    var folder = path
    while folder != "/", folder != "." {
      let above = parent(of: folder)
      let name = folder.split(separator: "/").last ?? ""
      if name == ".git" { return true }
      if name == "cases", FileStatus.exists(above + "/.git") { return true }
      folder = above
    }
    return false
  }
}
