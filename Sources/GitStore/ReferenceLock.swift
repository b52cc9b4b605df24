internal import FileSystem
internal import Glibc

/// The lock of a reference that is being moved: `NAME.lock`, which git and libgit2 respect.
///
/// libgit2 moves references too, and waits for the disk six times for one of a branch. Here the
/// lock's file, and all that it will name, comes onto the disk in one call, and the folder in which
/// it takes its name in another; the logs of where references were need no waiting.
struct ReferenceLock: ~Copyable {
  private let reference: String
  private let file: OpenFile
  private let doing: String

  private var path: String { reference + ".lock" }
  private var folder: String { Self.folder(of: reference) }

  /// Locks the file of a reference; throws a `GitError` with `isRace` when somebody else holds it.
  init(_ reference: String, _ doing: String) throws(GitError) {
    self.reference = reference
    self.doing = doing
    file = try Self.opened(reference, doing)
  }

  private static func opened(_ reference: String, _ doing: String) throws(GitError) -> OpenFile {
    let path = reference + ".lock"
    let flags = O_WRONLY | O_CREAT | O_EXCL
    // Git takes folders away that have become empty: also between these two calls.
    var reason: Int32 = ENOENT
    for _ in 0..<3 {
      if let file = OpenFile(path, flags) { return file }
      reason = errno
      guard reason == ENOENT else { break }
      do throws(SystemFailure) {
        try Folder.makeAll(folder(of: reference))
      } catch {
        throw GitError(doing, error)
      }
    }
    throw GitError(
      doing, reason == EEXIST ? .race : .other,
      message: "failed to lock \(path): \(SystemError.reason(of: reason))")
  }

  private static func folder(of reference: String) -> String {
    String(reference[..<(reference.lastIndex(of: "/") ?? reference.startIndex)])
  }

  /// Writes what the reference shall name.
  func write(_ target: ObjectID) throws(GitError) {
    guard file.write(Array((target.hex + "\n").utf8)) else { throw failure }
  }

  /// Waits until that, and all that was written before it, is on the disk; `places` are other folders
  /// in which something may have been written that the reference will name.
  func sync(with places: [String]) throws(GitError) {
    do throws(SystemFailure) {
      var isSafe = false
      for place in [folder] + places where UnsyncedWrites.mayExist(at: place) {
        try UnsyncedWrites.flush(at: place)
        isSafe = isSafe || place == folder
      }
      guard isSafe || fsync(file.number) == 0 else { throw SystemFailure(at: path) }
    } catch {
      throw GitError(doing, error)
    }
  }

  /// Lets the reference name it.
  func take() throws(GitError) {
    if unsafe rename(path, reference) == 0 { return }
    // Folders are left of references below one of this name: git takes them away, too.
    guard errno == EISDIR, Self.removeEmpty(reference), unsafe rename(path, reference) == 0 else {
      throw failure
    }
  }

  /// Removes a folder that holds nothing but such folders; false, with the reason in `errno`, for any other.
  private static func removeEmpty(_ folder: String) -> Bool {
    for name in Folder.names(in: folder) {
      guard removeEmpty(folder + "/" + name) else { return false }
    }
    return unsafe rmdir(folder) == 0
  }

  /// Waits until the new name is on the disk.
  ///
  /// What fails here takes nothing back: to say that it did not happen would have it done twice.
  func syncName() {
    guard let opened = OpenFile(folder, O_RDONLY | O_DIRECTORY) else { return }
    _ = fsync(opened.number)
  }

  /// Gives the lock back; the reference stays as it is.
  func release() { _ = unsafe unlink(path) }

  private var failure: GitError { GitError(doing, SystemFailure(at: path)) }
}
