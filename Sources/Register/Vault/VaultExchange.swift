internal import CaseModel
internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Sealing

/// Brings two vaults together: of every case the entries that the common history names.
///
/// Nothing is ever merged textually and no order plays a part: an entry is kept when a step names
/// it and its bytes have the digest recorded, wherever it came from. A deletion elsewhere is healed
/// by whoever still has the entry.
struct VaultExchange {
  /// Where the other place's references stand in our vault.
  static let theirPrefix = "refs/remotes/common/"

  let vault: Vault
  /// The digests that the merged history wants.
  let digests: [CaseID: [EntryID: String]]

  /// The cases whose common commit in the other place is not yet what it should be.
  struct Outgoing {
    /// The case's commit here.
    let tip: ObjectID
    /// Its commit there; nil when there is none.
    let theirs: ObjectID?
  }

  /// What became of two vaults.
  struct Union {
    /// What the other place lacks.
    var outgoing: [CaseID: Outgoing] = [:]
    /// Of how many cases something arrived.
    var arrived = 0
    /// Of how many cases an entry that the history names is in neither.
    var missing = 0
  }

  /// Takes in what the other place has and says what it lacks.
  ///
  /// Also counts the cases of which something arrived, and those of which an entry is nowhere.
  func unite(with theirs: [CaseID: ObjectID]) throws -> Union {
    let ours = try vault.tips()
    var union = Union()
    for (id, wanted) in digests where ours[id] != theirs[id] || ours[id] == nil {
      let tip = try united(id, wanted, ours[id], theirs[id])
      if tip != ours[id] { union.arrived += 1 }
      if let tip, tip != theirs[id] {
        union.outgoing[id] = Outgoing(tip: tip, theirs: theirs[id])
      }
    }
    let tips = try vault.tips()
    union.missing = try digests.count { id, wanted in
      let present = try tips[id].map { try vault.entries(in: $0) } ?? [:]
      return wanted.keys.contains { present[$0] == nil }
    }
    return union
  }

  /// The commit with every wanted entry that either side has; nil when there is none at all.
  private func united(
    _ id: CaseID, _ wanted: [EntryID: String], _ ours: ObjectID?, _ theirs: ObjectID?
  ) throws -> ObjectID? {
    let here = try ours.map { try vault.entries(in: $0) } ?? [:]
    // What is no commit there counts as nothing: our next sending replaces it.
    let there = theirs.flatMap { try? vault.entries(in: $0) } ?? [:]
    var files: [CommitRequest.Replacement] = []
    for (entry, digest) in wanted.sorted(by: { $0.key < $1.key }) {
      let versions = try Set([here[entry], there[entry]].compactMap(\.self))
        .sorted { $0.hex < $1.hex }.compactMap { try vault.bytes(of: $0) }
      // A version that was sealed anew since is better than none until the newer one arrives.
      let chosen = versions.first { SealedDigest.of($0) == digest } ?? versions.first
      if let chosen { files.append(.init(path: entry.description, content: chosen)) }
    }
    guard !files.isEmpty else { return ours }
    let commit = try vault.repository.writeCommit(Vault.request(files, on: nil))
    guard commit != ours else { return commit }
    if let ours, try !Set(vault.entries(in: commit).values).isSuperset(of: here.values) {
      try vault.keep(ours, of: id)
    }
    try vault.repository.moveReference(
      Vault.reference(of: id), to: commit, expecting: ours, reflogMessage: "daftar: sync")
    return commit
  }
}

extension Register {
  /// The number of cases whose sealed entries wait to be sent.
  func countSealedWaiting() throws -> Int {
    guard let vault = try Vault.open(of: repository) else { return 0 }
    let theirs = try Self.theirTips(vault)
    return try vault.tips().count { theirs[$0.key] != $0.value }
  }

  /// Takes the vault of the common place in; returns what is to be sent there.
  ///
  /// Throws ``VaultUnreached`` when the place cannot be reached any more.
  func uniteVaults(
    with remote: String, _ git: GitProgram
  ) async throws -> (git: GitProgram, union: VaultExchange.Union) {
    let digests = try sealedDigests(in: try head())
    let known = try Vault.open(of: repository)
    guard !digests.isEmpty || known != nil else { return (git, VaultExchange.Union()) }
    let vault = try WriteLock.whileExclusive(repository) { try Vault.make(of: repository) }
    let program = GitProgram(
      gitDirectory: vault.repository.gitDirectory,
      configuration: repository.gitDirectory + "/config")
    let address = try await address(of: remote, git)
    let fetched = try await program.run([
      "fetch", "--quiet", "--no-tags", "--prune", "--no-recurse-submodules",
      "--no-write-fetch-head", "--",
      address, "+\(Vault.prefix)*:\(VaultExchange.theirPrefix)*",
    ])
    guard fetched.succeeded else { throw VaultUnreached(attempt: fetched) }
    let union = try WriteLock.whileExclusive(repository) {
      try VaultPromise.settle(in: repository)
      let exchange = VaultExchange(vault: try Vault.make(of: repository), digests: digests)
      return try exchange.unite(with: try Self.theirTips(exchange.vault))
    }
    return (program, union)
  }

  private static func theirTips(_ vault: Vault) throws -> [CaseID: ObjectID] {
    var tips: [CaseID: ObjectID] = [:]
    for (name, tip) in try vault.repository.references(under: VaultExchange.theirPrefix) {
      let id = CaseID(canonical: String(name.dropFirst(VaultExchange.theirPrefix.count)))
      if let id { tips[id] = tip }
    }
    return tips
  }

  private func remember(_ sent: [(CaseID, ObjectID)]) throws {
    let vault = try Vault.make(of: repository)
    for (id, tip) in sent {
      let name = VaultExchange.theirPrefix + id.description
      let known = try vault.repository.tip(of: name)
      guard known != tip else { continue }
      try vault.repository.moveReference(
        name, to: tip, expecting: known, reflogMessage: "daftar: sync")
    }
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
    _ outgoing: [CaseID: VaultExchange.Outgoing], to remote: String, _ git: GitProgram,
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
