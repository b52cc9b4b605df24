internal import CGit2

/// What the work tree and git's index still hold of a commit's objects.
///
/// Every file of the last commit stands in the work tree, and the index lists all of them: folders
/// can be computed from it, files be read again. What is found has the name that was looked for,
/// and a name is the checksum of the bytes; so it is the object itself, not something like it.
struct WorkTreeRemains {
  /// The paths at which the index has a blob.
  private var paths: [ObjectID: String] = [:]
  private var folders: [ObjectID: [UInt8]] = [:]
  /// The names of the folders by path; the top folder is the empty path.
  private(set) var folderIDs: [String: ObjectID] = [:]

  private struct Entry {
    let path: [ArraySlice<UInt8>]
    let mode: UInt32
    let id: ObjectID
  }

  /// Reads the index of a repository; nothing remains where there is none.
  init(of repository: Repository) {
    guard !repository.isBare, let index = try? repository.openIndex() else { return }
    let pointer = unsafe index.pointer
    var entries: [Entry] = []
    for position in 0..<(unsafe git_index_entrycount(pointer)) {
      guard let entry = unsafe git_index_get_byindex(pointer, position),
        let path = unsafe entry.pointee.path
      else { continue }
      let text = unsafe String(cString: path)
      let id = unsafe ObjectID(entry.pointee.id)
      paths[id] = text
      let names = Array(text.utf8).split(separator: UInt8(ascii: "/"))
      entries.append(Entry(path: names, mode: unsafe entry.pointee.mode, id: id))
    }
    guard !entries.isEmpty else { return }
    _ = addFolder(entries[...], depth: 0, path: "")
  }

  private mutating func addFolder(
    _ entries: ArraySlice<Entry>, depth: Int, path: String
  ) -> ObjectID? {
    guard depth < 64 else { return nil }
    var touched: [ArraySlice<UInt8>: NewItem?] = [:]
    var rest = entries
    while let first = rest.first {
      let name = first.path[depth]
      let group = rest.prefix { $0.path.count > depth && $0.path[depth] == name }
      rest = rest.dropFirst(group.count)
      if first.path.count == depth + 1 {
        touched[name] = NewItem(name: name, mode: first.mode, id: first.id)
      } else {
        let below = path + (path.isEmpty ? "" : "/") + String(decoding: name, as: UTF8.self)
        guard let id = addFolder(group, depth: depth + 1, path: below) else { return nil }
        touched[name] = NewItem(name: name, mode: 0o040000, id: id)
      }
    }
    let bytes = Tree.empty.bytes(replacing: touched)
    guard let id = try? ObjectID.of(bytes, as: GIT_OBJECT_TREE) else { return nil }
    folders[id] = bytes
    folderIDs[path] = id
    return id
  }

  /// The bytes of an object, when the work tree has them; and where its content belongs.
  func bytes(
    of id: ObjectID, type: git_object_t, in repository: Repository
  ) -> (bytes: [UInt8], content: String?)? {
    if type == GIT_OBJECT_TREE {
      let path = folderIDs.first { $0.value == id }?.key
      return folders[id].map { ($0, path.map { $0.isEmpty ? "the top folder" : $0 }) }
    }
    guard type == GIT_OBJECT_BLOB, let path = paths[id], let root = repository.workTree,
      let files = try? WorkTreeFiles(root: root),
      let bytes = files.content(path.split(separator: "/").map(String.init)),
      let found = try? ObjectID.ofBlob(bytes), found == id
    else { return nil }
    return (bytes, path)
  }
}
