internal import CaseFormat
package import CaseModel
internal import Diagnostics
package import GitStore
internal import Sealing

/// What was replaced or left out stays reachable, on this computer only.
///
/// `refs/daftar/kept/<case>` names a chain of commits, the newest first, each with the entries that
/// the case held then. Whoever cannot open an entry cannot tell whether another's new version still
/// holds it, and a step that names an entry may arrive after it: nothing that was here goes away.
extension Vault {
  private static let keptPrefix = "refs/daftar/kept/"
  /// What was sealed for a step that was never recorded; nobody reads it for that.
  private static let unrecordedPrefix = "refs/daftar/unrecorded/"

  /// Keeps what a commit of a case holds; nothing changes when all of it is kept already.
  ///
  /// The caller holds the register's lock.
  package func keep(_ tip: ObjectID, of id: CaseID) throws {
    try keep(tip, of: id, under: Self.keptPrefix)
  }

  /// Keeps what a step that was not recorded had sealed.
  func keepUnrecorded(_ tip: ObjectID, of id: CaseID) throws {
    try keep(tip, of: id, under: Self.unrecordedPrefix)
  }

  private func keep(_ tip: ObjectID, of id: CaseID, under prefix: String) throws {
    let name = prefix + id.description
    let earlier = try repository.tip(of: name)
    let known = try Set(
      kept(of: id, under: prefix).flatMap { commit in
        try unlessLost { try entries(in: commit) }.map { Array($0.values) } ?? []
      })
    guard try !known.isSuperset(of: entries(in: tip).values) else { return }
    var request = Self.request([], on: tip)
    request.parents = [earlier].compactMap(\.self)
    let commit = try repository.writeCommit(request)
    try moveOwnReference(name, to: commit, expecting: earlier, "daftar: kept")
  }

  /// The commits with what was replaced in a case, the newest first, as far as they can be read: what
  /// is damaged in there keeps nobody from what is not.
  package func kept(of id: CaseID) throws -> [ObjectID] { try kept(of: id, under: Self.keptPrefix) }

  private func kept(of id: CaseID, under prefix: String) throws -> [ObjectID] {
    try chain(of: id, under: prefix).commits
  }

  /// The commits of a chain down to the first that is lost, and whether there is such a one.
  private func chain(
    of id: CaseID, under prefix: String
  ) throws -> (commits: [ObjectID], isCut: Bool) {
    var found: [ObjectID] = []
    var next = try repository.tip(of: prefix + id.description)
    while let commit = next {
      guard let record = try unlessLost({ try repository.commit(commit) }) else {
        return (found, true)
      }
      found.append(commit)
      next = record.parents.first
    }
    return (found, false)
  }

  /// What is read; nil where it is lost.
  ///
  /// A disk that does not answer just now has lost nothing.
  private func unlessLost<Value>(_ read: () throws -> Value) throws -> Value? {
    do {
      return try read()
    } catch let error as GitError
      where error.lost != nil || error.kind == .notFound || error.kind == .damaged
    {
      return nil
    } catch let problem as Diagnostic where problem.rule == "vault.damaged" {
      return nil
    }
  }

  /// Makes the chains anew in which a commit lost its list, from those that are whole: git stumbles over
  /// one that is not.
  ///
  /// The caller holds the register's lock.
  package func mendKept() throws {
    for prefix in [Self.keptPrefix, Self.unrecordedPrefix] {
      for (name, tip) in try repository.references(under: prefix) {
        guard let id = CaseID(canonical: String(name.dropFirst(prefix.count))) else { continue }
        let (commits, isCut) = try chain(of: id, under: prefix)
        let whole = try commits.filter { commit in
          try unlessLost { try entries(in: commit) } != nil
        }
        guard isCut || whole.count < commits.count else { continue }
        var newest: ObjectID?
        for commit in whole.reversed() {
          var request = Self.request([], on: commit)
          request.parents = [newest].compactMap(\.self)
          newest = try repository.writeCommit(request)
        }
        guard let newest else {
          try repository.removeReference(name)
          continue
        }
        try moveOwnReference(name, to: newest, expecting: tip, "daftar: kept")
      }
    }
  }

  /// The cases of which something is kept.
  package func casesWithKept() throws -> Set<CaseID> {
    var cases: Set<CaseID> = []
    for prefix in [Self.keptPrefix, Self.unrecordedPrefix] {
      cases.formUnion(
        try repository.references(under: prefix).compactMap {
          CaseID(canonical: String($0.name.dropFirst(prefix.count)))
        })
    }
    return cases
  }

  /// Every version of an entry that is kept, the newest first, each once.
  package func keptVersions(of entry: EntryID, of id: CaseID) throws -> [ObjectID] {
    versions(of: entry, in: try kept(of: id))
  }

  private func versions(of entry: EntryID, in commits: [ObjectID]) -> [ObjectID] {
    var versions: [ObjectID] = []
    for commit in commits {
      guard let blob = try? repository.blobID(at: entry.description, in: commit),
        !versions.contains(blob)
      else { continue }
      versions.append(blob)
    }
    return versions
  }

  /// The kept version of an entry that has the digest recorded, wherever it was kept.
  package func keptVersion(of entry: EntryID, of id: CaseID, with digest: String) throws
    -> ObjectID?
  {
    let commits = try kept(of: id) + kept(of: id, under: Self.unrecordedPrefix)
    return versions(of: entry, in: commits).first {
      // One that is damaged is not it; another may be.
      (try? bytes(of: $0)).map(SealedDigest.of) == digest
    }
  }
}
