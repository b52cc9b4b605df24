extension Repository {
  /// Brings files of the work tree, and git's index, from one commit to another.
  ///
  /// A file is written only when it is as a commit had it. What a person has edited, deleted or put
  /// there stays and is reported; the index follows the commit in any case, so that `git status`
  /// shows exactly the person's edit. Nothing is written through a symbolic link. In a bare
  /// repository nothing happens.
  ///
  /// Safe to repeat: after a crash the same call, or a later one for the same paths, completes the
  /// work. When the current branch has moved on past `new`, its tip is the target.
  ///
  /// - Parameters:
  ///   - paths: The files that differ between the two commits, or may.
  ///   - old: What the work tree was at; nil when it had no commit.
  ///   - new: The commit to bring it to.
  ///   - edits: What persons put at some paths, by name of the content; it makes way too.
  ///   - checkpoint: Called with `worktree` after the first file was written, and with `index`
  ///     before the index is.
  /// - Returns: The files that were left as they are.
  /// - Throws: `GitError`, with `isLocked` when git's `index.lock` is still held after five
  ///   seconds; the files are written by then, and the call can be repeated.
  package func synchronise(
    paths: [String], from old: ObjectID?, to new: ObjectID, over edits: [String: ObjectID] = [:],
    checkpoint: ((String) -> Void)? = nil
  ) throws(GitError) -> [Discrepancy] {
    guard let workTree, !paths.isEmpty else { return [] }
    return try WorkTreeLock.whileHeld(in: gitDirectory) { () throws(GitError) in
      let target = try newest(new)
      var work = Synchronisation(
        repository: self, index: GitIndex(try openSoundIndex()),
        files: try WorkTreeFiles(root: workTree),
        from: try CommitFiles(self, at: old), to: try CommitFiles(self, at: target),
        target: target, over: edits, afterFirstFile: { checkpoint?("worktree") })
      // What goes makes room: a folder may have stood where a file comes.
      let all = Set(paths).sorted()
      var going: Set<String> = []
      for path in all where try work.vanishes(path) { going.insert(path) }
      for path in all where going.contains(path) { try work.bring(path) }
      for path in all where !going.contains(path) { try work.bring(path) }
      checkpoint?("index")
      try work.index.write(work.updates)
      return work.discrepancies
    }
  }

  private func openSoundIndex() throws(GitError) -> Handle<IndexKind> {
    do throws(GitError) {
      return try openIndex()
    } catch {
      if !error.isLocked { noteDamagedIndex() }
      throw error
    }
  }

  /// The tip of the current branch when it has the commit in its history, else the commit.
  private func newest(_ commit: ObjectID) throws(GitError) -> ObjectID {
    guard let head = try head(), try isAncestor(commit, of: head) else { return commit }
    return head
  }
}
