internal import CGit2
internal import CNoCertificates
internal import Synchronization

/// libgit2 itself: started once, on first use, and never stopped.
///
/// Version 1.5 has no switch that keeps it from reading the certificate bundle at its start, which
/// takes longer than everything else a command does; `CNoCertificates` says how it is kept from it.
enum Library {
  /// Trees of large folders must fit the object cache, or each commit inflates them again.
  private static let cachedTreeLimit = 1 << 20

  private static let startCode: Int32 = {
    daftar_no_certificates()
    let code = git_libgit2_init()
    guard code >= 0 else { return code }
    // Names are written only for objects this module has just written or read.
    let checks = cgit2_set_object_existence_checks(0)
    let cache = cgit2_set_cache_object_limit(GIT_OBJECT_TREE, cachedTreeLimit)
    return min(checks, cache)
  }()

  static func start() throws(GitError) {
    let code = startCode
    guard code >= 0 else { throw GitError("starting libgit2", code: code) }
  }

  /// Runs a write of libgit2 that waits for the disk before it replaces a file, such as git's
  /// settings: a laptop may lose its power in the next second.
  ///
  /// Objects need none of that: they are brought onto the disk together, before a reference names
  /// them (``UnsyncedWrites``). libgit2 knows this switch only for the whole process; another thread
  /// that writes in the meantime waits for the disk, too.
  static func safely(_ body: () throws(GitError) -> Void) throws(GitError) {
    safeWrites.withLock { count in
      count += 1
      _ = cgit2_set_durable_writes(1)
    }
    defer {
      safeWrites.withLock { count in
        count -= 1
        if count == 0 { _ = cgit2_set_durable_writes(0) }
      }
    }
    try body()
  }

  /// How many threads write so now: the last one turns the switch back.
  private static let safeWrites = Mutex(0)

  /// Runs a bulk read without hashing each object again; 26 % faster.
  ///
  /// libgit2 knows this switch only for the whole process. Another thread that reads in the
  /// meantime may read one object unchecked, which is what git itself does on every read.
  static func withoutHashVerification<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    _ = cgit2_set_hash_verification(0)
    defer { _ = cgit2_set_hash_verification(1) }
    return try body()
  }
}

extension Repository {
  /// Looks at no settings of the person who runs this process from now on: it answers for others.
  package static func ignorePersonalSettings() throws(GitError) {
    try Library.start()
    for level in [GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG] {
      try attempt("leaving out personal settings") { unsafe cgit2_set_search_path(level, "") }
    }
  }

  /// The version of the libgit2 that was found at run time, such as `1.5.1`.
  package static var libraryVersion: String {
    var major: Int32 = 0
    var minor: Int32 = 0
    var revision: Int32 = 0
    _ = unsafe git_libgit2_version(&major, &minor, &revision)
    return "\(major).\(minor).\(revision)"
  }
}
