internal import CaseFormat
internal import CaseModel
internal import FoundationEssentials
internal import GitStore
internal import Register

/// Finds the sealed entries again whose commits nothing names any more, because the vault's list of
/// references was damaged.
///
/// The commits are still in the store, and the steps of the history say which case an entry belongs to.
struct VaultSalvage {
  let vault: Vault

  /// What was read of the list is there already; this file says that the rest was not looked for.
  private var mark: String { vault.repository.gitDirectory + "/daftar/damaged/packed-refs" }

  /// Keeps all commits that hold entries which a case names; the caller holds the register's lock.
  func keep(_ digests: [CaseID: [EntryID: String]]) throws {
    guard FileManager.default.fileExists(atPath: mark) else { return }
    var cases: [EntryID: CaseID] = [:]
    for (id, entries) in digests {
      for entry in entries.keys { cases[entry] = id }
    }
    var found: [(id: CaseID, commit: ObjectID, count: Int)] = []
    for commit in vault.repository.storedCommits() {
      guard let entries = try? vault.entries(in: commit),
        let id = entries.keys.lazy.compactMap({ cases[$0] }).first
      else { continue }
      found.append((id, commit, entries.count))
    }
    // The largest first: what it holds of the others is not kept twice.
    for (id, commit, _) in found.sorted(by: { $0.count > $1.count }) {
      try vault.keep(commit, of: id)
    }
    try? FileManager.default.removeItem(atPath: mark + "-searched")
    try FileManager.default.moveItem(atPath: mark, toPath: mark + "-searched")
  }
}
