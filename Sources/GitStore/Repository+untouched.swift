internal import CGit2
internal import Glibc
internal import FileSystem

extension Repository {
  /// Whether everything below a folder of the work tree is, without a doubt, what is committed.
  ///
  /// True only where the index names the files of the commit and no others, every file has the times,
  /// size and number that the index remembers (git's own rule for "not touched since"), and no folder
  /// holds anything else. False says nothing: then libgit2 compares. Nearly always nothing was touched,
  /// and this look costs a third of that comparison.
  func isSurelyUntouched(
    under folder: String, _ recorded: [TreeEntry]? = nil, index: borrowing Handle<IndexKind>
  ) throws(GitError) -> Bool {
    guard !folder.isEmpty, let root = workTree, let head = try head() else { return false }
    let committed = if let recorded { recorded } else { try entries(under: folder, in: head) }
    let index = unsafe index.pointer
    var position = 0
    guard unsafe git_index_find_prefix(&position, index, folder + "/") == 0,
      let file = unsafe git_index_path(index), let written = unsafe Self.lastChange(of: file)
    else { return false }
    var look = FolderLook(root: root)
    for entry in committed {
      guard let known = unsafe git_index_get_byindex(index, position),
        unsafe known.pointee.isSettled(before: written) && known.pointee.names(entry),
        let status = unsafe look.status(of: known.pointee.path),
        unsafe known.pointee.matches(status)
      else { return false }
      position += 1
    }
    if let next = unsafe git_index_get_byindex(index, position),
      unsafe strncmp(next.pointee.path, folder + "/", folder.utf8.count + 1) == 0
    {
      return false
    }
    return look.hasSeenEverything
  }

  private static func lastChange(of path: UnsafePointer<CChar>) -> timespec? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_mtim : nil
  }
}

extension git_index_entry {
  /// Whether the entry is an ordinary one whose file was last changed before the index was written.
  ///
  /// A file that changed in the same moment may have changed once more without a new time.
  fileprivate func isSettled(before written: timespec) -> Bool {
    let (seconds, nanoseconds) = unsafe (Int(mtime.seconds), Int(mtime.nanoseconds))
    let isOlder =
      seconds < written.tv_sec || seconds == written.tv_sec && nanoseconds < written.tv_nsec
    // Bits of git's `gitformat-index`: the stage of a conflict and "assume valid"; then "intent to
    // add" and "skip the work tree".
    return unsafe isOlder && flags & 0xB000 == 0 && flags_extended & 0x6000 == 0
  }

  /// Whether the index has for a path what the commit has there.
  fileprivate func names(_ entry: TreeEntry) -> Bool {
    let (id, place) = unsafe (ObjectID(id), path)
    guard entry.hasTextPath, unsafe mode == entry.mode, id == entry.id,
      let place = unsafe place
    else { return false }
    var path = entry.path
    return path.withUTF8 { name in
      guard let start = name.baseAddress else { return false }
      return unsafe strlen(place) == name.count && memcmp(place, start, name.count) == 0
    }
  }

  /// Whether a file is the one that the index remembers.
  fileprivate func matches(_ status: stat) -> Bool {
    var seen = unsafe git_index_entry()
    unsafe seen.take(status)
    let isExecutable = status.st_mode & S_IXUSR != 0
    return unsafe status.st_mode & S_IFMT == S_IFREG
      && mode == (isExecutable ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB).rawValue
      && seen.mtime.seconds == mtime.seconds && seen.mtime.nanoseconds == mtime.nanoseconds
      && seen.ctime.seconds == ctime.seconds && seen.ctime.nanoseconds == ctime.nanoseconds
      && seen.ino == ino && seen.uid == uid && seen.gid == gid && seen.file_size == file_size
  }
}

/// A look at the files of a work tree, folder by folder, that counts what it was asked for.
private struct FolderLook: ~Copyable {
  private let root: String
  /// The path of the open folder, with a slash at its end.
  private var path: [CChar] = []
  private var folder: OpenFile?
  /// How many files and folders each folder holds that nobody has asked for, by path.
  private var unasked: [[CChar]: Int] = [:]
  private var askedHere = 0

  private static let slash = CChar(bitPattern: UInt8(ascii: "/"))

  init(root: String) { self.root = root }

  /// The status of a file; nil where there is none.
  mutating func status(of name: UnsafePointer<CChar>) -> stat? {
    guard let end = unsafe strrchr(name, Int32(Self.slash)) else { return nil }
    let length = unsafe end - UnsafeMutablePointer(mutating: name) + 1
    if unsafe path.count != length || memcmp(name, path, length) != 0 {
      unasked[path, default: 0] -= askedHere
      askedHere = 0
      path = unsafe Array(UnsafeBufferPointer(start: name, count: length))
      folder = open(path)
    }
    guard let number = folder?.number else { return nil }
    askedHere += 1
    var status = stat()
    return unsafe fstatat(number, name + length, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// Opens a folder that is no link, and counts what it holds; so do those above it.
  private mutating func open(_ path: [CChar]) -> OpenFile? {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let place = Array(root.utf8CString.dropLast()) + [Self.slash] + path.dropLast() + [0]
    guard let folder = unsafe OpenFile(taking: Glibc.open(place, flags)) else { return nil }
    guard unasked[path] == nil else { return folder }
    guard let held = Self.count(in: folder) else { return nil }
    unasked[path] = held
    if let end = path.dropLast().lastIndex(of: Self.slash) {
      let outer = Array(path[...end])
      if unasked[outer] == nil, open(outer) == nil { return nil }
      unasked[outer, default: 0] -= 1
    }
    return folder
  }

  private static func count(in folder: borrowing OpenFile) -> Int? {
    guard let list = unsafe fdopendir(dup(folder.number)) else { return nil }
    defer { unsafe closedir(list) }
    // Two of the names are those of the folder itself and of the one above.
    var count = -2
    while unsafe readdir(list) != nil { count += 1 }
    return count
  }

  /// Whether the folders that were looked into hold nothing else.
  var hasSeenEverything: Bool {
    unasked.allSatisfy { path, count in
      path.isEmpty || count == (path == self.path ? askedHere : 0)
    }
  }
}
