internal import CGit2
internal import FileSystem

extension Repository {
  /// Whether the history was cut off when the repository was cloned.
  package func isShallow() throws(GitError) -> Bool {
    let code = unsafe git_repository_is_shallow(handle.pointer)
    guard code >= 0 else { throw GitError("looking for a shallow history", code: code) }
    return code == 1
  }

  /// Whether what came from a remote came without some contents (git's "promisor" remotes).
  package func isPartial(from remote: String) throws(GitError) -> Bool {
    try configuration("remote.\(remote).promisor") == "true"
  }

  /// Whether only a part of the files is in the work tree.
  package func isSparse() throws(GitError) -> Bool {
    if try configuration("core.sparseCheckout") == "true" { return true }
    // Where `git sparse-checkout` writes it, whether or not the settings say that the file counts.
    let own = SmallFile.text(gitDirectory + "/config.worktree")?.lowercased()
    return own?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .contains("sparsecheckout = true") ?? false
  }

  /// Whether the files of a folder were never checked out: git has no index here, and there is no folder.
  package func lacksCheckout(of folder: String) -> Bool {
    guard let root = workTree else { return false }
    return !FileStatus.exists(gitDirectory + "/index") && !FileStatus.exists(root + "/" + folder)
  }

  /// Whether `HEAD` names a commit and no branch.
  package func isDetached() throws(GitError) -> Bool {
    let code = unsafe git_repository_head_detached(handle.pointer)
    guard code >= 0 else { throw GitError("reading HEAD", code: code) }
    return code == 1
  }

  /// Whether a rebase of git waits for a person.
  package var hasUnfinishedRebase: Bool {
    ["rebase-merge", "rebase-apply"].contains { FileStatus.exists(gitDirectory + "/" + $0) }
  }

  /// Whether a part of the index was once kept in a file of its own.
  package var mayHaveSplitIndex: Bool {
    Folder.names(in: gitDirectory).contains { $0.hasPrefix("sharedindex.") }
  }

  /// Whether git's index is not what git writes.
  package var hasDamagedIndex: Bool {
    do throws(GitError) {
      try requireReadableIndex()
      return false
    } catch {
      return error.kind == .damagedIndex
    }
  }

  /// Throws `GitError` when the index has parts that libgit2 cannot read.
  package func requireReadableIndex() throws(GitError) { _ = try openIndex() }
}
