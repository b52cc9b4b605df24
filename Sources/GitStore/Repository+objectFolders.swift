internal import CGit2
internal import CLooseObjects
internal import Glibc
internal import FileSystem
internal import Text

extension Repository {
  /// How deep git follows `objects/info/alternates`.
  private static let deepestAlternate = 5

  /// The folders with objects: the repository's own first, then those that it borrows from
  /// (git's `gitrepository-layout`, `objects/info/alternates`) and, in a hook, the quarantine.
  func objectFolders() throws(GitError) -> [String] {
    var folders = [try objectFolder()]
    for name in ["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"] {
      guard let value = unsafe getenv(name) else { continue }
      folders += unsafe String(cString: value).split(separator: ":").map(String.init)
    }
    var found: [String] = []
    for folder in folders { Self.add(folder, depth: 0, to: &found) }
    return found
  }

  /// Throws `GitError` for a pack whose index would lead libgit2 out of the file.
  static func requireSoundPacks(in folder: String) throws(GitError) {
    for name in Folder.names(in: folder) where name.hasSuffix(".idx") {
      let path = folder + "/" + name
      guard unsafe daftar_check_pack_index(path) != 0 else { continue }
      throw GitError(
        "opening the object database", .damaged,
        message: "the index \(path) of a pack is damaged; make it anew: "
          + "`rm -f \(ShellWord.quoted(path))`, then "
          + "`git index-pack \(ShellWord.quoted(path.dropLast(4))).pack`")
    }
  }

  /// The packs of a folder of which git reads nothing: the index is missing or damaged, or belongs to
  /// other bytes than are there now, as when the pack was cut off; sorted.
  package static func packsWithoutIndex(in folder: String) -> [String] {
    Folder.names(in: folder).filter { $0.hasSuffix(".pack") }.map { folder + "/" + $0 }.filter {
      !isIndexed($0)
    }.sorted()
  }

  /// Whether an index is there that git takes for that of the pack (`gitformat-pack`): both end with the
  /// checksum of the pack, the index with its own behind it.
  private static func isIndexed(_ pack: String) -> Bool {
    let index = pack.dropLast(".pack".count) + ".idx"
    let length = 20
    guard unsafe daftar_check_pack_index(String(index)) == 0,
      let noted = SmallFile.lastBytes(of: String(index), count: 2 * length),
      let found = SmallFile.lastBytes(of: pack, count: length)
    else { return false }
    return noted.prefix(length) == found[...]
  }

  private static func add(_ folder: String, depth: Int, to found: inout [String]) {
    guard depth <= deepestAlternate, !found.contains(folder) else { return }
    found.append(folder)
    guard let list = SmallFile.text(folder + "/info/alternates") else { return }
    for line in list.split(separator: "\n") where !line.hasPrefix("#") {
      let path = line.hasPrefix("/") ? String(line) : folder + "/" + line
      add(path, depth: depth + 1, to: &found)
    }
  }

  /// The folder of the objects; of the main repository when this is a linked work tree.
  func objectFolder() throws(GitError) -> String {
    var path = unsafe git_buf()
    defer { unsafe git_buf_dispose(&path) }
    let repository = unsafe handle.pointer
    try attempt("finding the folder of the objects") {
      unsafe git_repository_item_path(&path, repository, GIT_REPOSITORY_ITEM_OBJECTS)
    }
    guard let text = unsafe path.ptr else { return gitDirectory + "/objects" }
    return Self.withoutFinalSlash(unsafe String(cString: text))
  }
}
