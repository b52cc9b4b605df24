package import CaseModel
internal import Diagnostics
internal import FileSystem
internal import FoundationEssentials
package import GitStore

/// The sealed entries of a register: a bare repository of its own beside the common history.
///
/// `refs/daftar/vault/<case>` names a commit without parents whose tree holds the case's entries.
/// Author, date and message are fixed, so that equal content has an equal name everywhere. What is
/// dropped here leaves no trace in the common history, which only holds commitments.
package struct Vault {
  /// Where the references of the cases stand.
  package static let prefix = "refs/daftar/vault/"

  /// The repository that holds it.
  package let repository: Repository

  /// Takes the vault's own repository.
  package init(repository: Repository) { self.repository = repository }

  /// The vault's folder, also where there is none yet.
  package static func path(of register: Repository) -> String {
    WriteLock.folder(of: register) + "/vault.git"
  }

  /// Opens the vault of a register; nil before anything was sealed here.
  package static func open(of register: Repository) throws -> Vault? {
    let path = path(of: register)
    guard try VaultFrame.isThere(at: path) else { return nil }
    try VaultFrame.mend(at: path)
    return Vault(repository: try Repository.open(at: path))
  }

  /// Opens the vault, and makes it on first use, readable by its owner only.
  package static func make(of register: Repository) throws -> Vault {
    if let vault = try open(of: register) { return vault }
    // Made aside: a command that is killed in between leaves no half vault.
    let (path, draft) = (path(of: register), path(of: register) + ".new")
    if FileManager.default.fileExists(atPath: draft) {
      try FileManager.default.removeItem(atPath: draft)
    }
    try FileManager.default.createDirectory(
      atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let made = try Repository.create(at: draft, bare: true)
    // What is sealed resembles nothing and gets no smaller: git need not try.
    try made.setConfiguration("core.compression", to: "0")
    try made.setConfiguration("pack.window", to: "0")
    try made.syncWrites()
    try FileManager.default.moveItem(atPath: draft, toPath: path)
    return Vault(repository: try Repository.open(at: path))
  }

  /// What to do about something that is missing while a synchronisation of this copy runs, which brings
  /// the sealed part of a step after the step; nil while none runs.
  package var waiting: String? {
    let folder = repository.gitDirectory.dropLast("/vault.git".count)
    guard FileLock.isHeld(folder + "/" + WriteLock.ofSynchronisation) else { return nil }
    return "a synchronisation is running in this copy and may bring it: try again when it is done"
  }

  package static func reference(of id: CaseID) -> String { prefix + id.description }

  /// The commit of every case that has entries.
  package func tips() throws -> [CaseID: ObjectID] {
    var tips: [CaseID: ObjectID] = [:]
    for (name, tip) in try repository.references(under: Self.prefix) {
      if let id = CaseID(canonical: String(name.dropFirst(Self.prefix.count))) { tips[id] = tip }
    }
    return tips
  }

  /// The commit of one case; nil when it has no entries.
  ///
  /// Throws `Diagnostic` when the file that names it is damaged: that is not the same as none.
  package func tip(of id: CaseID) throws -> ObjectID? {
    let name = Self.reference(of: id)
    let file = repository.gitDirectory + "/" + name
    guard !LooseReference.isDamaged(file) else {
      throw Diagnostic(
        rule: "vault.damaged", at: SourceLocation(path: file),
        message: "the file that names the sealed entries of \(id) is damaged",
        hint: "run `daftar sync`: it takes them from the common place")
    }
    return try repository.tip(of: name)
  }

  /// The entries in a case's commit and their blobs.
  package func entries(in commit: ObjectID) throws -> [EntryID: ObjectID] {
    var entries: [EntryID: ObjectID] = [:]
    let all = try named("the list of a case's sealed entries") {
      try repository.entries(under: "", in: commit)
    }
    for entry in all where entry.kind.isRegularFile {
      if let id = EntryID(entry.path) { entries[id] = entry.id }
    }
    return entries
  }

  /// The largest sealed file that is read: a case's text, padded and sealed, is far smaller.
  private static let maximumSize = 16 << 20

  /// The bytes of a sealed entry; nil when it is not here.
  ///
  /// Nothing too large comes into a case's commit: what arrives from elsewhere is measured before.
  package func bytes(of entry: EntryID, in commit: ObjectID) throws -> [UInt8]? {
    try named("the sealed entry \(entry)") {
      try repository.blob(at: entry.description, in: commit)
    }
  }

  /// Runs a read of the vault; an object that is damaged or missing becomes a finding with a remedy.
  private func named<Result>(_ entry: String, _ read: () throws -> Result) throws -> Result {
    do {
      return try read()
    } catch let error as GitError {
      guard let lost = error.lost else { throw error }
      throw Diagnostic(
        rule: "vault.damaged", at: SourceLocation(path: lost.file),
        message: "\(entry) cannot be read: the object \(lost.id) of git is "
          + "damaged or missing",
        hint: RepositoryDamage.remedy(lost))
    }
  }

  /// The bytes of a sealed file; nil when it is larger than any that we make.
  ///
  /// Throws `Diagnostic` for one that is damaged: that another copy has it whole is no reason to
  /// take it for absent here.
  package func bytes(of blob: ObjectID) throws -> [UInt8]? {
    if let size = repository.size(of: blob), size > Self.maximumSize { return nil }
    return try named("a sealed entry") { try repository.blob(blob) }
  }

  /// Adds entries, or replaces those sealed anew; on the disk before it returns.
  ///
  /// Called before the common history names them: a command that is killed in between leaves
  /// entries that no event names, never an event without its entry.
  ///
  /// The caller holds the register's lock: locks of git in the vault were left by a process that is gone.
  package func store(_ files: [CaseID: [CommitRequest.Replacement]]) throws {
    try name(try write(files))
  }

  /// A case's entries as they will be: stored, and not yet named by the case's reference.
  package struct Move: Sendable {
    /// The case.
    package let id: CaseID
    let from: ObjectID?
    let to: ObjectID
  }

  /// So many cases are stored one by one; more of them in a pack.
  private static let few = 20

  /// Stores entries that nothing names before ``name(_:)``: whatever stops in between leaves no trace
  /// that anybody finds.
  package func write(_ files: [CaseID: [CommitRequest.Replacement]]) throws -> [Move] {
    AbandonedLock.clearOwn(in: repository.gitDirectory)
    let cases = files.sorted { $0.key < $1.key }
    let known = try cases.map { try tip(of: $0.key) }
    let requests = zip(cases, known).map { Self.request($0.value, on: $1) }
    let commits =
      cases.count > Self.few
      ? try repository.writeSealedCommits(requests)
      : try requests.map { try repository.writeCommit($0) }
    return zip(cases.map(\.key), zip(known, commits)).filter { $0.1.0 != $0.1.1 }
      .map { Move(id: $0.0, from: $0.1.0, to: $0.1.1) }
  }

  /// Lets the references of cases name what was stored.
  package func name(_ moves: [Move]) throws {
    guard moves.count > Self.few else { return try move(moves) }
    // Thousands of small files are slow to flush one by one.
    try repository.syncWrites()
    try move(moves, isAwaited: false)
    try repository.packReferences()
    try repository.syncWrites()
  }

  private func move(_ moves: [Move], isAwaited: Bool = true) throws {
    for move in moves {
      try moveOwnReference(
        Self.reference(of: move.id), to: move.to, expecting: move.from, "daftar",
        isAwaited: isAwaited)
    }
  }

  /// Moves a reference that only this program writes; under the lock that its writers hold.
  ///
  /// A lock file of it was left by a process that is gone, and stands in nobody's way.
  package func moveOwnReference(
    _ name: String, to target: ObjectID, expecting expected: ObjectID?, _ message: String,
    isAwaited: Bool = true
  ) throws {
    AbandonedLock.removeOwn(repository.gitDirectory + "/" + name + ".lock")
    try repository.moveReference(
      name, to: target, expecting: expected, reflogMessage: message, isAwaited: isAwaited)
  }

  /// A commit that says nothing but its entries.
  package static func request(
    _ files: [CommitRequest.Replacement], on basis: ObjectID?
  ) -> CommitRequest {
    let nobody = Signature(
      name: "daftar", email: "vault@daftar.invalid", seconds: 0, offsetMinutes: 0)
    var request = CommitRequest(
      parents: [], replacing: files, author: nobody, committer: nobody, message: "vault\n")
    request.basis = basis
    return request
  }
}
