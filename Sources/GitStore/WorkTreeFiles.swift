internal import Glibc
internal import FileSystem

/// The files of a work tree, reached name by name so that no symbolic link is ever followed.
struct WorkTreeFiles: ~Copyable {
  /// What stands at a path.
  enum Found {
    case nothing
    /// A file; `plain` is its name with LF for every CR LF, when it has such line ends.
    case file(id: ObjectID, plain: ObjectID?, isExecutable: Bool, status: stat)
    case obstacle(String)
  }

  /// Why a file could not be written or removed.
  struct Refusal: Error {
    let reason: Discrepancy.Reason
  }

  /// The name of a file in the making; the lock of the work tree makes one name enough, and a file
  /// that a killed process left is overwritten by the next.
  private static let temporaryName = ".git-new-file"
  private static let largestFile = 1 << 28

  private let root: OpenFile

  init(root path: String) throws(GitError) {
    guard let root = OpenFile(path, O_RDONLY | O_DIRECTORY)
    else {
      throw GitError("opening the work tree", .other, message: "\(path): \(SystemError.reason)")
    }
    self.root = root
  }

  /// Looks at a path and hashes what is there.
  func find(_ names: [String]) throws(GitError) -> Found {
    do throws(Refusal) {
      guard let name = names.last, let folder = try folder(names.dropLast(), creating: false) else {
        return .nothing
      }
      return try Self.file(named: name, in: folder)
    } catch {
      guard case .obstructed(let what) = error.reason else {
        throw GitError(
          "reading \(names.joined(separator: "/"))", .other, message: "\(error.reason)")
      }
      return .obstacle(what)
    }
  }

  /// The bytes of a regular file; nil for anything else.
  func content(_ names: [String]) -> [UInt8]? {
    guard let name = names.last, let folder = try? folder(names.dropLast(), creating: false),
      let file = unsafe OpenFile(
        taking: openat(folder.number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
    else { return nil }
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.largestFile
    else { return nil }
    return Self.contents(of: file, expecting: Int(status.st_size))
  }

  /// Replaces or makes a file in one step, and returns its status.
  func write(
    _ content: [UInt8], isExecutable: Bool, to names: [String]
  ) throws(Refusal) -> stat {
    guard let name = names.last, let folder = try folder(names.dropLast(), creating: true) else {
      throw Refusal(reason: .notWritable("there is no folder for it"))
    }
    _ = unsafe unlinkat(folder.number, Self.temporaryName, 0)
    guard
      let file = unsafe OpenFile(
        taking: openat(
          folder.number, Self.temporaryName,
          O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, isExecutable ? 0o777 : 0o666))
    else { throw Self.systemRefusal() }
    do throws(Refusal) {
      guard file.write(content),
        unsafe renameat(folder.number, Self.temporaryName, folder.number, name) == 0
      else {
        throw Self.systemRefusal()
      }
    } catch {
      _ = unsafe unlinkat(folder.number, Self.temporaryName, 0)
      throw error
    }
    // After the renaming, which changes the time of the last status change.
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0 else { throw Self.systemRefusal() }
    return status
  }

  /// Removes a file, and the folders above it that are now empty.
  func remove(_ names: [String]) throws(Refusal) {
    var names = names[...]
    guard let folder = try folder(names.dropLast(), creating: false), let name = names.popLast()
    else { return }
    guard unsafe unlinkat(folder.number, name, 0) == 0 || errno == ENOENT else {
      throw Self.systemRefusal()
    }
    while let name = names.popLast(), let folder = try self.folder(names, creating: false) {
      // The system refuses a folder that is not empty.
      guard unsafe unlinkat(folder.number, name, AT_REMOVEDIR) == 0 else { return }
    }
  }

  /// Removes a symbolic link when its target is what a commit has there; anything else stays.
  ///
  /// Returns whether it is gone.
  func removeLink(_ names: [String], to target: ObjectID) -> Bool {
    guard let name = names.last, let folder = try? folder(names.dropLast(), creating: false) else {
      return false
    }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let number = folder.number
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe readlinkat(number, name, start, bytes.count)
    }
    guard count > 0, let found = try? ObjectID.ofBlob(Array(buffer[..<count])), found == target
    else { return false }
    return unsafe unlinkat(folder.number, name, 0) == 0
  }

  /// Opens a folder; nil when it does not exist and is not to be made.
  private func folder(
    _ names: ArraySlice<String>, creating: Bool
  ) throws(Refusal) -> OpenFile? {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    guard var folder = unsafe OpenFile(taking: openat(root.number, ".", flags)) else {
      throw Self.systemRefusal()
    }
    for name in names {
      var next = unsafe openat(folder.number, name, flags)
      if next < 0, errno == ENOENT {
        guard creating else { return nil }
        guard unsafe mkdirat(folder.number, name, 0o777) == 0 || errno == EEXIST else {
          throw Self.systemRefusal()
        }
        next = unsafe openat(folder.number, name, flags)
      }
      guard let opened = OpenFile(taking: next) else {
        guard errno == ENOTDIR || errno == ELOOP else { throw Self.systemRefusal() }
        throw Refusal(reason: .obstructed("\(name) is not a folder"))
      }
      folder = opened
    }
    return folder
  }

  private static func systemRefusal() -> Refusal {
    Refusal(reason: .notWritable(SystemError.reason))
  }
}

extension WorkTreeFiles {
  private static func file(
    named name: String, in folder: borrowing OpenFile
  ) throws(Refusal) -> Found {
    let number = folder.number
    var status = stat()
    guard unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno == ENOENT else { throw systemRefusal() }
      return .nothing
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: return .obstacle("a symbolic link stands there")
    case S_IFDIR: return .obstacle("a folder stands there")
    default: return .obstacle("it is not a file")
    }
    guard status.st_size <= largestFile else { return .obstacle("it is too large") }
    guard
      let file = unsafe OpenFile(
        taking: openat(number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)),
      let content = contents(of: file, expecting: Int(status.st_size)),
      let id = try? ObjectID.ofBlob(content)
    else { throw systemRefusal() }
    let plain =
      LineEnds.hasCarriageReturns(content) ? try? ObjectID.ofBlob(LineEnds.plain(content)) : nil
    return .file(
      id: id, plain: plain, isExecutable: status.st_mode & 0o100 != 0, status: status)
  }

  /// Reads to the end; nil when reading fails, or for a file that grew too large.
  private static func contents(of file: borrowing OpenFile, expecting size: Int) -> [UInt8]? {
    guard let content = file.contents(limit: largestFile, expecting: size),
      content.count <= largestFile
    else { return nil }
    return content
  }
}
