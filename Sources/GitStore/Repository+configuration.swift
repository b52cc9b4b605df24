internal import CGit2

extension Repository {
  /// A setting of git, such as `user.email`: the repository's, else the user's, else the system's.
  package func configuration(_ key: String) throws(GitError) -> String? {
    let doing = "reading git's setting \(key)"
    let repository = unsafe handle.pointer
    let snapshot = try unsafe Handle<ConfigurationKind>(doing) {
      unsafe git_repository_config_snapshot($0, repository)
    }
    var value: UnsafePointer<CChar>?
    let code = unsafe git_config_get_string(&value, snapshot.pointer, key)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    guard code >= 0 else { throw GitError(doing, code: code) }
    return unsafe value.map { unsafe String(cString: $0) }
  }

  /// A setting of the person or of the computer, whatever repositories say; nil when there is none.
  package static func personalConfiguration(_ key: String) -> String? {
    let all = try? unsafe Handle<ConfigurationKind>("reading git's settings") {
      unsafe git_config_open_default($0)
    }
    guard let all else { return nil }
    var value = unsafe git_buf()
    guard unsafe git_config_get_string_buf(&value, all.pointer, key) == 0 else { return nil }
    defer { unsafe git_buf_dispose(&value) }
    return unsafe value.ptr.map { unsafe String(cString: $0) }
  }

  /// Writes a setting into the repository's own configuration.
  package func setConfiguration(_ key: String, to value: String) throws(GitError) {
    let doing = "writing git's setting \(key)"
    let repository = unsafe handle.pointer
    let all = try unsafe Handle<ConfigurationKind>(doing) {
      unsafe git_repository_config($0, repository)
    }
    let pointer = unsafe all.pointer
    let local = try unsafe Handle<ConfigurationKind>(doing) {
      unsafe git_config_open_level($0, pointer, GIT_CONFIG_LEVEL_LOCAL)
    }
    try Library.safely { () throws(GitError) in
      try attempt(doing) { unsafe git_config_set_string(local.pointer, key, value) }
    }
  }

  /// The names of the remotes, in order.
  package func remoteNames() throws(GitError) -> [String] {
    var names = unsafe git_strarray()
    let repository = unsafe handle.pointer
    try attempt("listing the remotes") { unsafe git_remote_list(&names, repository) }
    defer { unsafe git_strarray_dispose(&names) }
    return unsafe (0..<names.count).compactMap { position in
      unsafe names.strings[position].map { unsafe String(cString: $0) }
    }.sorted()
  }

  /// The address that a remote is fetched from; nil when there is no such remote.
  package func remoteURL(_ name: String) throws(GitError) -> String? {
    let repository = unsafe handle.pointer
    do {
      let remote = try unsafe Handle<RemoteKind>("reading the remote \(name)") {
        unsafe git_remote_lookup($0, repository, name)
      }
      return unsafe git_remote_url(remote.pointer).map { unsafe String(cString: $0) }
    } catch  where error.kind == .notFound {
      return nil
    }
  }
}
