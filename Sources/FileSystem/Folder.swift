internal import Glibc

/// Folders of the system.
package enum Folder {
  /// The names in a folder, in no order, without those of itself and of the one above; none where
  /// it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let entries = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(entries) }
    var names: [String] = []
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder whose parent is there; nothing happens where one stands already.
  package static func make(_ path: String, for readers: WholeFile.Readers = .asUsual)
    throws(SystemFailure)
  {
    let mode: mode_t = readers == .owner ? 0o700 : 0o777
    guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw SystemFailure(at: path) }
  }

  /// Makes a folder, and those above it that are missing.
  package static func makeAll(_ path: String) throws(SystemFailure) {
    if FileStatus.exists(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeAll(String(path[..<slash]))
    }
    try make(path)
  }

  /// The paths of everything below a folder but folders, from there, sorted; links are not followed.
  package static func paths(below folder: String) -> [String] {
    var paths: [String] = []
    for name in names(in: folder) {
      let isFolder = FileStatus(folder + "/" + name)?.kind == .folder
      paths += isFolder ? self.paths(below: folder + "/" + name).map { name + "/" + $0 } : [name]
    }
    return paths.sorted()
  }

  /// The path without links and dots; nil where nothing stands there.
  package static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Whether a path is a folder of this person that nobody else can enter, and no link to one.
  package static func isPrivate(_ path: String) -> Bool {
    guard let status = FileStatus(path) else { return false }
    return status.kind == .folder && status.owner == getuid() && status.mode & 0o077 == 0
  }

  /// Whether a folder is kept in memory and not on a disk: tmpfs or ramfs, see `proc(5)`.
  package static func isInMemory(_ path: String) -> Bool {
    guard let status = FileStatus(path, followingLinks: true),
      let mounts = SmallFile.bytes(of: "/proc/self/mountinfo")
    else { return false }
    // How glibc packs the two numbers, see makedev(3).
    let device = UInt64(status.identity.device)
    let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    let minor = device & 0xFF | (device >> 12) & ~0xFF
    return String(decoding: mounts, as: UTF8.self).split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == "\(major):\(minor)", let end = words.firstIndex(of: "-"),
        end + 1 < words.count
      else { return false }
      return ["tmpfs", "ramfs"].contains(words[end + 1])
    }
  }
}
