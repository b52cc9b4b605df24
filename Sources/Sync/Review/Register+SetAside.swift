internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register

extension Register {
  /// Keeps what must not be sent from being sent: told, or set aside when that was asked for.
  func reviewOwn(_ exchange: inout Exchange) throws {
    let ours = try head()
    let theirs = exchange.theirs
    if let theirs, try repository.isAncestor(ours, of: theirs) { return }
    let base = try theirs.flatMap { try repository.mergeBase(ours, $0) }
    let findings = try TipReview(repository, zone, at: ours, since: base).findings()
    guard !findings.files.isEmpty else { return }
    // What the others have already is no matter of this sending.
    let known = try base.map { try Set(TipReview.misplaced(in: $0, of: repository)) } ?? []
    let own = try findings.files.filter { file in
      guard let base else { return true }
      let dropped = findings.dropped.filter { $0.path == file.path }
      guard dropped.isEmpty else { return !known.isSuperset(of: dropped) }
      let there = try repository.entry(at: file.path, in: base)
      return try there == nil || there != repository.entry(at: file.path, in: ours)
    }
    guard !own.isEmpty else { return }
    guard exchange.isSettingAside else {
      throw DiagnosticList(own.map(\.beforeSending))
    }
    try advance(past: ours, findings, &exchange)
  }

  /// Mends what stands at the head although nobody reviewed it: the others have it too.
  func mendHead(_ exchange: inout Exchange, since seen: ObjectID?) throws {
    let ours = try head()
    guard try !isNewerFormat(ours) else { return }
    // An earlier program took such a format in: then nothing that was seen counts as reviewed.
    let isByHand = try RaisedFormat.isByHand(at: ours, in: repository)
    let reviewed = isByHand ? nil : seen
    let base = try reviewed.flatMap { try repository.isAncestor($0, of: ours) ? $0 : nil }
    let findings = try TipReview(repository, zone, at: ours, since: base).findings()
    guard !findings.files.isEmpty else { return }
    try advance(past: ours, findings, &exchange)
  }

  private func advance(
    past ours: ObjectID, _ findings: TipReview.Findings, _ exchange: inout Exchange
  ) throws {
    try WriteLock.whileExclusive(repository) {
      try PendingWork.finishHoldingLock(in: repository)
      let mended = try mend(ours, findings, as: exchange.member)
      let paths = try repository.changedPaths(from: ours, to: mended).map(\.path)
      if try advance(to: mended, from: ours, paths, "sync") {
        exchange.result.setAside += findings.files
        // What is set aside may be the settings with which this command began.
        try readConfiguration(at: mended)
      }
    }
  }

  /// Writes the commit that sets aside what a review found; the commit itself when it found nothing.
  ///
  /// What was set aside stays in the history, where it can be looked at.
  func mend(
    _ commit: ObjectID, _ findings: TipReview.Findings, as member: Team.Member
  ) throws -> ObjectID {
    guard !findings.files.isEmpty else { return commit }
    let count = findings.files.count
    let signature = try signature(member, after: [commit])
    var request = CommitRequest(
      parents: [commit], replacing: findings.replacements, author: signature.author,
      committer: signature.committer,
      message: "sync: \(count) set aside\n\nSet-Aside: \(count)\n")
    request.basisTree = findings.tree
    return try repository.writeCommit(request)
  }
}
