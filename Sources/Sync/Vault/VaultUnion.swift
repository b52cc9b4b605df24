internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import GitStore
internal import Sealing
internal import Register

/// The union of two vaults: of every case the entries that the common history names.
///
/// Nothing is ever merged textually and no order plays a part: an entry is taken when a step names
/// it and its bytes have the digest recorded, wherever it came from: from here, from the other
/// place, or from among what was replaced here. What no step names is kept here and goes no
/// further. A deletion elsewhere is healed by whoever still has the entry.
struct VaultUnion {
  /// Where the other place's references stand in our vault.
  static let theirPrefix = "refs/remotes/common/"

  let vault: Vault
  /// The digests that the merged history wants; of a head read under the register's lock.
  let digests: [CaseID: [EntryID: String]]
  /// What the other place held when the history was fetched after it: all of that must be named.
  let judged: [CaseID: ObjectID]

  /// A case whose common commit in the other place is not yet what it should be.
  struct Outgoing {
    /// The case's commit here.
    let tip: ObjectID
    /// Its commit there; nil when there is none.
    let theirs: ObjectID?
  }

  /// What became of two vaults.
  struct Outcome {
    /// What the other place lacks.
    var outgoing: [CaseID: Outgoing] = [:]
    /// What the other place may hold for steps that have not arrived here: the history must be
    /// fetched again before anything of it is replaced.
    var ahead: [CaseID: ObjectID] = [:]
    /// Of how many cases something arrived.
    var arrived = 0
    /// The entries that the history names and that are nowhere.
    var missing: Set<EntryID> = []
    /// The cases that lack them.
    var incomplete: Set<CaseID> = []
  }

  /// Takes in what the other place has and says what it lacks; under the register's lock.
  func unite(with theirs: [CaseID: ObjectID]) throws -> Outcome {
    let ours = try vault.tips()
    let withKept = try vault.casesWithKept()
    var outcome = Outcome()
    for (id, wanted) in digests {
      let isSame = ours[id] != nil && ours[id] == theirs[id]
      var present = try ours[id].map { try vault.entries(in: $0) } ?? [:]
      if !isSame || withKept.contains(id) || !wanted.keys.allSatisfy({ present[$0] != nil }) {
        let united = try unite(id, wanted, ours[id], theirs[id], keeps: withKept.contains(id))
        present = united.entries
        if united.tip != ours[id] { outcome.arrived += 1 }
        if let there = theirs[id], united.isAhead, judged[id] != there {
          outcome.ahead[id] = there
        } else if let tip = united.tip, tip != theirs[id] {
          outcome.outgoing[id] = Outgoing(tip: tip, theirs: theirs[id])
        }
      }
      let missing = wanted.keys.filter { present[$0] == nil }
      outcome.missing.formUnion(missing)
      if !missing.isEmpty { outcome.incomplete.insert(id) }
    }
    return outcome
  }

  /// A case after both sides were brought together.
  private struct United {
    /// Its commit; nil when nothing of it is anywhere.
    var tip: ObjectID?
    /// What that holds.
    var entries: [EntryID: ObjectID]
    /// Whether the other place holds something that our history does not explain.
    var isAhead: Bool
  }

  private func unite(
    _ id: CaseID, _ wanted: [EntryID: String], _ ours: ObjectID?, _ theirs: ObjectID?, keeps: Bool
  ) throws -> United {
    let here = try ours.map { try vault.entries(in: $0) } ?? [:]
    // What is no commit there counts as nothing: our next sending replaces it.
    let there = theirs.flatMap { try? vault.entries(in: $0) } ?? [:]
    var files: [CommitRequest.Replacement] = []
    var chosen: [EntryID: ObjectID] = [:]
    for (entry, digest) in wanted.sorted(by: { $0.key < $1.key }) {
      let versions = Set([here[entry], there[entry]].compactMap(\.self)).sorted { $0.hex < $1.hex }
      guard
        let blob = try version(of: entry, of: id, with: digest, among: versions, keeps: keeps),
        let bytes = try vault.bytes(of: blob)
      else { continue }
      chosen[entry] = blob
      files.append(.init(path: entry.description, content: bytes))
    }
    let isAhead = there.contains { chosen[$0.key] != $0.value }
    guard !files.isEmpty else { return United(tip: ours, entries: here, isAhead: isAhead) }
    let commit = try vault.repository.writeCommit(Vault.request(files, on: nil))
    for (tip, held) in [(theirs, there), (ours, here)] {
      guard let tip, !Set(chosen.values).isSuperset(of: held.values) else { continue }
      try vault.keep(tip, of: id)
    }
    if commit != ours {
      try vault.moveOwnReference(
        Vault.reference(of: id), to: commit, expecting: ours, "daftar: sync")
    }
    return United(tip: commit, entries: chosen, isAhead: isAhead)
  }

  /// The version of an entry to go on with; nil when there is none at all.
  private func version(
    of entry: EntryID, of id: CaseID, with digest: String, among versions: [ObjectID], keeps: Bool
  ) throws -> ObjectID? {
    let readable = try versions.filter { try vault.bytes(of: $0) != nil }
    let whole = try readable.first { try vault.bytes(of: $0).map(SealedDigest.of) == digest }
    if let whole { return whole }
    if keeps, let kept = try vault.keptVersion(of: entry, of: id, with: digest) { return kept }
    // A version that was sealed anew since is better than none until the newer one arrives.
    return try readable.first ?? (keeps ? vault.keptVersions(of: entry, of: id).first : nil)
  }
}
