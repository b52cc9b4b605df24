internal import CaseFormat
internal import CaseModel
internal import GitStore

extension Register {
  /// Brings back steps that a plain `git commit` took away by committing files that were behind.
  ///
  /// Between a killed command and its repair the work tree is older than the branch. Whoever then
  /// commits it with git removes events from the branch; the union of both puts them back, in the
  /// name of the member whose step it was.
  func restoreSteps(lostAfter pending: PendingWork) throws {
    let head = try head()
    guard head != pending.new, repository.exists(pending.new),
      try repository.isAncestor(pending.new, of: head),
      let author = try author(of: pending.new), !configuration.settings.isNewer
    else { return }
    _ = try commit(as: author, at: clock.now, isUpkeep: true) { head in
      let files = try pending.paths.compactMap { try lostSteps($0, saved: pending.new, in: head) }
      guard !files.isEmpty else { return nil }
      return Change(
        files: files, message: "restore: \(files.count) cases\n\nRestored: \(files.count)\n")
    }
  }

  private func author(of commit: ObjectID) throws -> Team.Member? {
    let email = try repository.commit(commit).author.email
    return configuration.team.member(withEmail: email)
      ?? configuration.team.member(String(email.prefix { $0 != "@" }))
  }

  private func lostSteps(
    _ path: String, saved: ObjectID, in head: ObjectID
  ) throws -> CommitRequest.Replacement? {
    guard CasePath.isInCaseFolder(path), let before = try repository.blob(at: path, in: saved)
    else {
      return nil
    }
    guard let present = try repository.blob(at: path, in: head) else {
      return .init(path: path, content: before)
    }
    guard present != before else { return nil }
    let old = try CaseDocument(reading: before, path: path, zone: zone).history
    let new = try CaseDocument(reading: present, path: path, zone: zone).history
    guard !new.holdsAll(of: old) else { return nil }
    let united = try CaseDocument(path: path, history: try new.union(with: old), zone: zone)
    return .init(path: path, content: united.bytes(zone: zone))
  }
}
