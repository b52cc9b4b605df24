internal import Glibc

/// Files written so that at any moment either the old or the new content is there.
package enum WholeFile {
  /// Who may read a file that is made.
  package enum Readers {
    /// Whoever the person's own mask lets.
    case asUsual
    /// Its owner alone: also what a stopped call left in its place is not written into.
    case owner

    fileprivate var mode: mode_t { self == .owner ? 0o600 : 0o666 }
    fileprivate var flags: Int32 { O_WRONLY | O_CREAT | O_NOFOLLOW }
  }

  /// When a file that is written is safely on the disk.
  package enum Safety {
    /// Before it takes its name.
    case atOnce
    /// Before the next reference of git moves (``UnsyncedWrites``).
    case withNextReference
  }

  /// Replaces a file as a whole: a file beside it, safely on disk, then a rename.
  ///
  /// The one beside is ours alone and called `….new`, as in git's folder; where other people's files
  /// lie, the caller names one that nobody has.
  package static func replace(
    _ path: String, with bytes: [UInt8], for readers: Readers = .asUsual, draft: String? = nil,
    safe safety: Safety = .atOnce
  ) throws(SystemFailure) {
    let draft = draft ?? path + ".new"
    if readers == .owner { _ = unsafe unlink(draft) }
    let flags = readers.flags | (readers == .owner ? O_EXCL : O_TRUNC)
    guard let file = OpenFile(draft, flags, mode: readers.mode) else {
      throw SystemFailure(at: path)
    }
    guard safety == .atOnce ? file.writeSafely(bytes) : file.write(bytes) else {
      let failure = SystemFailure(at: path)
      _ = unsafe unlink(draft)
      throw failure
    }
    guard file.close(), unsafe rename(draft, path) == 0 else {
      let failure = SystemFailure(at: path)
      if readers == .owner { _ = unsafe unlink(draft) }
      throw failure
    }
    if safety == .withNextReference { UnsyncedWrites.note() }
  }

  /// Makes a file that must not be there yet, safely on disk.
  package static func create(
    _ path: String, with bytes: [UInt8], for readers: Readers = .asUsual
  ) throws(SystemFailure) {
    guard let file = OpenFile(path, readers.flags | O_EXCL, mode: readers.mode) else {
      throw SystemFailure(at: path, isTaken: errno == EEXIST)
    }
    guard file.writeSafely(bytes), file.close() else {
      let failure = SystemFailure(at: path)
      _ = unsafe unlink(path)
      throw failure
    }
  }
}
