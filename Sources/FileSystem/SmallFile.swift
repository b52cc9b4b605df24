internal import Glibc

/// Files that are short by nature, read at once.
package enum SmallFile {
  private static let limit = 1 << 16

  /// All its bytes, however many; nil when there is none or it cannot be read.
  package static func bytes(of path: String) -> [UInt8]? {
    OpenFile(path, O_RDONLY | O_NONBLOCK)?.contents(expecting: limit)
  }

  /// Its text, up to 64 KiB; nil when there is none or it cannot be read.
  package static func text(_ path: String) -> String? {
    OpenFile(path, O_RDONLY | O_NONBLOCK)?.contents(limit: limit - 1)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The end of a file that grows, up to 1 MiB, as text; nil when there is none.
  package static func end(of path: String) -> String? {
    guard let file = OpenFile(path, O_RDONLY | O_NONBLOCK) else { return nil }
    let size = lseek(file.number, 0, SEEK_END)
    guard size >= 0, lseek(file.number, max(0, size - off_t(limit * 16)), SEEK_SET) >= 0 else {
      return nil
    }
    return file.contents().map { String(decoding: $0, as: UTF8.self) }
  }

  /// So many bytes at the end of a file of any size; nil when it has fewer or cannot be read.
  package static func lastBytes(of path: String, count: Int) -> [UInt8]? {
    guard let file = OpenFile(path, O_RDONLY | O_NONBLOCK),
      lseek(file.number, off_t(-count), SEEK_END) >= 0
    else { return nil }
    return file.contents(limit: count, expecting: count)
  }

  /// Moves a file, if it is there, to another place, whose folders are made; what is there goes.
  package static func move(_ file: String, to place: String) throws(SystemFailure) {
    guard FileStatus(file) != nil else { return }
    if let slash = place.lastIndex(of: "/") { try Folder.makeAll(String(place[..<slash])) }
    guard unsafe rename(file, place) == 0 else { throw SystemFailure(at: file) }
  }

  /// Writes a file, safely on disk; false when that is not possible.
  package static func write(_ bytes: [UInt8], to path: String) -> Bool {
    OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)?.writeSafely(bytes) ?? false
  }
}
