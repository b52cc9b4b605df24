internal import CaseModel
internal import FoundationEssentials
package import GitStore

/// Vaults that version 0.1.0 made for single work trees, which would go away with them.
extension Vault {
  /// Brings what lies in the vaults of single work trees into the one that all share.
  ///
  /// Entries come to what is kept, where every reader finds them and from where the next
  /// synchronisation puts them in their place. The emptied vault stays beside under another name.
  package static func bringHome(in register: Repository) throws {
    let folder = register.commonDirectory + "/worktrees"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let paths = names.sorted().map { "\(folder)/\($0)/daftar/vault.git" }
      .filter { FileManager.default.fileExists(atPath: $0 + "/HEAD") }
    guard !paths.isEmpty, FileManager.default.isWritableFile(atPath: register.commonDirectory)
    else { return }
    try WriteLock.whileExclusive(register) {
      for path in paths {
        try make(of: register).take(from: Vault(repository: try Repository.open(at: path)))
        try FileManager.default.moveItem(atPath: path, toPath: path + ".moved")
      }
    }
  }

  private func take(from other: Vault) throws {
    var files: [CaseID: [CommitRequest.Replacement]] = [:]
    for (id, tip) in try other.tips() {
      let commits = [tip] + (try other.kept(of: id))
      for commit in commits.reversed() {
        let entries = try other.entries(in: commit)
        let copies = try entries.sorted { $0.key < $1.key }.compactMap { entry, blob in
          try other.bytes(of: blob).map {
            CommitRequest.Replacement(path: entry.description, content: $0)
          }
        }
        try keep(try repository.writeCommit(Self.request(copies, on: nil)), of: id)
        files[id] = copies
      }
    }
    // Where nothing of a case is here yet, it is as it was there.
    let known = try tips()
    try store(files.filter { known[$0.key] == nil })
  }
}
