internal import CaseVault
internal import CaseFormat
package import CaseModel
package import GitStore
internal import Text

/// The sealed entries that the cases of a commit name, with the digest of each.
///
/// A file that cannot be read is left to `check`.
package struct NamedEntries {
  package private(set) var digests: [CaseID: [EntryID: String]] = [:]
  private var commit: ObjectID

  /// Reads the head of a register.
  package init(in register: Register) throws {
    commit = try register.head()
    try read(register.repository.entries(under: "cases", in: commit), in: register)
  }

  /// Reads what a later head changed.
  package mutating func follow(to head: ObjectID, in register: Register) throws {
    guard head != commit else { return }
    let changes = try register.repository.changedPaths(from: commit, to: head, under: "cases")
    for change in changes {
      if let id = CasePath.id(of: change.path) { digests[id] = nil }
    }
    try read(changes.compactMap(\.new), in: register)
    commit = head
  }

  private mutating func read(_ entries: [TreeEntry], in register: Register) throws {
    let reader = register.reader
    let mark = BytePattern(",\"seal\":\"")
    let found: GatheredList<(id: CaseID, digests: [EntryID: String]?)> =
      try CaseScan(entries, in: register.repository).gathering { entry, span, found in
        guard span.count <= CaseFileLayout.maximumSize, span.holds(mark),
          let id = CasePath.id(of: entry.path)
        else { return }
        let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
        found.items.append((id, (try? reader.document(bytes, entry.path))?.history.digests))
      }
    for (id, named) in found.items { digests[id] = named }
  }
}
