package import Glibc

/// What the system knows of a path without opening it.
package struct FileStatus: Equatable, Sendable {
  /// A file as the system numbers it, whatever its name is now.
  package struct Identity: Equatable, Sendable {
    package let device: dev_t
    package let number: ino_t
  }

  /// What stands at a path.
  package enum Kind: Sendable { case file, folder, link, pipe, socket, device }

  package let identity: Identity
  package let kind: Kind
  package let owner: uid_t
  /// The bits of permission, without the kind.
  package let mode: mode_t
  package let size: Int
  /// The time of the last change of its content, in nanoseconds since 1970.
  package let modified: Int

  /// Looks at a path, following a link only where that is asked for; nil where nothing is.
  package init?(_ path: String, followingLinks: Bool = false) {
    var status = stat()
    guard unsafe (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      return nil
    }
    identity = Identity(device: status.st_dev, number: status.st_ino)
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    owner = status.st_uid
    mode = status.st_mode & 0o7777
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  /// Whether something stands at a path, links followed.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether this person may write to a path.
  package static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Whether this person may read a path.
  package static func isReadable(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }
}
