internal import CGit2
internal import FileSystem

/// The writer that collects objects in memory and stores them as one pack: best for an import.
///
/// Ten thousand loose objects take thirty times the room, and as many files.
struct PackWriter: ObjectWriter, ~Copyable {
  private let repository: Repository
  private let staging: Handle<DatabaseKind>
  private var written: [(id: ObjectID, path: String)] = []

  init(for repository: Repository) throws(GitError) {
    self.repository = repository
    staging = try Self.databaseInMemory()
  }

  private static func databaseInMemory() throws(GitError) -> Handle<DatabaseKind> {
    let doing = "preparing a pack"
    let database = try unsafe Handle<DatabaseKind>(doing) { unsafe git_odb_new($0) }
    let pointer = unsafe database.pointer
    var memory: UnsafeMutablePointer<git_odb_backend>?
    try attempt(doing) { unsafe git_mempack_new(&memory) }
    // From here on the database owns the memory.
    try attempt(doing) { unsafe git_odb_add_backend(pointer, memory, 1) }
    return database
  }

  mutating func write(
    _ bytes: [UInt8], as type: git_object_t, path: String
  ) throws(GitError) -> ObjectID {
    let id = try Handle<DatabaseKind>.write(bytes, as: type, path: path, to: staging)
    written.append((id, path))
    return id
  }

  consuming func finish() throws(GitError) {
    let doing = "writing a pack of \(written.count) objects"
    let database = unsafe staging.pointer
    let view = try unsafe Handle<RepositoryKind>(doing) {
      unsafe git_repository_wrap_odb($0, database)
    }
    let builder = try unsafe Handle<PackBuilderKind>(doing) { out in
      unsafe git_packbuilder_new(out, view.pointer)
    }
    // Zero lets libgit2 use one thread for each processor.
    _ = unsafe git_packbuilder_set_threads(builder.pointer, 0)
    for (id, path) in written {
      var oid = id.oid
      try attempt(doing) { unsafe git_packbuilder_insert(builder.pointer, &oid, path) }
    }
    let folder = try repository.packFolder()
    try attempt(doing) { unsafe git_packbuilder_write(builder.pointer, folder, 0, nil, nil) }
    UnsyncedWrites.note()
    try attempt(doing) { unsafe git_odb_refresh(repository.objects.pointer) }
  }
}

extension Repository {
  /// The folder of the packs; of the main repository when this is a linked work tree.
  func packFolder() throws(GitError) -> String { try objectFolder() + "/pack" }
}
