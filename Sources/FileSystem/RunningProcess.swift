internal import FoundationEssentials
package import Glibc

/// Another process that is running on this computer (proc(5)).
package struct RunningProcess {
  private let folder: String

  /// All but this one.
  package static func others() -> [RunningProcess] {
    Folder.names(in: "/proc").compactMap { name in
      guard let number = pid_t(name), number != getpid() else { return nil }
      return RunningProcess(folder: "/proc/" + name)
    }
  }

  /// Whose process it is; nil when it has ended.
  package var owner: uid_t? { FileStatus(folder, followingLinks: true)?.owner }

  /// The beginning of its program's name.
  package var name: String { SmallFile.text(folder + "/comm") ?? "" }

  /// Whether it has a file open.
  package func hasOpen(_ file: FileStatus.Identity) -> Bool {
    Folder.names(in: folder + "/fd").contains {
      FileStatus(folder + "/fd/" + $0, followingLinks: true)?.identity == file
    }
  }

  /// Whether it runs in one of the folders, or was started with the name of one.
  package func isAtWork(in folders: [String]) -> Bool {
    let place = try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/cwd")
    let words = String(decoding: SmallFile.bytes(of: folder + "/cmdline") ?? [], as: UTF8.self)
    return folders.contains { other in
      place.map { ($0 + "/").hasPrefix(other + "/") } ?? false || words.contains(other)
    }
  }
}
