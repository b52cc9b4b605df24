internal import CaseVault
internal import CaseModel
internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Register

/// The healing, from the common place, of what the vault has lost although its references name it.
///
/// Git asks only whether a reference is the same, and would never fetch such an object again. What is
/// damaged inside a pack is named and stays: the pack may hold what nobody else has.
struct VaultHealing {
  let vault: Vault
  /// What could not be read before, by case.
  private(set) var lost: [CaseID: [GitError.LostObject]] = [:]
  /// The cases whose reference was damaged.
  private var unnamed: Set<CaseID> = []
  /// The cases whose list is lost.
  private(set) var lists: LostLists
  /// The cases whose commit was made anew.
  private var remade: Set<CaseID> = []

  private var gitDirectory: String { vault.repository.gitDirectory }

  /// Looks at every object of every case, and puts aside what is damaged; the caller holds the lock.
  init(_ vault: Vault) throws {
    self.vault = vault
    lists = LostLists(of: vault)
    vault.repository.mendPackedReferences()
    for folder in ["refs/daftar", "refs/remotes"] {
      for file in LooseReference.damaged(below: gitDirectory + "/" + folder) {
        let name = String(file.split(separator: "/").last ?? "")
        if let id = CaseID(canonical: name) { unnamed.insert(id) }
        try LooseReference.putAside(file, in: gitDirectory)
      }
    }
    try mendTips()
    for (id, tip) in try vault.tips() {
      let found = vault.lostObjects(of: tip)
      guard !found.isEmpty else { continue }
      lost[id] = found
      for object in found where !object.isPacked { try object.putAside() }
    }
    if !lost.isEmpty || !lists.tips.isEmpty { try vault.mendKept() }
  }

  /// Makes lost commits anew from the folders that they held, and takes out what names nothing: git
  /// fetches nothing into a repository with such a reference.
  private mutating func mendTips() throws {
    let repository = vault.repository
    let nobody = Vault.request([], on: nil)
    var known: Set<ObjectID> = []
    for (name, tip) in try repository.references(under: "refs/") where !known.contains(tip) {
      guard !repository.canRead(commit: tip) else {
        known.insert(tip)
        continue
      }
      let id = CaseID(canonical: String(name.split(separator: "/").last ?? ""))
      guard !repository.remake(tip, like: nobody) else {
        if let id { remade.insert(id) }
        continue
      }
      try lists.takeOut(name, tip)
    }
  }

  /// Fetches the cases that lost something, as far as the common place has them.
  func fetch(
    _ theirs: [CaseID: ObjectID], from address: String, with program: GitProgram
  ) async throws {
    let cases = lost.filter { theirs[$0.key] != nil && !$0.value.contains(where: \.isPacked) }
      .keys.sorted()
    for start in stride(from: 0, to: cases.count, by: 200) {
      let references = cases[start..<min(start + 200, cases.count)].map {
        "+\(Vault.reference(of: $0)):\(VaultUnion.theirPrefix)\($0)"
      }
      _ = try await program.run(
        [
          "fetch", "--quiet", "--refetch", "--no-tags", "--no-recurse-submodules",
          "--no-write-fetch-head", "--", address,
        ] + references)
    }
  }

  /// What became of it.
  struct Outcome {
    /// The cases that are whole again.
    var healed: Set<CaseID> = []
    /// What is still damaged of others, and stays as it is.
    var damaged: [CaseID: Diagnostic] = [:]
  }

  /// Looks at what the fetch brought, and puts back what it did not.
  mutating func outcome() throws -> Outcome {
    // Opened anew: what git wrote meanwhile is seen.
    let present = Vault(repository: try Repository.open(at: gitDirectory))
    var outcome = Outcome(healed: remade)
    outcome.healed.formUnion(unnamed)
    for (id, objects) in lost {
      let still = try present.tip(of: id).map { present.lostObjects(of: $0) } ?? []
      guard let first = still.first else {
        outcome.healed.insert(id)
        continue
      }
      outcome.healed.remove(id)
      if let tip = try present.tip(of: id), !present.hasList(tip) {
        try lists.takeOut(Vault.reference(of: id), tip, without: still)
        continue
      }
      // What did not come anew stays where it was, as far as it is left.
      for object in objects
      where !object.isPacked && still.contains(where: { $0.id == object.id }) {
        try object.putBack()
      }
      outcome.damaged[id] = Self.finding(id, first)
    }
    return outcome
  }

  /// What to say of the cases whose name was damaged, and which still lack something after everything
  /// was looked through.
  func findings(ofIncomplete cases: Set<CaseID>) -> [CaseID: Diagnostic] {
    let found = unnamed.intersection(cases).map { id in
      let finding = Diagnostic(
        .warning, rule: "vault.damaged",
        at: SourceLocation(path: gitDirectory + "/" + Vault.reference(of: id)),
        message: "the name of the sealed parts of \(id) was damaged here, and the common place "
          + "did not give them",
        hint: "run `daftar sync` on the other computers, then here again")
      return (id, finding)
    }
    return Dictionary(uniqueKeysWithValues: found)
  }

  private static func finding(_ id: CaseID, _ object: GitError.LostObject) -> Diagnostic {
    Diagnostic(
      .warning, rule: "vault.damaged", at: SourceLocation(path: object.file),
      message: "sealed parts of \(id) are damaged here, "
        + (object.isPacked ? "inside a pack" : "and the common place did not give them"),
      hint: object.isPacked
        ? RepositoryDamage.remedy(object)
        : "run `daftar sync` on the other computers, then here again; otherwise take the file from "
          + "a backup")
  }
}

extension GitError.LostObject {
  /// Whether its file holds other objects too.
  var isPacked: Bool { file.hasSuffix(".pack") || file.hasSuffix(".idx") }
}

extension Vault {
  /// The commit of a case in the common place, as it was fetched last.
  func theirTip(of id: CaseID) throws -> ObjectID? {
    try repository.tip(of: VaultUnion.theirPrefix + id.description)
  }

  /// Whether the list of a case's commit can be read.
  func hasList(_ tip: ObjectID) -> Bool {
    (try? repository.requireRootFolder(of: tip)) != nil
  }

  /// The objects of a case's commit that cannot be read.
  func lostObjects(of tip: ObjectID) -> [GitError.LostObject] {
    do {
      try repository.requireRootFolder(of: tip)
      var lost: [GitError.LostObject] = []
      for entry in try repository.entries(under: "", in: tip) where entry.kind.isBlob {
        do {
          try repository.withBlob(entry.id) { _ in }
        } catch let error as GitError {
          if let object = error.lost { lost.append(object) }
        }
      }
      return lost
    } catch {
      return ((error as? GitError)?.lost).map { [$0] } ?? []
    }
  }
}
