internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register
internal import Text

extension Register {
  /// Takes in what came from the other place.
  func integrate(_ exchange: inout Exchange) throws {
    guard let theirs = exchange.theirs else { return }
    let place = exchange.place
    let before = try head()
    let seen = try place.seen()
    if try !repository.isAncestor(theirs, of: before) {
      let kept = try seen.flatMap { try repository.isAncestor($0, of: theirs) ? $0 : nil }
      try takeIn(theirs, reviewedUpTo: kept, &exchange)
    }
    // What came in by other ways than this one: a clone, `git pull`, an earlier version.
    let isByHand = try RaisedFormat.isByHand(at: try head(), in: repository)
    if try isByHand || seen == nil || seen != theirs && head() == before {
      try mendHead(&exchange, since: seen)
    }
    exchange.result.changes += try configurationChanges(from: before, to: theirs)
    try place.remember(asSeen: theirs)
  }

  private func takeIn(
    _ theirs: ObjectID, reviewedUpTo seen: ObjectID?, _ exchange: inout Exchange
  ) throws {
    let ours = try head()
    guard let base = try repository.mergeBase(ours, theirs) else {
      throw Refusal(
        .syncUnrelated, "the other place holds a different register",
        hint: "check its address; a copy of a register begins with `git clone ADDRESS`")
    }
    let incoming = try repository.countCommits(from: theirs, notIn: ours)
    let isNewer = try isNewerFormat(theirs)
    let review = try TipReview(repository, zone, at: theirs, since: seen ?? base)
    // What a newer program writes is not for this one to judge.
    let findings = try isNewer ? nil : review.findings()
    let mended = try findings.map { try mend(theirs, $0, as: exchange.member) } ?? theirs
    exchange.result.findings += try configurationFindings(in: mended, since: base)
    let merge = RegisterMerge(
      repository: repository, zone: zone, configuration: exchange.choice)
    if ours == base, try isNewer || merge.losesNothing(from: ours, to: mended) {
      if isNewer { try refuseUnwritable(theirs) }
      try fastForward(from: ours, to: mended)
    } else if isNewer {
      throw newerFormat
    } else {
      let outcome = try self.merge(merge, base: base, theirs: mended, as: exchange.member)
      exchange.result.merged += outcome.mergedCases
      exchange.result.needingAttention += outcome.needingAttention
      exchange.result.displaced += outcome.displaced
    }
    exchange.result.setAside += findings?.files ?? []
    exchange.result.received += incoming
  }

  private var newerFormat: Refusal {
    Refusal(
      .syncFormat, "the others use a newer daftar, whose format this one cannot write",
      hint: "install a newer daftar; what you recorded stays saved here")
  }

  /// Whether a later program has raised the format of a commit's register beyond what this one knows.
  func isNewerFormat(_ commit: ObjectID) throws -> Bool {
    let path = "cases/register.yml"
    guard let bytes = try repository.blob(at: path, in: commit) else { return false }
    guard (try? RegisterSettings.isNewer(bytes, path: path)) ?? false else { return false }
    return try !RaisedFormat.isByHand(at: commit, in: repository)
  }

  /// Names that must not be written are no matter of a format.
  private func refuseUnwritable(_ commit: ObjectID) throws {
    let clean = try repository.cleanTree(of: commit) { _ in false }
    guard clean.dropped.isEmpty else { throw newerFormat }
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
      let signature = try signature(member, after: [ours, theirs])
      let request = CommitRequest(
        parents: [theirs, ours], replacing: outcome.files,
        author: signature.author, committer: signature.committer,
        message: "sync: \(outcome.mergedCases) cases merged\n\nMerged: \(outcome.mergedCases)\n")
      let commit = try repository.writeCommit(request, checkpoint: Checkpoint.reached)
      try merge.requireReadable(commit)
      let paths = try repository.changedPaths(from: ours, to: commit).map(\.path)
      guard try advance(to: commit, from: ours, paths, "sync") else {
        return RegisterMerge.Outcome()
      }
      return outcome
    }
  }

  /// Who writes a commit of a synchronisation, never dated before what it stands on.
  func signature(
    _ member: Team.Member, after parents: [ObjectID]
  ) throws -> (author: Signature, committer: Signature) {
    let offset = zone.offset(at: clock.now) / 60
    let newest = try parents.map { try repository.commit($0).committer.seconds }.max() ?? 0
    func signature(_ seconds: Int64) -> Signature {
      Signature(
        name: member.authorName, email: member.authorEmail, seconds: seconds, offsetMinutes: offset)
    }
    return (signature(clock.now.seconds), signature(max(clock.now.seconds, newest)))
  }
}
