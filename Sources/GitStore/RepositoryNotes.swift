internal import Synchronization

/// What one call has met in its repositories, for whoever tells the person: damage, and locks that were
/// left.
package final class RepositoryNotes: Sendable {
  /// The notes of the call that is being answered; one for the process where none were given.
  ///
  /// A thread that works for a call has to be given them.
  @TaskLocal package static var current = RepositoryNotes()

  private let foundObjects = Mutex<[ObjectDamage]>([])
  private let foundFiles = Mutex<[FileDamage]>([])
  private let clearedLocks = Mutex<[String]>([])

  package init() {}

  /// Every damaged object met so far, each once.
  package var objects: [ObjectDamage] { foundObjects.withLock(\.self) }

  /// Every damaged file of git's own met so far, each once.
  package var files: [FileDamage] { foundFiles.withLock(\.self) }

  /// Whether no damage was met.
  package var isEmpty: Bool { objects.isEmpty && files.isEmpty }

  /// Whether a folder or commit was taken from elsewhere, or left out.
  package var isHistoryUncertain: Bool { objects.contains(where: \.isUncertain) }

  /// The lock files that were removed and may have been another program's; each is told once.
  package func takeClearedLocks() -> [String] {
    clearedLocks.withLock { paths in
      defer { paths = [] }
      return paths
    }
  }

  /// A folder or commit of a repository that was taken from elsewhere, or left out.
  func uncertain(in gitDirectory: String) -> ObjectDamage? {
    objects.first { $0.isUncertain && $0.gitDirectory == gitDirectory }
  }

  func addClearedLock(_ path: String) { clearedLocks.withLock { $0.append(path) } }

  /// Notes a damaged file of git's own, once.
  package func add(_ damage: FileDamage) {
    foundFiles.withLock { all in
      if !all.contains(where: { $0.file == damage.file }) { all.append(damage) }
    }
  }

  /// Takes back what was noted of objects that came anew.
  func forget(_ ids: Set<ObjectID>, in gitDirectory: String) {
    foundObjects.withLock {
      $0.removeAll { ids.contains($0.id) && $0.gitDirectory == gitDirectory }
    }
  }

  func add(_ damage: ObjectDamage) {
    foundObjects.withLock { all in
      if let known = all.firstIndex(where: {
        $0.id == damage.id && $0.gitDirectory == damage.gitDirectory
      }) {
        // What is known of its content, or is shown in its stead, says more.
        if all[known].content == nil, all[known].remedy == .lost || damage.content != nil {
          all[known] = damage
        }
      } else {
        all.append(damage)
      }
    }
  }
}
