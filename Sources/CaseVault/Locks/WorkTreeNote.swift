package import FileSystem
internal import FoundationEssentials
package import GitStore
internal import Glibc

/// A small file of lines in `.git/daftar` in which the program keeps what concerns one work tree.
///
/// On this computer only; never sent, and never a place of anything that is not recorded.
package struct WorkTreeNote {
  /// Where the file is.
  package let path: String
  private let repository: Repository

  /// Names a note; nothing is read or made.
  package init(_ name: String, of repository: Repository) {
    self.repository = repository
    path = WriteLock.workTreeFolder(of: repository) + "/" + name
  }

  /// The lines, without the empty ones; nil where there is no such note, or none that can be read.
  package var lines: [String]? {
    FileManager.default.contents(atPath: path).map { data in
      String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// Writes the note anew, whole or not at all.
  ///
  /// - Throws: A `Diagnostic`, `register.read-only`, where that is not possible.
  package func write(
    _ lines: [String], for readers: WholeFile.Readers = .asUsual,
    safe safety: WholeFile.Safety = .atOnce
  ) throws {
    _ = try WriteLock.makeWorkTreeFolder(of: repository)
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    try WholeFile.write(bytes, to: path, for: readers, safe: safety)
  }

  /// Removes the note; there may be none.
  package func remove() { _ = unsafe unlink(path) }
}
