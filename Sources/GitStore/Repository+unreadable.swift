internal import CGit2

extension Repository {
  /// Whether the repository has a commit of this name whose bytes can be read.
  package func canRead(commit id: ObjectID) -> Bool { (try? commit(id)) != nil }

  /// Whether a commit and its top folder are stored whole; nothing is made anew or noted.
  package func stores(commit id: ObjectID) -> Bool {
    do throws(GitError) {
      let bytes = LoadedObject.stored(try stored(id, "reading the commit \(id)")).copied()
      guard let record = CommitRecord(id: id, bytes: bytes) else { return false }
      _ = try stored(record.tree, "reading the folder \(record.tree)")
      return true
    } catch {
      return false
    }
  }

  /// The objects below some commits that cannot be read, as far as others still name them.
  ///
  /// What the work tree holds is made anew on the way and is not among them. Reads everything: only
  /// for a history of which it is known that something is wrong, or for the part of one that is left
  /// when objects are excepted; what lies below an excepted commit is not looked at.
  package func unreadableObjects(
    below tips: [ObjectID], except known: Set<ObjectID> = []
  ) -> [GitError.LostObject] {
    var search = UnreadableSearch(repository: self, known: known)
    search.search(below: tips)
    return search.found
  }

  /// Takes back what was noted of objects that can be read again; returns whether all of them can.
  @discardableResult
  package func forgetHealed(_ objects: [GitError.LostObject]) -> Bool {
    let healed = objects.filter { (try? stored($0.id, "reading again")) != nil }.map(\.id)
    RepositoryNotes.current.forget(Set(healed), in: gitDirectory)
    return healed.count == objects.count
  }

  /// Takes back what was noted of objects that could not be read and have come since.
  package func forgetWhatCame() {
    let noted = RepositoryNotes.current.objects.filter {
      $0.isUncertain && $0.gitDirectory == gitDirectory
    }
    let whole = noted.map(\.id).filter { (try? stored($0, "reading again")) != nil }
    forgetDamage(of: Set(whole))
  }

  /// All commits of the store, whether or not anything names them.
  package func storedCommits() -> [ObjectID] { storedObjects(of: GIT_OBJECT_COMMIT) }

  /// The objects of the store whose own files are damaged: nothing of that name can be written anew.
  package func damagedFiles() -> [(id: ObjectID, file: String)] {
    storedNames().filter { (try? stored($0, "looking for damage")) == nil }
      .map { ($0, looseFile($0)) }
  }

  /// All files of the store, whether or not anything names them.
  package func storedBlobs() -> [ObjectID] { storedObjects(of: GIT_OBJECT_BLOB) }

  /// Takes back what was noted of objects on which nothing is built any more.
  package func forgetDamage(of ids: Set<ObjectID>) {
    RepositoryNotes.current.forget(ids, in: gitDirectory)
  }

  /// The references that name something which is not here or cannot be read, but not those named.
  package func brokenReferences(except known: Set<String>) -> [(name: String, tip: ObjectID)] {
    ((try? references(under: "refs/")) ?? []).filter { name, tip in
      !known.contains(name) && (try? stored(tip, "reading \(name)")) == nil
    }
  }
}

/// A walk through everything below some commits.
private struct UnreadableSearch {
  private struct Step {
    let id: ObjectID
    let type: git_object_t
    /// The folder that stood there before, which is looked at as well: what is in both is read once.
    var before: ObjectID?
  }

  private let repository: Repository
  private var waiting: [Step] = []
  private(set) var found: [GitError.LostObject] = []
  private let excepted: Set<ObjectID>
  private var known: Set<ObjectID>
  /// Folders that were read beside their successors and whose own turn comes.
  private var folders: [ObjectID: Tree] = [:]

  init(repository: Repository, known: Set<ObjectID>) {
    self.repository = repository
    self.known = known
    excepted = known
  }

  mutating func search(below tips: [ObjectID]) {
    for tip in tips { lookAt(Step(id: tip, type: GIT_OBJECT_COMMIT)) }
    while let next = waiting.popLast() {
      do throws(GitError) {
        try read(next)
      } catch {
        if let lost = error.lost { found.append(lost) }
      }
    }
  }

  private mutating func lookAt(_ step: Step) {
    if known.insert(step.id).inserted { waiting.append(step) }
  }

  private mutating func read(_ step: Step) throws(GitError) {
    switch step.type {
    case GIT_OBJECT_COMMIT: try readCommit(step.id)
    case GIT_OBJECT_TREE: try readFolder(step)
    default: _ = try repository.object(step.id, type: step.type, "reading the object \(step.id)")
    }
  }

  private mutating func readCommit(_ id: ObjectID) throws(GitError) {
    let commit = try repository.commit(id)
    for parent in commit.parents { lookAt(Step(id: parent, type: GIT_OBJECT_COMMIT)) }
    let parent = commit.parents.first.flatMap { excepted.contains($0) ? nil : $0 }
    let before = parent.flatMap { try? repository.commit($0).tree }
    lookAt(Step(id: commit.tree, type: GIT_OBJECT_TREE, before: before))
  }

  private mutating func readFolder(_ step: Step) throws(GitError) {
    let known = folders.removeValue(forKey: step.id)
    let folder = if let known { known } else { try repository.tree(step.id) }
    let before = folderBefore(step)
    for item in Self.newItems(of: folder, besides: before) {
      switch TreeEntry.Kind(mode: item.mode) {
      case .folder:
        let old = before.item(named: folder.name(item))
        let same = old.flatMap { $0.isFolder ? $0.id : nil }
        lookAt(Step(id: item.id, type: GIT_OBJECT_TREE, before: same))
      case .submodule: continue
      default: lookAt(Step(id: item.id, type: GIT_OBJECT_BLOB))
      }
    }
  }

  /// The folder that stood there before; an empty one where it will not be looked at or is lost.
  private mutating func folderBefore(_ step: Step) -> Tree {
    guard let id = step.before, !excepted.contains(id), let folder = try? repository.tree(id) else {
      return .empty
    }
    if !known.contains(id) { folders[id] = folder }
    return folder
  }

  /// What a folder holds without what is the same at the beginning and at the end of another.
  private static func newItems(of folder: Tree, besides other: Tree) -> ArraySlice<Tree.Item> {
    let same = zip(folder.items, other.items).prefix { $0.id == $1.id }.count
    let (own, others) = (folder.items.dropFirst(same), other.items.dropFirst(same))
    return own.dropLast(zip(own.reversed(), others.reversed()).prefix { $0.id == $1.id }.count)
  }
}
