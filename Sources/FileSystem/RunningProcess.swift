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

  /// The numbers of all processes that one has started, and that these have.
  package static func descendants(of process: pid_t) -> [pid_t] {
    var children: [pid_t: [pid_t]] = [:]
    for name in Folder.names(in: "/proc") {
      // The name of the program, which may hold anything, is in parentheses; then state and parent.
      guard let number = pid_t(name), let text = SmallFile.text("/proc/\(name)/stat"),
        let end = text.lastIndex(of: ")")
      else { continue }
      let words = text[end...].split(separator: " ")
      guard words.count > 2, let parent = pid_t(words[2]) else { continue }
      children[parent, default: []].append(number)
    }
    var found: [pid_t] = []
    var waiting = [process]
    while let next = waiting.popLast() {
      let started = (children[next] ?? []).filter { !found.contains($0) }
      found += started
      waiting += started
    }
    return found
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
