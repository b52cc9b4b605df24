internal import CGit2
internal import FileSystem

extension Repository {
  /// Makes commits that nobody refers to yet, each perhaps on the one before, and stores all that led
  /// to the last one as one pack: for a register in the making.
  ///
  /// Until the end the new objects are in memory, and only the repository given to `body` knows them.
  /// Thousands of loose objects would take twenty times the room.
  ///
  /// - Parameter body: Makes the commits and returns the name of the last one.
  /// - Returns: That name.
  /// - Throws: `GitError`, and what `body` throws; then nothing is stored.
  package func packing(_ body: (Repository) throws -> ObjectID) throws -> ObjectID {
    let memory = try Repository.open(at: gitDirectory)
    try memory.keepNewObjectsInMemory()
    let head = try body(memory)
    try memory.writePack(of: head)
    try attempt("opening the new pack") { unsafe git_odb_refresh(objects.pointer) }
    return head
  }

  private func keepNewObjectsInMemory() throws(GitError) {
    let doing = "preparing a pack"
    let pointer = unsafe objects.pointer
    var memory: UnsafeMutablePointer<git_odb_backend>?
    try attempt(doing) { unsafe git_mempack_new(&memory) }
    // Before all others, and from here on the database owns it.
    try attempt(doing) { unsafe git_odb_add_backend(pointer, memory, .max) }
  }

  private func writePack(of head: ObjectID) throws(GitError) {
    let doing = "writing the pack of a new history"
    let repository = unsafe handle.pointer
    let builder = try unsafe Handle<PackBuilderKind>(doing) {
      unsafe git_packbuilder_new($0, repository)
    }
    let walk = try unsafe Handle<WalkKind>(doing) { unsafe git_revwalk_new($0, repository) }
    var oid = head.oid
    try attempt(doing) { unsafe git_revwalk_push(walk.pointer, &oid) }
    // Zero lets libgit2 use one thread for each processor.
    _ = unsafe git_packbuilder_set_threads(builder.pointer, 0)
    try attempt(doing) { unsafe git_packbuilder_insert_walk(builder.pointer, walk.pointer) }
    let folder = try packFolder()
    try attempt(doing) { unsafe git_packbuilder_write(builder.pointer, folder, 0, nil, nil) }
    UnsyncedWrites.note()
  }
}
