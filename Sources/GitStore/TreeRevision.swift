internal import CGit2

/// A new tree made from an old one by replacing files; each folder is written once.
struct TreeRevision<Writer: ObjectWriter & ~Copyable>: ~Copyable {
  /// One file of the request, with the path taken apart and the blob already written.
  struct Change {
    let path: String
    let names: [ArraySlice<UInt8>]
    /// The new blob; nil removes the file.
    let blob: ObjectID?
    /// The mode as another commit has it; nil for a file that keeps its own.
    let mode: UInt32?
  }

  let repository: Repository
  var writer: Writer

  /// Returns the name of the new folder; nil when nothing is left in it.
  mutating func revise(
    _ base: ObjectID?, with changes: ArraySlice<Change>, depth: Int
  ) throws(GitError) -> ObjectID? {
    let old: Tree = if let base { try repository.tree(base) } else { .empty }
    var touched: [ArraySlice<UInt8>: NewItem?] = [:]
    var rest = changes
    while let first = rest.first {
      let name = first.names[depth]
      let group = rest.prefix { $0.names[depth] == name }
      rest = rest.dropFirst(group.count)
      touched[name] = .some(
        try newItem(replacing: old.item(named: name), with: group, depth: depth))
    }
    let bytes = old.bytes(replacing: touched)
    if bytes == old.bytes, let base { return base }
    guard !bytes.isEmpty else { return nil }
    let folder = changes.first.map { $0.path } ?? ""
    return try writer.write(bytes, as: GIT_OBJECT_TREE, path: "the folders of \(folder)")
  }

  /// What stands for one name afterwards; nil when nothing does.
  private mutating func newItem(
    replacing old: Tree.Item?, with group: ArraySlice<Change>, depth: Int
  ) throws(GitError) -> NewItem? {
    guard let first = group.first else { return nil }
    let leaves = group.filter { $0.names.count == depth + 1 }
    guard let leaf = leaves.first else {
      let base = try folder(old, first)
      return try revise(base, with: group, depth: depth + 1).map {
        NewItem(name: first.names[depth], mode: 0o040000, id: $0)
      }
    }
    guard group.count == 1 else {
      throw refused(leaf, "it is given twice, or as a file and as a folder")
    }
    if let old, old.isFolder { throw refused(leaf, "it is a folder") }
    return leaf.blob.map {
      NewItem(
        name: leaf.names[depth], mode: leaf.mode ?? TreeRevision.mode(replacing: old), id: $0)
    }
  }

  private func folder(_ old: Tree.Item?, _ change: Change) throws(GitError) -> ObjectID? {
    guard let old else { return nil }
    if old.isFolder { return old.id }
    // Removing what cannot exist changes nothing, but writing would drop a file nobody named.
    throw refused(change, "a part of the path is a file")
  }

  private static func mode(replacing old: Tree.Item?) -> UInt32 {
    guard let old, TreeEntry.Kind(mode: old.mode) == .executable else { return 0o100644 }
    return 0o100755
  }

  private func refused(_ change: Change, _ reason: String) -> GitError {
    GitError("writing \(change.path) into a commit", .refused, message: reason)
  }
}

/// One entry that a revision puts into a folder.
struct NewItem {
  let name: ArraySlice<UInt8>
  let mode: UInt32
  let id: ObjectID

  var isFolder: Bool { mode == 0o040000 }
}

extension Tree {
  /// The bytes of this folder with some names replaced, added or (nil) removed.
  func bytes(replacing touched: [ArraySlice<UInt8>: NewItem?]) -> [UInt8] {
    let added = touched.values.compactMap(\.self).sorted {
      Self.precedes($0.name, $0.isFolder, $1.name, $1.isFolder)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + added.reduce(0) { $0 + $1.name.count + 28 })
    var next = added.startIndex
    for item in items {
      let name = name(item)
      if touched[name] != nil { continue }
      while next < added.endIndex,
        Self.precedes(added[next].name, added[next].isFolder, name, item.isFolder)
      {
        result.append(added[next])
        next += 1
      }
      result += bytes[item.extent]
    }
    for item in added[next...] { result.append(item) }
    return result
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ item: NewItem) {
    self += String(item.mode, radix: 8).utf8
    append(0x20)
    self += item.name
    append(0)
    self += item.id.bytes
  }
}
