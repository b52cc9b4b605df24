internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
package import Register
internal import Text

extension Register {
  /// Exchanges what is new with the place where the team keeps its common copy.
  ///
  /// Copies of one case are merged as the union of their events; a configuration file changed on
  /// both sides is refused with both versions. What comes in and cannot stand in a register is set
  /// aside file by file; the same here is kept from being sent until `settingAside`. Throws `Refusal`
  /// or `DiagnosticList`; a place that cannot be reached is a result, not an error.
  package func sync(
    as member: Team.Member, configuration choice: ConfigurationChoice? = nil,
    settingAside: Bool = false
  ) async throws -> SyncResult {
    // A format that a hand has written is taken back on the way.
    guard try !isRaisedBeyondUs() else { throw try formatFinding() }
    try requireOwnPlace()
    let lock = try SyncLock(repository)
    defer { withExtendedLifetime(lock) {} }
    guard let place = try CommonPlace.find(in: repository) else { return try withoutRemote() }
    let git = try await GitProgram.open(
      for: repository.gitDirectory, in: repository.workTree ?? repository.gitDirectory)
    let address = try await clearLeftLocks(place.remote, git)
    var exchange = Exchange(
      place: place, address: address, member: member, choice: choice, isSettingAside: settingAside)
    // What was damaged when this began may have come anew on the way.
    defer { repository.forgetWhatCame() }
    do {
      return try await rounds(&exchange, with: git)
    } catch let error as GitError where !error.isRace && !error.isLocked {
      try await heal(after: error, &exchange, with: git)
      return try await rounds(&exchange, with: git)
    }
  }

  /// Takes in and sends until nobody was faster.
  private func rounds(
    _ exchange: inout Exchange, with git: GitProgram
  ) async throws -> SyncResult {
    var patience = 3
    var unseen = 0
    for _ in 0..<20 {
      let fetched = try await fetch(&exchange, with: git)
      guard fetched.succeeded else { return try unreached(exchange, fetched) }
      let isEmpty = exchange.theirs == nil
      try reviewOwn(&exchange)
      try integrate(&exchange)
      try bringLineEndRule(as: exchange.member)
      switch try await send(&exchange, with: git) {
      case .done:
        if let obstacle = try await obstacleBehind(&exchange, wasEmpty: isEmpty, git) {
          return try unreached(exchange, obstacle)
        }
        try PlaceAddress(place: exchange.place).remember()
        return exchange.result
      // Somebody else was faster: take theirs in and try again.
      case .overtaken:
        // Once the first sending of another copy may have come between; then it would be seen.
        if isEmpty { unseen += 1 }
        guard unseen < 3 else { return try unreached(exchange, hiding(exchange)) }
      case .failed(let attempt):
        // Another writer holds a lock for a moment; one that stays was left behind.
        guard attempt.metALock, patience > 0 else { return try unreached(exchange, attempt) }
        patience -= 1
        try await Task.sleep(for: .milliseconds(300))
      }
    }
    throw Refusal(
      .syncBusy, "the others keep sending; nothing was lost", hint: "run `daftar sync` again")
  }

  /// How one round of sending ended.
  private enum Sending {
    case done
    case overtaken
    case failed(GitProgram.Result)
  }

  /// One synchronisation on its way.
  package struct Exchange {
    let place: CommonPlace
    /// Its address; a relative path is made absolute.
    let address: String
    let member: Team.Member
    let choice: ConfigurationChoice?
    /// Whether what must not be sent is set aside here instead.
    let isSettingAside: Bool
    /// What the other place's vault held, of cases that our history did not explain, before the
    /// history was fetched last.
    var judged: [CaseID: ObjectID] = [:]
    /// The newest commit of the place; nil when it is empty.
    var theirs: ObjectID?
    /// References of this copy that git stumbled over.
    var broken: [Diagnostic] = []
    var result = SyncResult()
  }

