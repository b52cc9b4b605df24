internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register
internal import Text

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
          .syncRemote, "the setting daftar.remote names “\(named)”, and there is no such remote",
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
      .syncRemote,
      "it is not known where the team keeps its register; there is no remote “origin”, but "
        + "\(names.map { "“\($0)”" }.joined(separator: ", "))",
      hint: "if that is the place for everything, also for what is sealed: "
        + "`git config daftar.remote \(first)`")
  }

  /// What git says of the place's branch.
  var tracking: String { "refs/remotes/\(remote)/\(branch)" }

  /// What was taken in from the place last.
  ///
  /// Git and editors move their own note of it.
  var seenReference: String { "refs/daftar/seen/\(remote)/\(branch)" }

  /// The newest commit of the place, as far as it was fetched and can be read.
  func tip() throws -> ObjectID? { readable(tracking) }

  /// The commit of the place that was reviewed and taken in last; nil before the first time, and
  /// where what names it is damaged or names nothing that can be read.
  func seen() throws -> ObjectID? { readable(seenReference) }

  /// What is remembered of the place is fetched again: damaged, it is as good as forgotten.
  private func readable(_ name: String) -> ObjectID? {
    guard let tip = try? repository.tip(of: name) else { return nil }
    return repository.canRead(commit: tip) ? tip : nil
  }

  /// Remembers what was taken in or sent.
  func remember(asSeen tip: ObjectID) throws { try move(seenReference, to: tip) }

  /// Remembers what was fetched and is not taken in yet.
  func rememberFetched(_ tip: ObjectID) throws { try move(tracking, to: tip) }

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
    guard let seen = try seen(), let tip = try tip() else { return }
    guard try !repository.isAncestor(seen, of: tip) else { return }
    throw try refusal(of: tip)
  }

  /// Throws when the place went back to an earlier state, which is known from the name of its commit.
  ///
  /// Where commits below are missing it is not known, and they are fetched first.
  func requireNotOlder(_ listed: ObjectID?) throws {
    guard let listed, repository.exists(listed), let known = try seen() ?? tip(),
      listed != known, (try? repository.isAncestor(listed, of: known)) ?? false
    else { return }
    throw try refusal(of: listed)
  }

  /// Why the commit of the place cannot follow what was exchanged with it: the place was restored from
  /// a backup, the address leads to another register, or somebody rewrote the history.
  func refusal(of listed: ObjectID?) throws -> Refusal {
    if let listed, repository.exists(listed), let head = try repository.head() {
      if let older = try older(listed, than: head) { return older }
      if try repository.mergeBase(listed, head) == nil {
        return Refusal(
          .syncUnrelated, "the other place holds a different register; nothing was taken over",
          hint: "look at the address with `git remote -v`, and set the right one: "
            + "`git remote set-url \(remote) ADDRESS`")
      }
    }
    return Refusal(
      .syncRewritten, "the history in the other place was rewritten; nothing was taken over",
      hint: "tell whoever keeps it; your own copy is whole and stays as it is")
  }

  /// The refusal of an earlier state of what is here; nil for any other.
  private func older(_ listed: ObjectID, than head: ObjectID) throws -> Refusal? {
    guard try repository.isAncestor(listed, of: head) else { return nil }
    // What was exchanged last may be on no branch here any more, as after `git reset`.
    let last = try seen() ?? tip() ?? head
    let isLeft =
      try repository.isAncestor(listed, of: last) && !repository.isAncestor(last, of: head)
    let newest = isLeft ? last : head
    let missing = try repository.countCommits(from: newest, notIn: listed)
    guard missing > 0 else { return nil }
    // Then nobody need have restored anything: others, or this copy, went on at the other address.
    let isElsewhere = try PlaceAddress(place: self).hasChanged()
    return Refusal(
      .syncOlder,
      "the other place has an older state of this register"
        + (isElsewhere
          ? ", and its address is not the one of the last exchange: "
          : ", as after it was restored from a backup: ")
        + "it lacks \(missing) \(missing == 1 ? "commit that is" : "commits that are") here"
        + (isLeft ? ", though no longer on the branch \(branch)" : "") + "; nothing was exchanged",
      hint: (isElsewhere
        ? "if the team works with this place from now on, bring it up to date: "
        : "tell whoever keeps it; if it was restored, bring it up to date: ")
        + (isLeft
          ? "`git push \(remote) \(newest):refs/heads/\(branch)`"
          : "`git push \(remote) \(branch)`")
        + ", then `daftar sync` in every copy")
  }

  /// Refuses to send a second register beside the one that the team has, under another name.
  func refuseOtherBranch(in heads: [String]) throws {
    guard let other = heads.first else { return }
    throw Refusal(
      .syncBranch,
      "the common place keeps a register as “\(other)”, this one is “\(branch)”; nothing was sent",
      hint: "take the team's register: `git clone -b \(other) ADDRESS`, and register there what "
        + "stands only here")
  }
}
