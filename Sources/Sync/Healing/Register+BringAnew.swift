internal import CaseVault
internal import Diagnostics
internal import GitStore
internal import Register

extension Register {
  /// Takes the common history anew where git could not fetch although the place was reached.
  func bringAnew(
    _ exchange: inout Exchange, after failed: GitProgram.Result, with git: GitProgram
  ) async throws -> GitProgram.Result {
    let healing = try await healing(exchange, git)
    defer { healing.removePassage() }
    var fetched = try await healing.fetch()
    var lost: [GitError.LostObject] = []
    if !fetched.succeeded, fetched.metDamage {
      lost = repository.unreadableObjects(below: historyTips(exchange.place))
      guard !lost.isEmpty else { return failed }
      try healing.putAside(lost)
      fetched = try await healing.fetch()
    }
    guard fetched.succeeded else {
      try healing.putBack(lost)
      if fetched.metDamage, let lost = lost.first { throw Self.unhealed(lost) }
      return fetched
    }
    try takeOver(healing, lost, &exchange)
    exchange.broken = healing.brokenReferences()
    exchange.result.damaged = exchange.broken
    return fetched
  }

  /// Takes anew what a round of the synchronisation could not read; throws the error where the
  /// common place does not have it.
  func heal(
    after error: GitError, _ exchange: inout Exchange, with git: GitProgram
  ) async throws {
    let lost = repository.unreadableObjects(below: historyTips(exchange.place))
    guard let first = lost.first else { throw error }
    let healing = try await healing(exchange, git)
    defer { healing.removePassage() }
    try healing.putAside(lost)
    guard try await healing.fetch().succeeded else {
      try healing.putBack(lost)
      throw try unhealed(first, exchange)
    }
    guard try takeOver(healing, lost, &exchange) else {
      throw try unhealed(stillLost(lost).first ?? first, exchange)
    }
  }

  private func healing(
    _ exchange: Exchange, _ git: GitProgram
  ) async throws -> HistoryHealing {
    HistoryHealing(
      repository: repository, place: exchange.place,
      address: try await address(of: exchange.place.remote, git),
      branch: try repository.branchReference)
  }

  /// The commits whose histories a synchronisation reads.
  private func historyTips(_ place: CommonPlace) -> [ObjectID] {
    let noted = [place.tracking, place.seenReference].map { try? repository.tip(of: $0) }
    return ([try? head()] + noted).compactMap(\.self)
  }

  private func stillLost(_ lost: [GitError.LostObject]) -> [GitError.LostObject] {
    lost.filter { !repository.forgetHealed([$0]) }
  }

  /// Goes on with what came; false when something is still lost.
  @discardableResult
  private func takeOver(
    _ healing: HistoryHealing, _ lost: [GitError.LostObject], _ exchange: inout Exchange
  ) throws -> Bool {
    let still = stillLost(lost)
    try healing.putBack(still)
    if let tip = try healing.arrived() {
      let place = exchange.place
      if let known = try place.tip(), try !repository.isAncestor(known, of: tip) {
        throw try place.refusal(of: tip)
      }
      try place.rememberFetched(tip)
    }
    return still.isEmpty
  }

  /// What nobody else has yet cannot come anew: it has a way out of its own.
  private func unhealed(_ lost: GitError.LostObject, _ exchange: Exchange) throws -> Diagnostic {
    try damageSince(try exchange.place.seen(), upTo: try head()) ?? Self.unhealed(lost)
  }

  private static func unhealed(_ lost: GitError.LostObject) -> Diagnostic {
    Diagnostic(
      rule: "git.damaged", at: SourceLocation(path: lost.file),
      message: "the object \(lost.id) of the history is damaged or missing here, and the common "
        + "place did not give it; nothing was exchanged",
      hint: RepositoryDamage.remedy(lost))
  }
}
