internal import FoundationEssentials
internal import Glibc

/// Folders for words that must never lie in clear on a disk.
enum MemoryPlace {
  /// Whether a folder is kept in memory and not on a disk: tmpfs or ramfs, see `proc(5)`.
  static func isInMemory(_ folder: String) -> Bool {
    var information = stat()
    guard unsafe stat(folder, &information) == 0,
      let data = FileManager.default.contents(atPath: "/proc/self/mountinfo")
    else { return false }
    // How glibc packs the two numbers, see makedev(3).
    let device = UInt64(information.st_dev)
    let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    let minor = device & 0xFF | (device >> 12) & ~0xFF
    return String(decoding: data, as: UTF8.self).split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == "\(major):\(minor)", let end = words.firstIndex(of: "-"),
        end + 1 < words.count
      else { return false }
      return ["tmpfs", "ramfs"].contains(words[end + 1])
    }
  }

  /// Where a private folder can be made, in the order in which they are tried.
  static var candidates: [String] {
    [Session.environment("XDG_RUNTIME_DIR"), "/dev/shm", Session.environment("TMPDIR")]
      .compactMap { $0 } + ["/tmp"]
  }

  /// A folder in memory that only this person can enter and that outlives the program; nil where
  /// there is none.
  static func lasting(_ name: String) -> String? {
    for place in candidates where isInMemory(place) {
      let folder = "\(place)/daftar-\(getuid())-\(name)"
      _ = unsafe mkdir(folder, 0o700)
      if isPrivate(folder) { return folder }
    }
    return nil
  }

  /// Whether a path is a folder of this person that nobody else can enter, and no link to one.
  static func isPrivate(_ folder: String) -> Bool {
    var information = stat()
    return unsafe lstat(folder, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
      && information.st_uid == getuid() && information.st_mode & 0o077 == 0
  }
}
