internal import CaseFormat
internal import CaseModel
internal import GitStore
internal import Sealing

/// What was replaced or left out stays reachable, on this computer only.
///
/// `refs/daftar/kept/<case>` names a chain of commits, the newest first, each with the entries that
/// the case held then. Whoever cannot open an entry cannot tell whether another's new version still
/// holds it, and a step that names an entry may arrive after it: nothing that was here goes away.
extension Vault {
  private static let keptPrefix = "refs/daftar/kept/"

  private static func keptReference(of id: CaseID) -> String { keptPrefix + id.description }

  /// Keeps what a commit of a case holds; nothing changes when all of it is kept already.
  ///
  /// The caller holds the register's lock.
  func keep(_ tip: ObjectID, of id: CaseID) throws {
    let name = Self.keptReference(of: id)
    let earlier = try repository.tip(of: name)
    let known = try Set(kept(of: id).flatMap { try entries(in: $0).values })
    guard try !known.isSuperset(of: entries(in: tip).values) else { return }
    var request = Self.request([], on: tip)
    request.parents = [earlier].compactMap(\.self)
    let commit = try repository.writeCommit(request)
    try moveOwnReference(name, to: commit, expecting: earlier, "daftar: kept")
  }

  /// The commits with what was replaced in a case, the newest first.
  func kept(of id: CaseID) throws -> [ObjectID] {
    var found: [ObjectID] = []
    var next = try repository.tip(of: Self.keptReference(of: id))
    while let commit = next {
      found.append(commit)
      next = try repository.commit(commit).parents.first
    }
    return found
  }

  /// The cases of which something is kept.
  func casesWithKept() throws -> Set<CaseID> {
    Set(
      try repository.references(under: Self.keptPrefix).compactMap {
        CaseID(canonical: String($0.name.dropFirst(Self.keptPrefix.count)))
      })
  }

  /// Every version of an entry that is kept, the newest first, each once.
  func keptVersions(of entry: EntryID, of id: CaseID) throws -> [ObjectID] {
    var versions: [ObjectID] = []
    for commit in try kept(of: id) {
      guard let blob = try repository.blobID(at: entry.description, in: commit),
        !versions.contains(blob)
      else { continue }
      versions.append(blob)
    }
    return versions
  }

  /// The kept version of an entry that has the digest recorded.
  func keptVersion(of entry: EntryID, of id: CaseID, with digest: String) throws -> ObjectID? {
    try keptVersions(of: entry, of: id).first {
      try bytes(of: $0).map(SealedDigest.of) == digest
    }
  }
}
