internal import FoundationEssentials
internal import Glibc
internal import FileSystem

/// Folders for words that must never lie in clear on a disk.
package enum MemoryPlace {
  /// Where a private folder can be made, in the order in which they are tried.
  package static var candidates: [String] {
    [
      Environment.current.variable("XDG_RUNTIME_DIR"), "/dev/shm",
      Environment.current.variable("TMPDIR"),
    ]
    .compactMap { $0 } + ["/tmp"]
  }

  /// A folder in memory that only this person can enter and that outlives the program; nil where
  /// there is none.
  package static func lasting(_ name: String) -> String? {
    for place in candidates where Folder.isInMemory(place) {
      let folder = "\(place)/daftar-\(getuid())-\(name)"
      try? Folder.make(folder, for: .owner)
      if Folder.isPrivate(folder) { return folder }
    }
    return nil
  }
}
