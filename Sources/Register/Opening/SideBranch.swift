internal import Diagnostics
internal import GitStore

/// A branch that is checked out beside the one on which the register is kept.
///
/// What is read on it may be old, and what is written on it does not reach the team.
struct SideBranch {
  /// The name of the branch that is checked out.
  let name: String
  /// The name of the branch on which the register is kept.
  let main: String
  /// How many commits of that branch are not on this one.
  let missing: Int
  /// Whether this is a work tree of its own, made with `git worktree add`.
  let isLinked: Bool

  /// The side branch that is checked out; nil on the register's own branch, and where none is known.
  static func found(in repository: Repository) throws -> SideBranch? {
    guard try !repository.isDetached() else { return nil }
    let name = try repository.branchReferenceName
    guard let head = try repository.head(),
      let main = try registerBranch(beside: name, in: repository)
    else { return nil }
    return SideBranch(
      name: name, main: main.name,
      missing: try repository.countCommits(from: main.tip, notIn: head),
      isLinked: repository.gitDirectory != repository.commonDirectory)
  }

  /// The name that `daftar init` gives.
  private static let usual = "main"

  /// The branch that was exchanged with the team; before the first time, the usual one.
  private static func registerBranch(
    beside name: String, in repository: Repository
  ) throws -> (name: String, tip: ObjectID)? {
    let exchanged = try repository.references(under: "refs/daftar/seen/").map {
      $0.name.split(separator: "/").dropFirst(4).joined(separator: "/")
    }
    guard !exchanged.contains(name), name != usual || !exchanged.isEmpty else { return nil }
    for candidate in exchanged + [usual] {
      guard let tip = try repository.tip(of: "refs/heads/" + candidate),
        try repository.blobID(at: "cases/register.yml", in: tip) != nil
      else { continue }
      return (candidate, tip)
    }
    return nil
  }

  /// What a person must know before they read; nil in a work tree of its own that lacks nothing.
  var notice: Diagnostic? {
    guard missing > 0 || !isLinked else { return nil }
    return Diagnostic(
      .warning, rule: "register.branch",
      message: beginning
        + (missing > 0
          ? "\(commits) there \(missing == 1 ? "is" : "are") not seen here"
          : "what is recorded here does not reach it"),
      hint: hint)
  }

  /// Why nothing may be recorded: it would be a step on an old state, beside the register.
  var refusal: Diagnostic? {
    guard missing > 0 else { return nil }
    return Diagnostic(
      rule: "register.branch",
      message: beginning
        + "\(commits) there \(missing == 1 ? "is" : "are") not here; nothing was recorded",
      hint: hint)
  }

  private var beginning: String {
    "the branch “\(name)” is checked out, and the register is kept on “\(main)”: "
  }

  private var commits: String { "\(missing) \(missing == 1 ? "commit" : "commits")" }

  private var hint: String {
    isLinked
      ? "bring them here: `git merge \(main)`, or work in the folder of “\(main)”: "
        + "`git worktree list`"
      : "go back to the register: `git switch \(main)`"
  }
}
