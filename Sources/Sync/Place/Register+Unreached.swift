internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register
internal import Text

/// What became of an exchange that the other place did not take part in as it should.
extension Register {
  /// The result where a call of git failed.
  func unreached(_ exchange: Exchange, _ attempt: GitProgram.Result) throws -> SyncResult {
    let stumbles = attempt.metDamage || attempt.errors.contains("not our ref")
    let broken =
      stumbles
      ? try PlaceReferences.obstacle(at: exchange.address, besides: repository.branchReference)
      : nil
    let words = GitWords(
      text: attempt.errors + "\n" + attempt.output, remote: exchange.place.remote,
      branch: exchange.place.branch, gitDirectory: repository.gitDirectory,
      root: repository.workTree ?? repository.gitDirectory,
      address: try? repository.remoteURL(exchange.place.remote))
    var result = try unreached(exchange, broken ?? words.obstacle)
    result.details = attempt.errors
    return result
  }

  /// The result where an obstacle is known.
  func unreached(_ exchange: Exchange, _ obstacle: SyncObstacle) throws -> SyncResult {
    var result = exchange.result
    result.obstacle = obstacle
    result.waiting = try repository.countReadableCommits(
      from: try head(), notIn: try exchange.theirs ?? exchange.place.tip())
    result.sealedWaiting = try countSealedWaiting()
    return result
  }

  /// What is wrong with the place although git took part in everything; nil where nothing is known to
  /// be.
  ///
  /// Git compares names only where nothing is to be fetched or sent: in a folder of this computer the
  /// newest commit is looked for, elsewhere it is not known whether it is there.
  func obstacleBehind(
    _ exchange: inout Exchange, wasEmpty: Bool, _ git: GitProgram
  ) async throws -> SyncObstacle? {
    let branch = try repository.branchReference
    if wasEmpty, exchange.theirs != nil {
      let listed = try await git.run(["ls-remote", "--heads", "--", exchange.place.remote])
      let isSeen = Self.heads(in: listed.output).contains { $0.name == branch }
      guard !listed.succeeded || isSeen else {
        exchange.theirs = nil
        return hiding(exchange)
      }
    }
    guard let place = RegisterLocks.folder(at: exchange.address),
      let tip = (try? place.tip(of: branch)) ?? nil
    else { return nil }
    guard !place.stores(commit: tip) else {
      exchange.result.isPlaceLookedInto = true
      return nil
    }
    return PlaceDamage(remote: exchange.place.remote, branch: exchange.place.branch)
      .obstacle(because: "the newest commit that it names cannot be read there")
  }

  /// The obstacle of a place that does not show what was sent there.
  func hiding(_ exchange: Exchange) -> SyncObstacle {
    PlaceDamage(remote: exchange.place.remote, branch: exchange.place.branch)
      .hidden(at: exchange.address)
  }

  /// The branches that `git ls-remote` names.
  static func heads(in list: String) -> [(name: String, tip: ObjectID?)] {
    list.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t").map(String.init)
      return parts.count == 2 ? (parts[1], ObjectID(hex: parts[0])) : nil
    }
  }
}
