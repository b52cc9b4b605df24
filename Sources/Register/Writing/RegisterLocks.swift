internal import CaseVault
package import GitStore

/// Locks of git that stand in the way of a register, and are cleared before it is written.
package enum RegisterLocks {
  /// Clears what would keep a step from being recorded; the caller holds the register's lock.
  static func clear(in repository: Repository) throws {
    let common = repository.commonDirectory
    let places = self.places(of: repository)
    AbandonedLock.clear(
      [common + "/" + (try repository.branchReference) + ".lock"], ofThoseIn: places, waiting: true)
    // A step is recorded also while the files cannot follow: nobody waits for the index.
    clearIndex(in: repository)
  }

  /// Clears a left lock of the index; never waits.
  static func clearIndex(in repository: Repository) {
    AbandonedLock.clear(
      [repository.gitDirectory + "/index.lock"], ofThoseIn: places(of: repository), waiting: false)
  }

  /// Clears what would keep git from fetching and sending; both locks of a synchronisation are held.
  package static func clear(in repository: Repository, syncingWith tracking: String) throws {
    try clear(in: repository)
    let common = repository.commonDirectory
    let names = ["HEAD", "packed-refs", "config", "shallow", tracking]
    AbandonedLock.clear(
      names.map { "\(common)/\($0).lock" } + [repository.gitDirectory + "/HEAD.lock"],
      ofThoseIn: places(of: repository), waiting: true)
    AbandonedLock.removeOwn(below: common + "/refs/daftar")
    AbandonedLock.clearOwn(in: Vault.path(of: repository))
    // Git reads none of its references when one line of its list is damaged.
    repository.mendPackedReferences()
    // What they remember of the common place is fetched again.
    let remembered =
      LooseReference.damaged(below: common + "/refs/daftar") + [common + "/" + tracking]
    for file in remembered where LooseReference.isDamaged(file) {
      try LooseReference.putAside(file, in: common)
    }
  }

  /// Clears what is left in a common place that is a folder here: a stick, a disk of the office.
  package static func clear(inPlace address: String, branch: String) {
    guard let place = folder(at: address) else { return }
    let folder = place.commonDirectory
    let names = ["HEAD", "packed-refs", "config", "shallow", branch]
    AbandonedLock.clear(
      names.map { "\(folder)/\($0).lock" } + AbandonedLock.locks(below: folder + "/refs/daftar"),
      ofThoseIn: [folder], waiting: true, isShared: true)
  }

  /// The common place at an address, where it is a folder here; nil for any other.
  package static func folder(at address: String) -> Repository? {
    let path = address.hasPrefix("file://") ? String(address.dropFirst(7)) : address
    return path.hasPrefix("/") ? try? Repository.open(at: path) : nil
  }

  private static func places(of repository: Repository) -> [String] {
    [repository.workTree, repository.gitDirectory, repository.commonDirectory].compactMap(\.self)
  }
}
