internal import CaseVault
internal import CaseModel
internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Register

extension Register {
  /// The number of cases whose sealed entries wait to be sent.
  func countSealedWaiting() throws -> Int {
    guard let vault = try Vault.open(of: repository) else { return 0 }
    let theirs = try Self.theirTips(vault)
    return try vault.tips().count { theirs[$0.key] != $0.value }
  }

  /// Takes the vault of the common place in; says what is to be sent there.
  ///
  /// `judged` is what that place held before the history was fetched last. Returns nil when nothing
  /// is sealed in this register. Throws ``VaultUnreached`` when the place cannot be reached any more.
  func uniteVaults(
    with remote: String, _ git: GitProgram, judged: [CaseID: ObjectID]
  ) async throws -> UnitedVaults? {
    try await VaultPacks.mend(in: repository)
    let known = try Vault.open(of: repository)
    guard try known != nil || !NamedEntries(in: self).digests.isEmpty else { return nil }
    var healing = try WriteLock.whileExclusive(repository) {
      try VaultHealing(try Vault.make(of: repository))
    }
    do {
      return try await uniteVaults(with: remote, git, judged: judged, &healing)
    } catch {
      try WriteLock.whileExclusive(repository) { try healing.lists.restore() }
      throw error
    }
  }

  private func uniteVaults(
    with remote: String, _ git: GitProgram, judged: [CaseID: ObjectID],
    _ healing: inout VaultHealing
  ) async throws -> UnitedVaults {
    let vault = healing.vault
    let program = try await GitProgram.open(
      for: vault.repository.gitDirectory, configuration: repository.commonDirectory + "/config")
    let address = try await address(of: remote, git)
    let fetched = try await program.run([
      "fetch", "--quiet", "--no-tags", "--prune", "--no-recurse-submodules",
      "--no-write-fetch-head", "--",
      address, "+\(Vault.prefix)*:\(VaultUnion.theirPrefix)*",
    ])
    guard fetched.succeeded else { throw VaultUnreached(attempt: fetched) }
    try await healing.fetch(try Self.theirTips(vault), from: address, with: program)
    let mended = try WriteLock.whileExclusive(repository) { try healing.outcome() }
    // Reading a large register takes its time: most of it is done before others have to wait.
    var named = try NamedEntries(in: self)
    return try WriteLock.whileExclusive(repository) {
      try VaultPromise.settle(in: repository)
      // Steps may have been recorded meanwhile: what they name counts too.
      let head = try head()
      try named.follow(to: head, in: self)
      // What is damaged here and nowhere else stays as it is until somebody brings it.
      let whole = named.digests.filter { mended.damaged[$0.key] == nil }
      let present = try Vault.make(of: repository)
      let salvage = VaultSalvage(vault: present)
      try salvage.keepUnlisted(whole)
      try healing.lists.keepEntries(whole)
      let union = VaultUnion(vault: present, digests: whole, judged: judged)
      var outcome = try union.unite(with: try Self.theirTips(present))
      if try salvage.keep(outcome.missing, of: whole) {
        let arrived = outcome.arrived
        outcome = try union.unite(with: try Self.theirTips(present))
        outcome.arrived = max(arrived, outcome.arrived)
      }
      let lists = try healing.lists.settle(whole)
      let unnamed = healing.findings(ofIncomplete: outcome.incomplete)
      return UnitedVaults(
        git: program, head: head, outcome: outcome,
        healed: mended.healed.union(lists.healed).subtracting(unnamed.keys),
        damaged: mended.damaged.merging(lists.damaged) { one, _ in one }
          .merging(unnamed) { one, _ in one }.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  private static func theirTips(_ vault: Vault) throws -> [CaseID: ObjectID] {
    var tips: [CaseID: ObjectID] = [:]
    for (name, tip) in try vault.repository.references(under: VaultUnion.theirPrefix) {
      let id = CaseID(canonical: String(name.dropFirst(VaultUnion.theirPrefix.count)))
      if let id { tips[id] = tip }
    }
    return tips
  }

  private func remember(_ sent: [(CaseID, ObjectID)]) throws {
    let vault = try Vault.make(of: repository)
    for (id, tip) in sent {
      let name = VaultUnion.theirPrefix + id.description
      let known = try vault.repository.tip(of: name)
      guard known != tip else { continue }
      try vault.moveOwnReference(name, to: tip, expecting: known, "daftar: sync")
    }
  }

  /// Clears the locks that killed processes left here and in a common place that is a folder.
  func clearLeftLocks(_ remote: String, _ git: GitProgram) async throws -> String {
    let tracking = "refs/remotes/\(remote)/\(try repository.branchReferenceName)"
    let place = try await address(of: remote, git)
    try WriteLock.whileExclusive(repository) {
      try RegisterLocks.clear(in: repository, syncingWith: tracking)
    }
    RegisterLocks.clear(inPlace: place, branch: try repository.branchReference)
    return place
  }

  /// The address of the common place as git knows it; a relative path is made absolute.
  func address(of remote: String, _ git: GitProgram) async throws -> String {
    let answer = try await git.run(["remote", "get-url", "--", remote])
    let address = answer.output.split(separator: "\n").first.map(String.init) ?? remote
    let isPath = !address.contains(":")
    guard isPath, !address.hasPrefix("/") else { return address }
    return (repository.workTree ?? repository.gitDirectory) + "/" + address
  }

  /// Sends the cases that the common place lacks; false when somebody else changed one meanwhile.
  ///
  /// Each reference moves only if it is there as it was when we took it in.
  func sendVault(
    _ outgoing: [CaseID: VaultUnion.Outgoing], to remote: String, _ git: GitProgram,
    _ program: GitProgram
  ) async throws -> VaultSending {
    let address = try await address(of: remote, git)
    let all = outgoing.sorted { $0.key < $1.key }
    for start in stride(from: 0, to: all.count, by: 200) {
      let part = all[start..<min(start + 200, all.count)]
      let leases = part.map { id, out in
        "--force-with-lease=\(Vault.reference(of: id)):\(out.theirs?.hex ?? "")"
      }
      let references = part.map { id, out in "\(out.tip):\(Vault.reference(of: id))" }
      let pushed = try await program.run(
        ["push", "--porcelain"] + leases + ["--", address] + references)
      guard pushed.succeeded else { return pushed.isOvertaken ? .overtaken : .failed(pushed) }
      // Not every kind of place lets git remember what it has now.
      try remember(part.map { ($0.key, $0.value.tip) })
    }
    return .sent
  }
}

/// Two vaults that were brought together.
struct UnitedVaults {
  /// Runs git in our vault.
  let git: GitProgram
  /// The commit whose steps name what is sent; the common place must have it first.
  let head: ObjectID
  let outcome: VaultUnion.Outcome
  /// The cases of which something was damaged and came anew.
  let healed: Set<CaseID>
  /// What is damaged here and not in the common place.
  let damaged: [Diagnostic]
}

/// The common place gave no sealed entries; with git's words.
struct VaultUnreached: Error {
  let attempt: GitProgram.Result
}

/// How sending the vault ended.
enum VaultSending {
  case sent
  /// Somebody else was faster: take theirs in first.
  case overtaken
  case failed(GitProgram.Result)
}
