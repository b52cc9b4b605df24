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
    for tip in tips { search.lookAt(tip, type: GIT_OBJECT_COMMIT) }
    while let next = search.waiting.popLast() { search.read(next.id, type: next.type) }
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
  let repository: Repository
  var waiting: [(id: ObjectID, type: git_object_t)] = []
  private(set) var found: [GitError.LostObject] = []
  private var known: Set<ObjectID>

  init(repository: Repository, known: Set<ObjectID>) {
    self.repository = repository
    self.known = known
  }

  mutating func lookAt(_ id: ObjectID, type: git_object_t) {
    if known.insert(id).inserted { waiting.append((id, type)) }
  }

  mutating func read(_ id: ObjectID, type: git_object_t) {
    do throws(GitError) {
      switch type {
      case GIT_OBJECT_COMMIT:
        let commit = try repository.commit(id)
        for parent in commit.parents { lookAt(parent, type: GIT_OBJECT_COMMIT) }
        lookAt(commit.tree, type: GIT_OBJECT_TREE)
      case GIT_OBJECT_TREE:
        for item in try repository.tree(id).items {
          switch TreeEntry.Kind(mode: item.mode) {
          case .folder: lookAt(item.id, type: GIT_OBJECT_TREE)
          case .submodule: continue
          default: lookAt(item.id, type: GIT_OBJECT_BLOB)
          }
        }
      default:
        _ = try repository.object(id, type: type, "reading the object \(id)")
      }
    } catch {
      if let lost = error.lost { found.append(lost) }
    }
  }
}
