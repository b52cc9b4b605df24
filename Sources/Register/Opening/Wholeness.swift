internal import Diagnostics
internal import GitStore

/// Copies of a register that git made without all of it, or keeps in a way that is not understood.
///
/// Whoever works in one gets old states or objects that are missing, later and somewhere else: so it
/// is said by the first command, with what makes the copy whole.
enum Wholeness {
  /// Throws `Diagnostic` for a copy that is not whole.
  static func require(_ repository: Repository, at path: String) throws {
    if try repository.isShallow() {
      throw refusal(
        "register.shallow", path, "this copy holds only the newest part of the history",
        "fetch the rest: `git fetch --unshallow`")
    }
    for remote in try repository.remoteNames() where try repository.isPartial(from: remote) {
      throw refusal(
        "register.partial", path, "this copy was made without all contents (`--filter`)",
        "fetch them: `git config --unset remote.\(remote).promisor; git config --unset "
          + "remote.\(remote).partialclonefilter; git fetch --refetch \(remote)`")
    }
    if try repository.isSparse() {
      throw refusal(
        "register.sparse", path, "this copy shows only a part of the files",
        "show all of them: `git sparse-checkout disable`")
    }
    if repository.lacksCheckout(of: "cases"), let head = try repository.head(),
      try repository.blobID(at: "cases/register.yml", in: head) != nil
    {
      throw refusal(
        "register.checkout", path, "this copy was made without its files (`--no-checkout`)",
        "bring them in: `git checkout HEAD -- .`")
    }
    guard repository.mayHaveSplitIndex else { return }
    do throws(GitError) {
      try repository.requireReadableIndex()
    } catch {
      throw refusal(
        "register.index", path, "git keeps its index here in a form that cannot be read",
        "put it into one file: `git update-index --no-split-index`")
    }
  }

  /// What to say when no branch is checked out: what is read is that commit, perhaps an old one.
  static func detached(_ repository: Repository) throws -> Diagnostic? {
    guard try repository.isDetached() else { return nil }
    let name = try repository.branchToReturnTo()
    let isUnfinished = repository.hasUnfinishedRebase
    return Diagnostic(
      .warning, rule: "register.detached",
      message: "no branch is checked out: what you see is the register as one commit had it",
      hint: isUnfinished
        ? "end the rebase first: `git rebase --abort`" : "go back to it: `git switch \(name)`")
  }

  private static func refusal(
    _ rule: String, _ path: String, _ message: String, _ hint: String
  ) -> Diagnostic {
    Diagnostic(rule: rule, at: SourceLocation(path: path), message: message, hint: hint)
  }
}
