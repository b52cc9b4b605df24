internal import CaseFormat
internal import CaseModel
internal import GitStore

/// The sealed entries that the cases of a commit name, with the digest of each.
///
/// A file that cannot be read is left to `check`.
struct NamedEntries {
  private(set) var digests: [CaseID: [EntryID: String]] = [:]
  private var commit: ObjectID

  /// Reads the head of a register.
  init(in register: Register) throws {
    commit = try register.head()
    try read(register.repository.entries(under: "cases", in: commit), in: register)
  }

  /// Reads what a later head changed.
  mutating func follow(to head: ObjectID, in register: Register) throws {
    guard head != commit else { return }
    let changes = try register.repository.changedPaths(from: commit, to: head, under: "cases")
    for change in changes {
      if let id = CasePath.id(of: change.path) { digests[id] = nil }
    }
    try read(changes.compactMap(\.new), in: register)
    commit = head
  }

  private mutating func read(_ entries: [TreeEntry], in register: Register) throws {
    let mark = Array(",\"seal\":\"".utf8)
    try register.repository.forEachBlob(of: entries) { entry, span in
      guard let id = CasePath.id(of: entry.path), span.count <= CaseFileLayout.maximumSize else {
        return
      }
      let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
      guard bytes[...].lastIndex(ofSequence: mark) != nil,
        let document = try? register.reader.document(bytes, entry.path)
      else { return }
      digests[id] = document.history.digests
    }
  }
}
