internal import CGit2
internal import FileSystem
internal import Text

/// `HEAD`, or the branch that it names, is no longer what git writes.
extension Repository {
  private static let prefix = "ref: refs/heads/"

  /// The file `HEAD`, where it says neither a branch nor a commit; nil where it is sound.
  package var damagedHead: String? {
    let file = gitDirectory + "/HEAD"
    let text = SmallFile.text(file) ?? ""
    let name = text.hasSuffix("\n") ? String(text.dropLast()) : text
    if ObjectID(hex: name) != nil { return nil }
    guard text.hasPrefix(Self.prefix), name.utf8.count > Self.prefix.utf8.count else { return file }
    // Git ends it with a line feed; without one it may be cut off.
    let isWhole = text.hasSuffix("\n") || (try? tip(of: String(name.dropFirst(5)))) != nil
    return isWhole ? nil : file
  }

  /// The commit where the branch stood last, as git noted it, when the branch's own file is damaged;
  /// nil when that is not known.
  func headBeforeDamage() -> ObjectID? {
    guard let text = SmallFile.text(gitDirectory + "/HEAD"), text.hasPrefix(Self.prefix) else {
      return nil
    }
    let branch = String(text.dropFirst(5).prefix { $0 != "\n" })
    let file = commonDirectory + "/" + branch
    let git = "git --git-dir=\(ShellWord.quoted(gitDirectory))"
    let last = lastKnownTip
    let message =
      last.map { "what is shown is the commit \($0), where it stood last" }
      ?? "nothing tells where it stood"
    let remedy =
      last.map { "`\(git) update-ref \(branch) \($0)`" }
      ?? "`\(git) fetch origin \(branch.dropFirst(11))` and `\(git) update-ref \(branch) FETCH_HEAD`; "
      + "without a common place take it from a backup"
    RepositoryNotes.current.add(
      FileDamage(
        file: file, message: "git's file of the branch is damaged; \(message)",
        remedy: "write it anew: `rm -f \(ShellWord.quoted(file))`, then \(remedy)",
        isHarmless: false))
    return last
  }

  /// What is wrong where the branch that `HEAD` names is gone although git noted where it stood; nil
  /// where it is there, or never had a commit.
  package var lostBranch: FileDamage? {
    guard (try? tip(of: "HEAD")) == .some(nil), let last = movesOfHead.last?.to,
      let text = SmallFile.text(gitDirectory + "/HEAD"), text.hasPrefix(Self.prefix),
      canRead(commit: last)
    else { return nil }
    let branch = String(text.dropFirst(5).prefix { $0 != "\n" })
    let git = "git --git-dir=\(ShellWord.quoted(gitDirectory))"
    let other = ((try? references(under: "refs/heads/")) ?? []).first { $0.tip == last }
    return FileDamage(
      file: commonDirectory + "/" + branch,
      message: "the branch that HEAD names is not there"
        + (other.map { "; the register is on \($0.name.dropFirst(11))" } ?? "")
        + "; what is shown is the commit \(last), where it stood last",
      remedy: other.map { "go back to it: `\(git) symbolic-ref HEAD \($0.name)`" }
        ?? "write it anew: `\(git) update-ref \(branch) \(last)`",
      isHarmless: false)
  }

  /// The commit where a branch stood last that is gone.
  func headBeforeLoss() -> ObjectID? {
    guard let damage = lostBranch else { return nil }
    RepositoryNotes.current.add(damage)
    return movesOfHead.last?.to
  }

  /// The last commit that git noted for `HEAD`, or for the common place, and that is here.
  private var lastKnownTip: ObjectID? {
    if let last = movesOfHead.last?.to, (try? commit(last)) != nil { return last }
    let tips = ((try? references(under: "refs/remotes/")) ?? []).map(\.tip)
    return tips.first { (try? commit($0)) != nil }
  }

  /// The file `HEAD` that keeps git from finding a repository around a folder although its other
  /// parts are there; nil where there is none.
  package static func missingHead(around path: String) -> String? {
    place(around: path, with: ["objects", "refs"]).map { $0 + "/HEAD" }
  }

  /// Makes the folders that git wants and a copy may have left out because they were empty; true when
  /// some were made.
  package static func makeMissingFolders(around path: String) -> Bool {
    guard let place = place(around: path, with: ["HEAD", "config"]),
      SmallFile.text(place + "/HEAD")?.hasPrefix(Self.prefix) ?? false
    else { return false }
    let missing = ["objects", "refs"].map { place + "/" + $0 }.filter { !FileStatus.exists($0) }
    return !missing.isEmpty && missing.allSatisfy { (try? Folder.make($0)) != nil }
  }

  /// The file that stands where git keeps a folder without which it finds no repository; nil where there
  /// is none.
  package static func fileInsteadOfFolder(around path: String) -> String? {
    guard let place = place(around: path, with: ["HEAD", "objects", "refs"]) else { return nil }
    return ["objects", "refs"].map { place + "/" + $0 }
      .first { OutOfPlace.stands(at: $0, insteadOf: .folder) }
  }

  /// The nearest folder around a path that holds these parts of a git repository.
  private static func place(around path: String, with parts: [String]) -> String? {
    guard var folder = Folder.resolved(path) else { return nil }
    while true {
      for place in [folder + "/.git", folder]
      where parts.allSatisfy({ FileStatus.isReadable(place + "/" + $0) }) {
        return place
      }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }
}
