internal import CGit2
internal import FileSystem

extension Repository {
  /// Creates a repository without any commit; refuses where one exists already.
  ///
  /// - Parameters:
  ///   - path: The folder that becomes the work tree, or the bare repository; made if absent.
  ///   - bare: True for a repository without a work tree.
  ///   - branch: The short name of the branch that `HEAD` names.
  /// - Returns: The new repository, open.
  /// - Throws: `GitError` when there is one already, or the branch name is not valid.
  package static func create(
    at path: String, bare: Bool, branch: String = "main"
  ) throws(GitError) -> Repository {
    try Library.start()
    let doing = "creating a git repository at \(path)"
    try refuseInvalidReference("refs/heads/\(branch)", doing)
    var options = unsafe git_repository_init_options()
    try attempt(doing) {
      unsafe git_repository_init_options_init(
        &options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
    }
    unsafe options.flags =
      GIT_REPOSITORY_INIT_NO_REINIT.rawValue | GIT_REPOSITORY_INIT_MKPATH.rawValue
      | (bare ? GIT_REPOSITORY_INIT_BARE.rawValue : 0)
    let handle = try unsafe Handle<RepositoryKind>(doing) { out in
      unsafe branch.withCString { name in
        unsafe options.initial_head = unsafe name
        return unsafe git_repository_init_ext(out, path, &options)
      }
    }
    // Before its first reference names anything, it is brought onto the disk with that.
    UnsyncedWrites.note()
    return try Repository(taking: handle)
  }

  /// Throws unless git would accept the full name of a reference.
  static func refuseInvalidReference(_ name: String, _ doing: String) throws(GitError) {
    var valid: Int32 = 0
    try attempt(doing) { unsafe git_reference_name_is_valid(&valid, name) }
    guard valid == 1, !name.utf8.contains(0) else {
      throw GitError(doing, .refused, message: "\(name) is not a valid name for a reference")
    }
  }
}
