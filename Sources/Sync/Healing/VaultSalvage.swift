internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import FoundationEssentials
internal import GitStore
internal import Register

/// The salvage of sealed entries whose commits nothing names any more.
///
/// The file that named them is lost or damaged, or the whole list of references.
///
/// The commits are still in the store, and the steps of the history say which case an entry belongs to.
/// What was sealed last may have been sent nowhere: this store is then the only place that has it.
struct VaultSalvage {
  let vault: Vault

  /// What was read of the list is there already; this file says that the rest was not looked for.
  private var mark: String { vault.repository.gitDirectory + "/daftar/damaged/packed-refs" }

  /// Keeps what a damaged list named; the caller holds the register's lock.
  func keepUnlisted(_ digests: [CaseID: [EntryID: String]]) throws {
    guard FileManager.default.fileExists(atPath: mark) else { return }
    _ = try keep(Set(digests.values.flatMap(\.keys)), of: digests)
    try? FileManager.default.removeItem(atPath: mark + "-searched")
    try FileManager.default.moveItem(atPath: mark, toPath: mark + "-searched")
  }

  /// Keeps the commits of the store that hold one of some entries which cases name.
  ///
  /// Returns whether there were any. The caller holds the register's lock.
  func keep(
    _ wanted: Set<EntryID>, of digests: [CaseID: [EntryID: String]]
  ) throws -> Bool {
    guard !wanted.isEmpty else { return false }
    var cases: [EntryID: CaseID] = [:]
    for (id, entries) in digests {
      for entry in entries.keys where wanted.contains(entry) { cases[entry] = id }
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
    return !found.isEmpty
  }
}
