internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Register
internal import FileSystem
internal import Terminal

/// A new file that only its owner may read.
enum PrivateFile {
  /// Throws when a file stands there, or when the place lies in a git repository, from which a
  /// secret would travel to everybody.
  static func requireFree(_ path: String) throws(Diagnostic) {
    let place = Environment.current.place(of: path)
    guard !FileManager.default.fileExists(atPath: place) else { throw taken(path) }
    guard !isInRepository(nearestFolder(of: place)) else {
      throw Diagnostic(
        rule: "key.place", at: SourceLocation(path: path),
        message:
          "this folder is in a git repository, from which the secret would be sent to others",
        hint: "choose a place outside, best on an encrypted disk")
    }
  }

  /// The folder in which a file will lie, or the one nearest to it that is there already.
  private static func nearestFolder(of path: String) -> String {
    var folder = path
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if folder.isEmpty { return "/" }
      if FileManager.default.fileExists(atPath: folder) { return folder }
    }
    return "."
  }

  /// Whether a folder lies in a repository; also in one that git would not open for this person.
  private static func isInRepository(_ folder: String) -> Bool {
    do throws(GitError) {
      _ = try Repository.discover(from: folder)
      return true
    } catch {
      return error.kind != .notFound
    }
  }

  private static func taken(_ path: String) -> Diagnostic {
    Diagnostic(
      rule: "key.write", at: SourceLocation(path: path),
      message: "there is a file here already; a key is never overwritten",
      hint: "it may be the only way to what was sealed for it: choose another place with --out")
  }

  /// Makes the file with mode 0600, and its folder with mode 0700; never replaces one.
  static func create(_ content: [UInt8], at path: String) throws(Diagnostic) {
    let place = Environment.current.place(of: path)
    let folder = String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
    if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    do {
      try WholeFile.create(place, with: content, for: .owner)
    } catch {
      guard !error.isTaken else { throw taken(path) }
      throw Diagnostic(
        rule: "key.write", at: SourceLocation(path: path),
        message: "the file cannot be written: \(error.reason)",
        hint: "choose another place with --out, where there is room")
    }
  }
}
