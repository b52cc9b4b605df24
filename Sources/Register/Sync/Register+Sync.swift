package import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// Exchanges what is new with the place where the team keeps its common copy.
  ///
  /// Copies of one case are merged as the union of their events; a configuration file changed on
  /// both sides is refused with both versions. Nothing is sent when anything is refused. Throws
  /// `Refusal` or `DiagnosticList`; a place that cannot be reached is a result, not an error.
  package func sync(
    as member: Team.Member, configuration choice: ConfigurationChoice? = nil
  ) async throws -> SyncResult {
    try requireWritable()
    let lock = try SyncLock(repository)
    defer { withExtendedLifetime(lock) {} }
    guard let remote = try remoteName() else { return try withoutRemote() }
    var exchange = Exchange(remote: remote, member: member, choice: choice)
    let git = GitProgram(gitDirectory: repository.gitDirectory)
    for _ in 0..<20 {
      let fetched = try await fetch(remote, with: git)
      guard fetched.succeeded else { return try unreached(exchange, fetched) }
      try integrate(&exchange)
      switch try await send(&exchange, with: git) {
      case .done: return exchange.result
      // Somebody else was faster: take theirs in and try again.
      case .overtaken: continue
      case .failed(let attempt): return try unreached(exchange, attempt)
      }
    }
    throw Refusal(
      "sync.busy", "the others keep sending; nothing was lost", hint: "run `daftar sync` again")
  }

  /// How one round of sending ended.
  private enum Sending {
    case done
    case overtaken
    case failed(GitProgram.Result)
  }

  /// Sends the common history, then the sealed entries that it names.
  private func send(
    _ exchange: inout Exchange, with git: GitProgram
  ) async throws -> Sending {
    let sending = try head()
    exchange.result.waiting = try waitingCount(exchange.remote)
    if exchange.result.waiting > 0 {
      try refuseUnsoundConfiguration(
        sending, since: try repository.tip(of: try trackingReference(exchange.remote)))
      let pushed = try await git.run(try pushArguments(sending, to: exchange.remote))
      guard pushed.succeeded else { return pushed.isOvertaken ? .overtaken : .failed(pushed) }
      exchange.result = try sent(sending, exchange)
    }
    do {
      let vaults = try await uniteVaults(with: exchange.remote, git)
      exchange.result.sealedCases += vaults.union.arrived
      exchange.result.sealedMissing = vaults.union.missing
      switch try await sendVault(vaults.union.outgoing, to: exchange.remote, git, vaults.git) {
      case .sent: break
      case .overtaken: return .overtaken
      case .failed(let attempt): return .failed(attempt)
      }
    } catch let unreached as VaultUnreached {
      return .failed(unreached.attempt)
    }
    exchange.result.sealedWaiting = try countSealedWaiting()
    return .done
  }

  /// One synchronisation on its way.
  private struct Exchange {
    let remote: String
    let member: Team.Member
    let choice: ConfigurationChoice?
    var result = SyncResult()
  }

  private func withoutRemote() throws -> SyncResult {
    var result = SyncResult()
    result.obstacle = .noRemote
    result.waiting = try waitingCount(nil)
    return result
  }

  private func pushArguments(_ commit: ObjectID, to remote: String) throws -> [String] {
    ["push", "--porcelain", "--", remote, "\(commit):\(try repository.branchReference)"]
  }

  private func sent(_ commit: ObjectID, _ exchange: Exchange) throws -> SyncResult {
    var result = exchange.result
    let before = result.waiting
    // Git itself remembers what it pushed to most kinds of places, but not to all.
    try remember(exchange.remote, commit)
    result.waiting = try waitingCount(exchange.remote)
    result.sent += max(0, before - result.waiting)
    return result
  }

  /// Says how many commits wait to be sent, without reaching out.
  package func syncStatus() throws -> SyncResult {
    var result = SyncResult()
    let remote = try remoteName()
    if remote == nil { result.obstacle = .noRemote }
    result.waiting = try waitingCount(remote)
    result.sealedWaiting = try countSealedWaiting()
    return result
  }

  private func remoteName() throws -> String? {
    let names = try repository.remoteNames()
    return names.contains("origin") ? "origin" : names.first
  }

  private func trackingReference(_ remote: String) throws -> String {
    "refs/remotes/\(remote)/\(try repository.branchReferenceName)"
  }

  private func waitingCount(_ remote: String?) throws -> Int {
    let other = try remote.flatMap { try repository.tip(of: try trackingReference($0)) }
    return try repository.countCommits(from: try head(), notIn: other)
  }

  /// Fetches without force: a rewritten history is refused, never taken over.
  private func fetch(_ remote: String, with git: GitProgram) async throws -> GitProgram.Result {
    let branch = try repository.branchReference
    let listed = try await git.run(["ls-remote", "--exit-code", "--", remote, branch])
    if !listed.succeeded, listed.errors.isEmpty, listed.output.isEmpty {
      try refuseOtherBranch(
        in: try await git.run(["ls-remote", "--heads", "--", remote]).output)
      // The other place is there and still empty.
      return GitProgram.Result(succeeded: true, output: "", errors: "")
    }
    guard listed.succeeded else { return listed }
    let fetched = try await git.run([
      "fetch", "--no-tags", "--no-recurse-submodules", "--", remote,
      "\(branch):\(try trackingReference(remote))",
    ])
    if !fetched.succeeded, fetched.errors.contains("non-fast-forward") {
      throw Refusal(
        "sync.rewritten", "the history in the other place was rewritten; nothing was taken over",
        hint: "tell whoever keeps it; your own copy is whole and stays as it is")
    }
    return fetched
  }

  /// Refuses to send a second register beside the one that the team has, under another name.
  private func refuseOtherBranch(in heads: String) throws {
    let names = heads.split(separator: "\n").compactMap {
      $0.split(separator: "\t").last.map { String($0.dropFirst("refs/heads/".count)) }
    }
    guard let other = names.first else { return }
    throw Refusal(
      "sync.branch",
      "the common place keeps a register as “\(other)”, this one is “"
        + (try repository.branchReferenceName) + "”; nothing was sent",
      hint: "take the team's register: `git clone -b \(other) ADDRESS`, and register there what "
        + "stands only here")
  }

  private func unreached(
    _ exchange: Exchange, _ attempt: GitProgram.Result
  ) throws -> SyncResult {
    var result = exchange.result
    let words = (attempt.errors + attempt.output).lowercased()
    let isDenied = [
      "permission denied", "authentication", "could not read username", "403", "remote rejected",
    ]
    .contains { words.contains($0) }
    result.obstacle = isDenied ? .notAllowed : .unreachable
    result.details = attempt.errors
    result.waiting = try waitingCount(exchange.remote)
    result.sealedWaiting = try countSealedWaiting()
    return result
  }

  /// Remembers what the other place has now.
  private func remember(_ remote: String, _ tip: ObjectID) throws {
    let name = try trackingReference(remote)
    let known = try repository.tip(of: name)
    guard known != tip else { return }
    try repository.moveReference(
      name, to: tip, expecting: known, reflogMessage: "daftar: sync")
  }

  /// Takes in what came from the other place.
  private func integrate(_ exchange: inout Exchange) throws {
    guard let theirs = try repository.tip(of: try trackingReference(exchange.remote)) else {
      return
    }
    let ours = try head()
    guard theirs != ours, try !repository.isAncestor(theirs, of: ours) else { return }
    let incoming = try repository.countCommits(from: theirs, notIn: ours)
    guard let base = try repository.mergeBase(ours, theirs) else {
      throw Refusal(
        "sync.unrelated", "the other place holds a different register",
        hint: "check its address; a copy of a register begins with `git clone`")
    }
    let merge = RegisterMerge(
      repository: repository, zone: zone, configuration: exchange.choice)
    let theirConfiguration = try merge.requireReadable(theirs, changedSince: base)
    exchange.result.findings += try configurationFindings(in: theirs, since: base)
    if ours == base, try merge.losesNothing(from: ours, to: theirs) {
      try fastForward(from: ours, to: theirs)
    } else if theirConfiguration.settings.isNewer {
      throw Refusal(
        "sync.format", "the others use a newer daftar, whose format this one cannot write",
        hint: "install a newer daftar; what you recorded stays saved here")
    } else {
      let outcome = try self.merge(merge, base: base, theirs: theirs, as: exchange.member)
      exchange.result.merged += outcome.mergedCases
      exchange.result.needingAttention += outcome.needingAttention
    }
    exchange.result.received += incoming
  }

  private func fastForward(from ours: ObjectID, to theirs: ObjectID) throws {
    try WriteLock.whileExclusive(repository) {
      try PendingWork.finishHoldingLock(in: repository)
      let paths = try repository.changedPaths(from: ours, to: theirs).map(\.path)
      Checkpoint.reached("objects")
      // When another command wrote meanwhile, the next round merges with it.
      _ = try advance(to: theirs, from: ours, paths, "sync")
    }
  }

  private func merge(
    _ merge: RegisterMerge, base: ObjectID, theirs: ObjectID, as member: Team.Member
  ) throws -> RegisterMerge.Outcome {
    try WriteLock.whileExclusive(repository) {
      try PendingWork.finishHoldingLock(in: repository)
      let ours = try head()
      let outcome = try merge.replacements(base: base, ours: ours, theirs: theirs)
      let offset = zone.offset(at: clock.now) / 60
      let newest = max(
        try repository.commit(ours).committer.seconds,
        try repository.commit(theirs).committer.seconds)
      let commit = try repository.writeCommit(
        CommitRequest(
          parents: [theirs, ours], replacing: outcome.files,
          author: Signature(
            name: member.authorName, email: member.authorEmail, seconds: clock.now.seconds,
            offsetMinutes: offset),
          committer: Signature(
            name: member.authorName, email: member.authorEmail,
            seconds: max(clock.now.seconds, newest), offsetMinutes: offset),
          message: "sync: \(outcome.mergedCases) cases merged\n\nMerged: \(outcome.mergedCases)\n"),
        checkpoint: Checkpoint.reached)
      try merge.requireReadable(commit)
      let paths = try repository.changedPaths(from: ours, to: commit).map(\.path)
      guard try advance(to: commit, from: ours, paths, "sync") else {
        return RegisterMerge.Outcome()
      }
      return outcome
    }
  }
}
