/// The move of single files of the work tree from one commit to another.
struct Synchronisation: ~Copyable {
  let repository: Repository
  let index: GitIndex
  let files: WorkTreeFiles
  let target: ObjectID
  /// What persons put at some paths and the target explains.
  let edits: [String: ObjectID]
  /// Called when the first file was written.
  let afterFirstFile: () -> Void

  private var oldFiles: CommitFiles
  private var newFiles: CommitFiles
  private(set) var updates: [GitIndex.Update] = []
  private(set) var discrepancies: [Discrepancy] = []
  private var hasWritten = false
  private var recentFiles: [CommitFiles]?

  /// How many commits back a file may be for a process that was killed, or is slower than others.
  private static let memory = 500

  init(
    repository: Repository, index: consuming GitIndex, files: consuming WorkTreeFiles,
    from oldFiles: CommitFiles, to newFiles: CommitFiles, target: ObjectID,
    over edits: [String: ObjectID], afterFirstFile: @escaping () -> Void
  ) {
    self.oldFiles = oldFiles
    self.newFiles = newFiles
    self.repository = repository
    self.index = index
    self.files = files
    self.target = target
    self.edits = edits
    self.afterFirstFile = afterFirstFile
  }

  /// Whether the target has no file, link or submodule at a path.
  mutating func vanishes(_ path: String) throws(GitError) -> Bool {
    try newFiles.item(at: PathText.parts(of: path)).map(\.isFolder) ?? true
  }

  mutating func bring(_ path: String) throws(GitError) {
    let names = PathText.parts(of: path)
    let old = try oldFiles.item(at: names).flatMap { $0.isFolder ? nil : $0 }
    // A folder that took the place of a file brings paths of its own; here the file goes.
    let new = try newFiles.item(at: names).flatMap { item in
      item.isFolder ? nil : TreeEntry(item, path: path, isText: true)
    }
    if let problem = PathText.problem(with: path, names) {
      // Such a file can go, but it is never made; nothing may wait for it.
      guard new == nil, Self.canBeRemoved(problem) else {
        return discrepancies.append(Discrepancy(path: path, reason: .notAFile))
      }
    }
    if let new, !new.kind.isRegularFile { return leave(path, as: new, .notAFile) }
    let place = names.map { String(decoding: $0, as: UTF8.self) }
    let isLink = old.map { TreeEntry.Kind(mode: $0.mode) == .symlink } ?? false
    let hasRoom = if isLink, let old { files.removeLink(place, to: old.id) } else { false }
    switch try files.find(place) {
    case .obstacle(let what):
      leave(path, as: new, .obstructed(what))
    case .file(let id, _, _, let status) where id == new?.id:
      updates.append(.init(path: path, entry: new, status: status))
    case .nothing where new == nil:
      updates.append(.init(path: path, entry: nil, status: nil))
    case .file(let id, let plain, let isExecutable, _):
      var makesWay = edits[path] == id
      if !makesWay { makesWay = try isOurs(id, at: path, names, old: old, new: new) }
      if !makesWay, let plain {
        makesWay = plain == new?.id || plain == edits[path]
        if !makesWay { makesWay = try isOurs(plain, at: path, names, old: old, new: new) }
      }
      guard makesWay else { return leave(path, as: new, .edited) }
      // A permission that a person gave or took stays.
      let isUsual = old.map { isExecutable == (TreeEntry.Kind(mode: $0.mode) == .executable) }
      let wanted = isUsual ?? true ? new?.kind == .executable : isExecutable
      try replace(path, place, with: new, isExecutable: wanted)
    case .nothing:
      let mayWrite =
        if hasRoom { true } else { try isOurs(nil, at: path, names, old: old, new: new) }
      guard mayWrite else {
        return leave(path, as: new, .edited)
      }
      try replace(path, place, with: new, isExecutable: new?.kind == .executable)
    }
  }

  /// Whether a path that is never written still names one file below the work tree and no other.
  private static func canBeRemoved(_ problem: NameProblem) -> Bool {
    switch problem {
    case .controlCharacter, .backslash, .device, .tooDeep: true
    case .leadsElsewhere, .gitFolder, .tooLong, .notText, .twice: false
    }
  }

  /// True when what is on disk came from a commit and not from a person.
  ///
  /// Normally it is what the old commit has. After a crash, a lock of git that kept the index behind,
  /// or when a slower process comes after a faster one, it is what an earlier commit had. What a
  /// person deleted or staged stays theirs.
  private mutating func isOurs(
    _ found: ObjectID?, at path: String, _ names: [ArraySlice<UInt8>],
    old: Tree.Item?, new: TreeEntry?
  ) throws(GitError) -> Bool {
    let indexed = index.blobID(at: path)
    if found == old?.id, indexed == old?.id || indexed == new?.id { return true }
    guard found != nil || found == indexed else { return false }
    guard try wasCommitted(found, at: names) else { return false }
    if indexed == found || indexed == nil || indexed == new?.id { return true }
    return try wasCommitted(indexed, at: names)
  }

  /// Whether one of the latest commits had this at a path; nil asks for one without the file.
  private mutating func wasCommitted(
    _ id: ObjectID?, at names: [ArraySlice<UInt8>]
  ) throws(GitError) -> Bool {
    var recent = try recent()
    defer { recentFiles = recent }
    for position in recent.indices where try recent[position].item(at: names)?.id == id {
      return true
    }
    return false
  }

  private mutating func recent() throws(GitError) -> [CommitFiles] {
    if let recentFiles { return recentFiles }
    var files: [CommitFiles] = []
    for commit in try repository.recentCommits(from: target, limit: Self.memory) {
      files.append(try CommitFiles(repository, at: commit))
    }
    return files
  }

  private mutating func replace(
    _ path: String, _ names: [String], with new: TreeEntry?, isExecutable: Bool
  ) throws(GitError) {
    do throws(WorkTreeFiles.Refusal) {
      guard let new else {
        try files.remove(names)
        updates.append(.init(path: path, entry: nil, status: nil))
        return noteWrite()
      }
      let content: [UInt8]
      do throws(GitError) {
        content = try repository.blob(new.id)
      } catch {
        throw WorkTreeFiles.Refusal(reason: .notWritable(error.description))
      }
      let status = try files.write(content, isExecutable: isExecutable, to: names)
      updates.append(.init(path: path, entry: new, status: status))
      noteWrite()
    } catch {
      leave(path, as: new, error.reason)
    }
  }

  private mutating func noteWrite() {
    if !hasWritten { afterFirstFile() }
    hasWritten = true
  }

  /// Keeps the file and brings only the index to the new commit, so that git shows the difference.
  private mutating func leave(_ path: String, as new: TreeEntry?, _ reason: Discrepancy.Reason) {
    updates.append(.init(path: path, entry: new, status: nil))
    discrepancies.append(Discrepancy(path: path, reason: reason))
  }
}
