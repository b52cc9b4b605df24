package import CaseModel
internal import FoundationEssentials
package import GitStore
internal import Glibc
internal import FileSystem

/// A note in `.git/daftar/vault-pending` of what the vault held before a commit that may never come.
///
/// Entries are stored before the branch moves. Sealing anew replaces entries that the common history
/// still names until then; a command that is stopped in between must not have shut anybody out, so
/// the next one puts them back.
package struct VaultPromise {
  /// The commit that names the new entries.
  package let commit: ObjectID
  /// The commit of each case in the vault before; nil when it had none.
  package let tips: [CaseID: ObjectID?]

  /// Notes what the vault holds before a commit.
  package init(commit: ObjectID, tips: [CaseID: ObjectID?]) {
    self.commit = commit
    self.tips = tips
  }

  private static func file(_ repository: Repository) -> String {
    WriteLock.folder(of: repository) + "/vault-pending"
  }

  /// Writes the note, safely on disk before anything in the vault changes: with its first reference.
  package func write(in repository: Repository) throws {
    let lines = tips.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value?.hex ?? "none")" }
    let text = ([commit.hex] + lines).joined(separator: "\n") + "\n"
    try WholeFile.write(
      Array(text.utf8), to: Self.file(repository), for: .owner,
      safe: .withNextReference)
  }

  /// Removes the note: the branch has moved, or the vault is as it was.
  package static func remove(in repository: Repository) { _ = unsafe unlink(file(repository)) }

  /// Settles a note that a stopped command left, where this person may write here.
  package static func finish(in repository: Repository) throws {
    guard FileStatus.exists(file(repository)),
      FileStatus.isWritable(WriteLock.folder(of: repository))
    else { return }
    try WriteLock.whileExclusive(repository) { try settle(in: repository) }
  }

  /// Puts the vault back where a command was stopped before its branch moved; under the lock.
  package static func settle(in repository: Repository) throws {
    guard let promise = read(in: repository) else { return }
    let isKept =
      try repository.exists(promise.commit)
      // The command may have worked in another work tree, on another branch.
      && repository.references(under: "refs/heads/").contains {
        try repository.isAncestor(promise.commit, of: $0.tip)
      }
    if !isKept { try promise.takeBack(in: repository) }
    remove(in: repository)
  }

  /// Brings the cases of the vault back to what they were.
  package func takeBack(in repository: Repository) throws {
    guard let vault = try Vault.open(of: repository) else { return }
    for (id, tip) in tips {
      // What was new stays: an entry that no step names does no harm.
      guard let tip, let present = try vault.tip(of: id), present != tip else { continue }
      try vault.keepUnrecorded(present, of: id)
      try vault.moveOwnReference(
        Vault.reference(of: id), to: tip, expecting: present, "daftar: back")
    }
  }

  private static func read(in repository: Repository) -> VaultPromise? {
    guard let data = FileManager.default.contents(atPath: file(repository)) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    guard let first = lines.first, let commit = ObjectID(hex: first) else { return nil }
    var tips: [CaseID: ObjectID?] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 2, let id = CaseID(canonical: parts[0]) else { continue }
      tips[id] = .some(ObjectID(hex: parts[1]))
    }
    return VaultPromise(commit: commit, tips: tips)
  }
}
