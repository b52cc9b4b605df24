internal import FoundationEssentials
internal import Glibc

/// Looks for running processes that may hold a lock file of git (proc(5)).
enum GitHolder {
  /// A file, whatever its name is now.
  struct File: Equatable {
    let device: dev_t
    let number: ino_t
    let owner: uid_t
  }

  /// Whether another process has the file open.
  static func hasOpen(_ file: File) -> Bool { others().contains { $0.hasOpen(file) } }

  /// Whether another process has the file open, or is git at work in one of the folders.
  ///
  /// Git closes some locks and keeps them, such as that of the index while `git commit -a` waits
  /// for an editor.
  static func isAtWork(on file: File, in folders: [String]) -> Bool {
    others().contains { process in
      process.hasOpen(file)
        || process.isGit && process.owner == file.owner
          && process.isAtWork(in: folders)
    }
  }

  private static func others() -> [Process] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { name in
      guard let number = pid_t(name), number != getpid() else { return nil }
      return Process(folder: "/proc/" + name)
    }
  }

  private struct Process {
    let folder: String

    var owner: uid_t? {
      var status = stat()
      return unsafe stat(folder, &status) == 0 ? status.st_uid : nil
    }

    func hasOpen(_ file: File) -> Bool {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/fd")) ?? []
      return names.contains { name in
        var status = stat()
        return unsafe stat(folder + "/fd/" + name, &status) == 0 && status.st_dev == file.device
          && status.st_ino == file.number
      }
    }

    var isGit: Bool {
      let name = FileManager.default.contents(atPath: folder + "/comm") ?? Data()
      return String(decoding: name, as: UTF8.self).hasPrefix("git")
    }

    /// Whether it runs in one of the folders, or was started with the name of one.
    func isAtWork(in folders: [String]) -> Bool {
      let place = try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/cwd")
      let words = String(
        decoding: FileManager.default.contents(atPath: folder + "/cmdline") ?? Data(),
        as: UTF8.self)
      return folders.contains { other in
        place.map { ($0 + "/").hasPrefix(other + "/") } ?? false || words.contains(other)
      }
    }
  }
}
