internal import CaseModel
internal import Diagnostics
internal import GitStore

/// The place where a team keeps its common copy, as this copy knows it.
struct CommonPlace {
  let repository: Repository
  /// The name of the git remote.
  let remote: String
  /// The short name of the branch that holds the register.
  let branch: String

  /// Finds the place: what `git config daftar.remote` names, else `origin`; nil without any.
  ///
  /// Another remote is never guessed: it may be one that everybody reads.
  static func find(in repository: Repository) throws -> CommonPlace? {
    let names = try repository.remoteNames()
    let branch = try repository.branchReferenceName
    if let named = try repository.configuration("daftar.remote") {
      guard names.contains(named) else {
        throw Refusal(
          "sync.remote", "the setting daftar.remote names “\(named)”, and there is no such remote",
          hint: names.isEmpty
            ? "add it: `git remote add \(named) ADDRESS`"
            : "there are: \(names.joined(separator: ", ")); choose one with "
              + "`git config daftar.remote NAME`")
      }
      return CommonPlace(repository: repository, remote: named, branch: branch)
    }
    if names.contains("origin") {
      return CommonPlace(repository: repository, remote: "origin", branch: branch)
    }
    guard let first = names.first else { return nil }
    throw Refusal(
      "sync.remote",
      "it is not known where the team keeps its register; there is no remote “origin”, but "
        + names.map { "“\($0)”" }.joined(separator: ", "),
      hint: "if that is the place for everything, also for what is sealed: "
        + "`git config daftar.remote \(first)`")
  }

  /// What git says of the place's branch.
  var tracking: String { "refs/remotes/\(remote)/\(branch)" }

  /// What was taken in from the place last.
  ///
  /// Git and editors move their own note of it.
  private var seenReference: String { "refs/daftar/seen/\(remote)/\(branch)" }

  /// The newest commit of the place, as far as it was fetched.
  func tip() throws -> ObjectID? { try repository.tip(of: tracking) }

  /// The commit of the place that was reviewed and taken in last; nil before the first time.
  func seen() throws -> ObjectID? { try repository.tip(of: seenReference) }

  /// Remembers what was taken in or sent.
  func remember(asSeen tip: ObjectID) throws { try move(seenReference, to: tip) }

  /// Remembers what the place has now, because git does not for all kinds of places.
  func remember(asSent tip: ObjectID) throws {
    try move(tracking, to: tip)
    try move(seenReference, to: tip)
  }

  private func move(_ name: String, to tip: ObjectID) throws {
    let known = try repository.tip(of: name)
    guard known != tip else { return }
    try repository.moveReference(
      name, to: tip, expecting: known, reflogMessage: "daftar: sync")
  }

  /// Throws when the place no longer has what this copy took over from it.
  func requireUnbroken() throws {
    guard let seen = try seen(), repository.exists(seen), let tip = try tip() else { return }
    guard try !repository.isAncestor(seen, of: tip) else { return }
    throw Self.rewritten
  }

  static let rewritten = Refusal(
    "sync.rewritten", "the history in the other place was rewritten; nothing was taken over",
    hint: "tell whoever keeps it; your own copy is whole and stays as it is")

  /// Refuses to send a second register beside the one that the team has, under another name.
  func refuseOtherBranch(in heads: [String]) throws {
    guard let other = heads.first else { return }
    throw Refusal(
      "sync.branch",
      "the common place keeps a register as “\(other)”, this one is “\(branch)”; nothing was sent",
      hint: "take the team's register: `git clone -b \(other) ADDRESS`, and register there what "
        + "stands only here")
  }
}
