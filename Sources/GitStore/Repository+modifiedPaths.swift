internal import CGit2
internal import Glibc
internal import FileSystem
internal import Text

extension Repository {
  /// The files below a folder that are not as the current commit has them, by path.
  ///
  /// Untracked files count, ignored ones do not; what a person has staged counts. Empty in a bare
  /// repository. The empty path is the whole work tree. `recorded` is what the commit has below the
  /// folder, for a caller who has listed it.
  package func modifiedPaths(
    under folder: String = "", recorded: [TreeEntry]? = nil
  ) throws(GitError) -> [WorkTreeChange] {
    guard !isBare else { return [] }
    let index: Handle<IndexKind>
    do throws(GitError) {
      index = try openIndex()
    } catch {
      noteDamagedIndex()
      return []
    }
    if try isSurelyUntouched(under: folder, recorded, index: index) { return [] }
    var changes: [PathKey: WorkTreeChange.Kind] = [:]
    for (key, kind) in try stagedChanges(under: folder, index: index) { changes[key] = kind }
    for (key, kind) in try unstagedChanges(under: folder, index: index) {
      changes[key] = Self.combined(staged: changes[key], unstaged: kind)
    }
    for (path, kind) in try unwatchedChanges(under: folder, index: index) {
      changes[PathKey(text: path, isText: true)] = kind
    }
    return changes.map {
      WorkTreeChange(path: $0.key.text, hasTextPath: $0.key.isText, kind: $0.value)
    }.sorted { $0.path < $1.path }
  }

  /// Notes that git's index cannot be read: it can be made anew, and holds nothing that is recorded.
  func noteDamagedIndex() {
    let file = gitDirectory + "/index"
    let word = ShellWord.quoted(file)
    RepositoryNotes.current.add(
      FileDamage(
        file: file,
        message: "git's index is damaged: edits by hand are not seen, and files do not follow",
        remedy: "make it anew; nothing recorded is in it: "
          + (OutOfPlace.stands(at: file, insteadOf: .file)
            ? "`mv \(word) \(word).damaged`" : "`rm -f \(word)`") + ", then `git reset`",
        isHarmless: true))
  }

  private struct PathKey: Hashable {
    let text: String
    let isText: Bool
  }

  /// What the work tree is to the commit, from commit to index and from index to work tree.
  private static func combined(
    staged: WorkTreeChange.Kind?, unstaged: WorkTreeChange.Kind
  ) -> WorkTreeChange.Kind? {
    switch (staged, unstaged) {
    case (.added, .deleted): nil
    case (.added, _): .added
    case (.deleted, .added): .modified
    default: unstaged
    }
  }

  /// From the index to the work tree.
  private func unstagedChanges(
    under folder: String, index: borrowing Handle<IndexKind>
  ) throws(GitError) -> [(PathKey, WorkTreeChange.Kind)] {
    let (repository, index) = unsafe (handle.pointer, index.pointer)
    return try unsafe changes(under: folder) { out, options in
      unsafe git_diff_index_to_workdir(out, repository, index, options)
    }
  }

  /// From the current commit to the index.
  private func stagedChanges(
    under folder: String, index: borrowing Handle<IndexKind>
  ) throws(GitError) -> [(PathKey, WorkTreeChange.Kind)] {
    let doing = "reading the current commit"
    let (repository, index) = unsafe (handle.pointer, index.pointer)
    guard let head = try head() else {
      return try unsafe changes(under: folder) { out, options in
        unsafe git_diff_tree_to_index(out, repository, nil, index, options)
      }
    }
    var id = try rootFolderID(of: head).oid
    func compare() throws(GitError) -> [(PathKey, WorkTreeChange.Kind)] {
      let tree = try unsafe Handle<TreeKind>(doing) {
        unsafe git_tree_lookup($0, repository, &id)
      }
      let pointer = unsafe tree.pointer
      return try unsafe changes(under: folder) { out, options in
        unsafe git_diff_tree_to_index(out, repository, pointer, index, options)
      }
    }
    do throws(GitError) {
      return try compare()
    } catch {
      // A folder may be damaged: our own reader makes it anew where it can.
      _ = try entries(under: "", in: head)
      guard !RepositoryNotes.current.isHistoryUncertain else { return [] }
      return try compare()
    }
  }

  /// Runs one of libgit2's comparisons and takes the paths out of it.
  private func changes(
    under folder: String,
    _ compare: (
      UnsafeMutablePointer<OpaquePointer?>, UnsafePointer<git_diff_options>
    ) -> Int32
  ) throws(GitError) -> [(PathKey, WorkTreeChange.Kind)] {
    let doing = "comparing the work tree with the current commit"
    var options = unsafe git_diff_options()
    try attempt(doing) {
      unsafe git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    }
    unsafe options.flags =
      GIT_DIFF_INCLUDE_UNTRACKED.rawValue | GIT_DIFF_RECURSE_UNTRACKED_DIRS.rawValue
      | GIT_DIFF_INCLUDE_TYPECHANGE.rawValue | GIT_DIFF_DISABLE_PATHSPEC_MATCH.rawValue
      | GIT_DIFF_SKIP_BINARY_CHECK.rawValue
    unsafe options.ignore_submodules = GIT_SUBMODULE_IGNORE_ALL
    let diff = try unsafe Handle<DiffKind>(doing) { out in
      guard !folder.isEmpty else { return unsafe compare(out, &options) }
      return unsafe folder.withCString { path in
        var path: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(mutating: path)
        return unsafe withUnsafeMutablePointer(to: &path) { list in
          unsafe options.pathspec = git_strarray(strings: list, count: 1)
          return unsafe compare(out, &options)
        }
      }
    }
    let pointer = unsafe diff.pointer
    return unsafe (0..<git_diff_num_deltas(pointer)).compactMap { position in
      unsafe git_diff_get_delta(pointer, position).flatMap { unsafe Self.change($0.pointee) }
    }
  }

  private static func change(_ delta: git_diff_delta) -> (PathKey, WorkTreeChange.Kind)? {
    let kind: WorkTreeChange.Kind
    switch unsafe delta.status {
    case GIT_DELTA_ADDED, GIT_DELTA_UNTRACKED: kind = .added
    case GIT_DELTA_DELETED: kind = .deleted
    case GIT_DELTA_MODIFIED, GIT_DELTA_UNREADABLE: kind = .modified
    case GIT_DELTA_TYPECHANGE: kind = .typeChanged
    case GIT_DELTA_CONFLICTED: kind = .conflicted
    default: return nil
    }
    guard let path = unsafe delta.new_file.path ?? delta.old_file.path else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: path, count: strlen(path))
    let (text, isText) = PathText.decoded(unsafe [UInt8](bytes)[...])
    return (PathKey(text: text, isText: isText), kind)
  }
}
