internal import CGit2
internal import CLooseObjects
internal import Glibc

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
    for name in names(in: folder) where name.hasSuffix(".idx") {
      let path = folder + "/" + name
      guard unsafe daftar_check_pack_index(path) != 0 else { continue }
      throw GitError(
        "opening the object database", .damaged,
        message: "the index \(path) of a pack is damaged; make it anew: `rm -f \(path)`, then "
          + "`git index-pack \(path.dropLast(4)).pack`")
    }
  }

  /// The packs of a folder whose index is missing, empty or damaged, sorted.
  package static func packsWithoutIndex(in folder: String) -> [String] {
    names(in: folder).filter { $0.hasSuffix(".pack") }.map { folder + "/" + $0 }.filter { pack in
      let index = pack.dropLast(".pack".count) + ".idx"
      var status = stat()
      return unsafe lstat(String(index), &status) != 0 || status.st_size == 0
        || daftar_check_pack_index(String(index)) != 0
    }.sorted()
  }

  private static func names(in folder: String) -> [String] {
    guard let entries = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(entries) }
    var names: [String] = []
    while let entry = unsafe readdir(entries) {
      names.append(
        unsafe withUnsafeBytes(of: entry.pointee.d_name) {
          unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
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

/// A file of git's own that is short by nature.
enum SmallFile {
  private static let limit = 1 << 16

  /// The end of a file that grows, as text; nil when there is none or it cannot be read.
  static func end(of path: String) -> String? {
    guard let file = unsafe FileDescriptor(taking: open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    else { return nil }
    let size = lseek(file.number, 0, SEEK_END)
    guard size >= 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: min(Int(size), limit * 16))
    let (number, start) = (file.number, Int(size) - bytes.count)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(number, $0.baseAddress, $0.count, off_t(start))
    }
    guard count >= 0 else { return nil }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// All its bytes, however many; nil when there is none or it cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    guard let file = unsafe FileDescriptor(taking: open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    else { return nil }
    let number = file.number
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: limit)
    while true {
      let count = retryingInterrupted {
        unsafe chunk.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, $0.count) }
      }
      guard count >= 0 else { return nil }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Writes a new file, safely on disk; false when that is not possible.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard
      let file = unsafe FileDescriptor(
        taking: open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666))
    else { return false }
    let number = file.number
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = retryingInterrupted {
        unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return fsync(number) == 0
  }

  /// Its text; nil when there is none or it cannot be read.
  static func text(_ path: String) -> String? {
    guard let file = unsafe FileDescriptor(taking: open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    else { return nil }
    let number = file.number
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < limit {
      let count = retryingInterrupted {
        unsafe chunk.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, $0.count) }
      }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
