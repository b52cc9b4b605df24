internal import CGit2
internal import FileSystem

/// What git still has of a history in which a commit or a folder is lost.
extension Repository {
  /// How many commits are looked through for an earlier state.
  private static let mostCommits = 200
  /// How many objects of the whole store are looked at when nothing leads to an earlier commit.
  private static let mostObjects = 200_000

  /// The top folder of the newest commit that can be read, when the current one is lost.
  func earlierRootFolder(insteadOf commit: ObjectID) -> ObjectID? {
    guard let head = try? head(), head == commit else { return nil }
    return earlierFolder(at: "", insteadOf: commit, type: GIT_OBJECT_COMMIT)
  }

  /// A folder of the current commit as the newest earlier commit has it that can be read.
  func earlierFolder(
    at path: String, insteadOf id: ObjectID, type: git_object_t = GIT_OBJECT_TREE
  ) -> ObjectID? {
    guard let head = try? head() else { return nil }
    for record in salvagedHistory(from: head, limit: Self.mostCommits, isNoted: false) {
      guard let folder = readableFolder(at: path, below: record.tree), folder != id else {
        continue
      }
      note(id, type: type, content: path.isEmpty ? nil : path, .earlier(record.id))
      return folder
    }
    return nil
  }

  /// Whether a folder is certainly not the one that the newest state has at a path.
  ///
  /// What an earlier state had is then not known: what there is now does not stand for it.
  func isOfEarlierState(_ id: ObjectID, at path: String) -> Bool {
    do {
      guard let head = try head() else { return false }
      return try folderName(at: path, below: try commit(head).tree) != id
    } catch {
      return false
    }
  }

  /// A folder whose object and those above it can be read; nothing else is taken in their stead.
  private func readableFolder(at path: String, below root: ObjectID) -> ObjectID? {
    do throws(GitError) {
      guard let id = try folderName(at: path, below: root) else { return nil }
      _ = try tree(id)
      return id
    } catch {
      return nil
    }
  }

  /// The name of a folder below another; its own object is not read.
  private func folderName(at path: String, below root: ObjectID) throws(GitError) -> ObjectID? {
    var id = root
    for name in path.split(separator: "/") {
      guard let item = try tree(id).item(named: Array(name.utf8)[...]), item.isFolder else {
        return nil
      }
      id = item.id
    }
    return id
  }

  /// The commits that can be read of those that led to a commit, newest first.
  ///
  /// What cannot be read is passed over, and noted if wanted: git's own notes of where the branch
  /// stood lead on from there, else the newest commit of the store.
  func salvagedHistory(from start: ObjectID, limit: Int, isNoted: Bool) -> [CommitRecord] {
    var salvage = Salvage(repository: self, isNoted: isNoted)
    salvage.add(start)
    var found: [CommitRecord] = []
    while found.count < limit, let record = salvage.next() { found.append(record) }
    return found
  }

  /// What stood before a commit in git's notes of where `HEAD` was.
  fileprivate func notedBefore(_ id: ObjectID) -> [ObjectID] {
    movesOfHead.filter { $0.to == id }.compactMap(\.from)
  }

  /// Git's notes of where `HEAD` was, oldest first (`gitrepository-layout`, `logs`).
  var movesOfHead: [(from: ObjectID?, to: ObjectID)] {
    guard let text = SmallFile.end(of: gitDirectory + "/logs/HEAD") else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let names = line.split(separator: " ", maxSplits: 2)
      guard names.count > 1, let to = ObjectID(hex: String(names[1])) else { return nil }
      let isBeginning = names[0].allSatisfy { $0 == "0" }
      return (isBeginning ? nil : ObjectID(hex: String(names[0])), to)
    }
  }

  /// The newest commits to which other references lead, else the newest of the whole store.
  fileprivate func otherTips(than lost: ObjectID) -> [ObjectID] {
    let tips = ((try? references(under: "refs/remotes/")) ?? []).map(\.tip)
      .filter { $0 != lost && (try? commit($0)) != nil }
    return tips.isEmpty ? newestStoredCommit(but: lost).map { [$0] } ?? [] : tips
  }

  private func newestStoredCommit(but lost: ObjectID) -> ObjectID? {
    let commits = storedObjects(of: GIT_OBJECT_COMMIT).filter { $0 != lost }
      .compactMap { try? commit($0) }
    // Of commits of one second those are newest on which nothing was built.
    let built = Set(commits.flatMap(\.parents))
    return commits.filter { !built.contains($0.id) }
      .max { ($0.committer.seconds, $0.id) < ($1.committer.seconds, $1.id) }?.id
  }

  /// The names of what the store holds of a kind, as far as its headers can be read.
  func storedObjects(of wanted: git_object_t) -> [ObjectID] {
    storedNames().filter { id in
      var (oid, size, type) = (id.oid, 0, GIT_OBJECT_INVALID)
      let code = unsafe git_odb_read_header(&size, &type, objects.pointer, &oid)
      return code == 0 && type == wanted
    }
  }

  /// The names of everything in the store, also of what cannot be read; each once, however many files
  /// hold it.
  func storedNames() -> [ObjectID] {
    var ids: [ObjectID] = []
    unsafe withUnsafeMutablePointer(to: &ids) { list in
      _ = unsafe git_odb_foreach(
        objects.pointer,
        { id, list in
          guard let id = unsafe id, let list = unsafe list else { return 1 }
          let known = unsafe list.assumingMemoryBound(to: [ObjectID].self)
          unsafe known.pointee.append(ObjectID(id.pointee))
          return unsafe known.pointee.count < Repository.mostObjects ? 0 : 1
        }, list)
    }
    var known: Set<ObjectID> = []
    return ids.filter { known.insert($0).inserted }
  }
}

/// A walk through a history with gaps.
private struct Salvage {
  let repository: Repository
  let isNoted: Bool
  private var known: Set<ObjectID> = []
  /// Commits that were not given out yet, the newest last.
  private var waiting: [CommitRecord] = []

  init(repository: Repository, isNoted: Bool) {
    self.repository = repository
    self.isNoted = isNoted
  }

  mutating func add(_ id: ObjectID) {
    guard known.insert(id).inserted else { return }
    if let record = try? repository.commit(id) {
      let place = waiting.firstIndex { $0.committer.seconds > record.committer.seconds }
      waiting.insert(record, at: place ?? waiting.count)
      return
    }
    if isNoted { repository.note(id, type: GIT_OBJECT_COMMIT, content: nil, .lost) }
    let before = repository.notedBefore(id)
    for other in before { add(other) }
    if before.isEmpty, waiting.isEmpty {
      for other in repository.otherTips(than: id) { add(other) }
    }
  }

  mutating func next() -> CommitRecord? {
    guard let record = waiting.popLast() else { return nil }
    for parent in record.parents { add(parent) }
    return record
  }
}