  /// Sends the common history, then the sealed entries that it names.
  private func send(
    _ exchange: inout Exchange, with git: GitProgram
  ) async throws -> Sending {
    let sending = try head()
    if let obstacle = try await sendHistory(sending, &exchange, with: git) { return obstacle }
    let remote = exchange.place.remote
    do {
      let united = try await uniteVaults(with: remote, git, judged: exchange.judged)
      if let united {
        exchange.result.sealedCases += united.outcome.arrived
        exchange.result.sealedMissing = united.outcome.incomplete.count
        exchange.result.sealedHealed += united.healed.count
        exchange.result.damaged = exchange.broken + united.damaged
        // Theirs may belong to steps sent since: those are fetched before anything is replaced.
        exchange.judged = united.outcome.ahead
        guard united.outcome.ahead.isEmpty else { return .overtaken }
        // No entry goes out before the step that names it.
        if united.head != sending,
          let obstacle = try await sendHistory(united.head, &exchange, with: git)
        {
          return obstacle
        }
        switch try await sendVault(united.outcome.outgoing, to: remote, git, united.git) {
        case .sent: break
        case .overtaken: return .overtaken
        case .failed(let attempt): return .failed(attempt)
        }
      }
    } catch let unreached as VaultUnreached {
      return .failed(unreached.attempt)
    }
    exchange.result.sealedWaiting = try countSealedWaiting()
    return .done
  }

  /// Sends a commit of the common history; nil when the other place has it then.
  private func sendHistory(
    _ commit: ObjectID, _ exchange: inout Exchange, with git: GitProgram
  ) async throws -> Sending? {
    let waiting = try repository.countCommits(from: commit, notIn: exchange.theirs)
    exchange.result.waiting = waiting
    guard waiting > 0 else { return nil }
    try refuseUnsoundConfiguration(commit, since: exchange.theirs)
    let remote = exchange.place.remote
    let pushed = try await git.run([
      "-c", "remote.\(remote).mirror=false", "push", "--porcelain", "--no-verify",
      "--no-recurse-submodules", "--", remote, "\(commit):\(try repository.branchReference)",
    ])
    guard pushed.succeeded else {
      if pushed.isOvertaken { return .overtaken }
      // Before the place is blamed: git may miss something here.
      if pushed.metDamage, let damage = try damageSince(exchange.theirs, upTo: commit) {
        throw damage
      }
      return .failed(pushed)
    }
    try exchange.place.remember(asSent: commit)
    exchange.theirs = commit
    exchange.result.waiting = try repository.countCommits(from: try head(), notIn: commit)
    exchange.result.sent += waiting
    return nil
  }

  private func withoutRemote() throws -> SyncResult {
    var result = SyncResult()
    result.obstacle = .noRemote
    result.waiting = try repository.countReadableCommits(from: try head(), notIn: nil)
    return result
  }

  /// Says how many commits wait to be sent, without reaching out.
  package func syncStatus() throws -> SyncResult {
    var result = SyncResult()
    let place = try CommonPlace.find(in: repository)
    if place == nil { result.obstacle = .noRemote }
    result.waiting = try repository.countReadableCommits(from: try head(), notIn: try place?.tip())
    result.sealedWaiting = try countSealedWaiting()
    result.isElsewhere = try place.map { try PlaceAddress(place: $0).hasChanged() } ?? false
    return result
  }

  /// Fetches without force: a rewritten history is refused, never taken over.
  private func fetch(
    _ exchange: inout Exchange, with git: GitProgram
  ) async throws -> GitProgram.Result {
    let place = exchange.place
    let branch = try repository.branchReference
    let listed = try await git.run(["ls-remote", "--heads", "--", place.remote])
    guard listed.succeeded else { return listed }
    let heads = Self.heads(in: listed.output)
    guard let head = heads.first(where: { $0.name == branch }) else {
      try place.refuseOtherBranch(in: heads.map { String($0.name.dropFirst("refs/heads/".count)) })
      // The other place is there and still empty.
      exchange.theirs = nil
      return listed
    }
    try place.requireNotOlder(head.tip)
    var fetched = try await git.run([
      "fetch", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--refmap=", "--",
      place.remote, "\(branch):\(place.tracking)",
    ])
    if !fetched.succeeded, fetched.errors.contains("non-fast-forward") {
      throw try place.refusal(of: head.tip)
    }
    if !fetched.succeeded, fetched.metDamage {
      fetched = try await bringAnew(&exchange, after: fetched, with: git)
    }
    guard fetched.succeeded else { return fetched }
    try place.requireUnbroken()
    exchange.theirs = try place.tip()
    return fetched
  }
}
