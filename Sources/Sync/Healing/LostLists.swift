internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Register
internal import Sealing
internal import FileSystem

/// The cases whose list of sealed entries is lost here: their commit, or the folder that it held.
///
/// A reference to such a commit keeps git from fetching anything. Without it the common place's list
/// counts, and the entries that are still in the store are found by the digests that steps record.
struct LostLists {
  let vault: Vault
  /// What named the lists.
  private(set) var tips: [CaseID: ObjectID] = [:]
  /// What could not be read of them and lies aside; nothing is built on it any more.
  private var lost: [GitError.LostObject] = []

  /// Begins with those that a synchronisation took out which was stopped.
  init(of vault: Vault) {
    self.vault = vault
    let folder = gitDirectory + "/daftar/damaged"
    for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let id = CaseID(canonical: String(file.suffix(14))), let place = try? note(of: id),
        place.hasSuffix("/" + file), let text = LooseReference.text(of: place),
        let tip = ObjectID(hex: String(text.prefix(40)))
      else { continue }
      tips[id] = tip
    }
  }

  /// Where it is noted what named the list of a case.
  private func note(of id: CaseID) throws -> String {
    try LooseReference.placeAside(
      of: gitDirectory + "/" + Vault.reference(of: id), in: gitDirectory)
  }

  private var gitDirectory: String { vault.repository.gitDirectory }

  private func aside(_ tip: ObjectID) -> String {
    GitError.LostObject.aside(of: tip, in: gitDirectory)
  }

  /// Takes a reference out, and puts the damaged file of its commit aside.
  mutating func takeOut(
    _ name: String, _ tip: ObjectID, without objects: [GitError.LostObject] = []
  ) throws {
    lost += objects
    if !name.hasPrefix(VaultUnion.theirPrefix) {
      let place = try LooseReference.placeAside(of: gitDirectory + "/" + name, in: gitDirectory)
      try WholeFile.write(Array("\(tip)\n".utf8), to: place)
    }
    try SmallFile.move(vault.repository.looseFile(tip), to: aside(tip))
    try vault.repository.removeReference(name)
    guard let id = CaseID(canonical: String(name.split(separator: "/").last ?? "")),
      name == Vault.reference(of: id)
    else { return }
    tips[id] = tip
  }

  /// Keeps what is still in the store of the entries that these cases name.
  func keepEntries(_ digests: [CaseID: [EntryID: String]]) throws {
    vault.repository.forgetDamage(of: Set(lost.map(\.id)))
    var wanted: [String: (id: CaseID, entry: EntryID)] = [:]
    for id in tips.keys {
      for (entry, digest) in digests[id] ?? [:] { wanted[digest] = (id, entry) }
    }
    guard !wanted.isEmpty else { return }
    for damaged in vault.repository.damagedFiles() {
      try SmallFile.move(damaged.file, to: aside(damaged.id))
    }
    var found: [CaseID: [CommitRequest.Replacement]] = [:]
    for blob in vault.repository.storedBlobs() {
      guard let bytes = try? vault.bytes(of: blob), let known = wanted[SealedDigest.of(bytes)]
      else { continue }
      found[known.id, default: []].append(.init(path: known.entry.description, content: bytes))
    }
    for (id, files) in found {
      try vault.keep(try vault.repository.writeCommit(Vault.request(files, on: nil)), of: id)
    }
  }

  /// Says what became of the cases; where nobody has anything of one, its reference is put back:
  /// that it has sealed entries must not be forgotten.
  func settle(
    _ digests: [CaseID: [EntryID: String]]
  ) throws -> (healed: Set<CaseID>, damaged: [CaseID: Diagnostic]) {
    var healed: Set<CaseID> = []
    var damaged: [CaseID: Diagnostic] = [:]
    for (id, tip) in tips {
      defer { _ = try? FileManager.default.removeItem(atPath: note(of: id)) }
      let present = try vault.repository.tip(of: Vault.reference(of: id))
      if let present {
        let entries = try vault.entries(in: present)
        if (digests[id] ?? [:]).keys.allSatisfy({ entries[$0] != nil }) {
          healed.insert(id)
          continue
        }
      } else {
        try putBack(id, tip)
      }
      damaged[id] = finding(id, tip, isReplaced: present != nil)
    }
    return (healed, damaged)
  }

  /// Puts all references back that nothing has replaced: the synchronisation goes no further, and until
  /// the next one they say what is damaged.
  func restore() throws {
    for (id, tip) in tips where try vault.repository.tip(of: Vault.reference(of: id)) == nil {
      try putBack(id, tip)
      try? FileManager.default.removeItem(atPath: note(of: id))
    }
  }

  private func putBack(_ id: CaseID, _ tip: ObjectID) throws {
    try FileManager.default.createDirectory(
      atPath: gitDirectory + "/" + Vault.prefix, withIntermediateDirectories: true)
    try WholeFile.write(
      Array("\(tip)\n".utf8), to: gitDirectory + "/" + Vault.reference(of: id))
    let files = lost.filter { !$0.isPacked }.map { ($0.id, $0.file) }
    for (object, file) in files + [(tip, vault.repository.looseFile(tip))]
    where !FileManager.default.fileExists(atPath: file) {
      try SmallFile.move(aside(object), to: file)
    }
  }

  private func finding(_ id: CaseID, _ tip: ObjectID, isReplaced: Bool) -> Diagnostic {
    Diagnostic(
      .warning, rule: "vault.damaged",
      at: SourceLocation(path: vault.repository.looseFile(tip)),
      message: "the list of the sealed parts of \(id) is damaged or missing here; "
        + (isReplaced
          ? "what the common place has of them, and what is still here, was taken"
          : "the common place did not give it"),
      hint: isReplaced
        ? "what was sealed here and sent nowhere is only in a backup: take the file from there"
        : "run `daftar sync` on the other computers, then here again; otherwise take the file from "
          + "a backup")
  }
}
