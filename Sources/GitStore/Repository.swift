internal import CGit2
internal import CLooseObjects

/// One open git repository.
///
/// A repository value is used from one thread at a time; open another one for another thread. Every
/// path is relative to the top of the tree, with `/` between names and none at either end.
package final class Repository {
  let handle: Handle<RepositoryKind>
  let objects: Handle<DatabaseKind>

  /// The absolute path of the git directory, without a final slash.
  package let gitDirectory: String

  /// The absolute path of the git directory that all work trees share, without a final slash.
  ///
  /// The same as ``gitDirectory`` but in a work tree that `git worktree add` made.
  package let commonDirectory: String

  /// The absolute path of the work tree, without a final slash; nil when the repository is bare.
  package let workTree: String?

  /// True when there is no work tree to keep in step.
  package var isBare: Bool { workTree == nil }

  /// What the work tree still holds of objects that git has lost; read when it is first needed.
  var remains: WorkTreeRemains?

  init(taking handle: consuming Handle<RepositoryKind>) throws(GitError) {
    let pointer = unsafe handle.pointer
    objects = try unsafe Handle("opening the object database") {
      unsafe git_repository_odb($0, pointer)
    }
    guard let directory = unsafe git_repository_path(pointer) else {
      throw GitError("opening the repository", .other, message: "it has no git directory")
    }
    guard let common = unsafe git_repository_commondir(pointer) else {
      throw GitError("opening the repository", .other, message: "it has no common directory")
    }
    gitDirectory = Self.withoutFinalSlash(unsafe String(cString: directory))
    commonDirectory = Self.withoutFinalSlash(unsafe String(cString: common))
    workTree = unsafe git_repository_workdir(pointer).map {
      Self.withoutFinalSlash(unsafe String(cString: $0))
    }
    self.handle = handle
    try PackedReferences.requireNoFolder(in: commonDirectory)
    try readLooseObjectsSafely()
  }

  /// libgit2's own reader of loose objects never ends when one of them is cut off.
  private func readLooseObjectsSafely() throws(GitError) {
    let database = unsafe objects.pointer
    for folder in try objectFolders() {
      try Self.requireSoundPacks(in: folder + "/pack")
      try attempt("opening the object database") {
        unsafe daftar_read_loose_objects(database, folder)
      }
    }
  }

  static func withoutFinalSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}

@available(*, unavailable)
extension Repository: Sendable {}
