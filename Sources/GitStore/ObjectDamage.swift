internal import Synchronization

/// An object that git has lost or that its file no longer holds, and what was done about it.
package struct ObjectDamage: Hashable, Sendable {
  /// Where what is shown in its stead came from.
  package enum Remedy: Hashable, Sendable {
    /// The work tree holds the very same bytes (their checksum is the object's name), and the object
    /// was made anew from them; what was damaged lies in `.git/daftar/damaged`.
    case restored
    /// The same bytes are in the work tree, but nothing can be written here.
    case borrowed
    /// Nobody can tell whether it is the same: what the work tree was last brought to is shown.
    case assumed
    /// Nobody has it here: an earlier commit's version is shown.
    case earlier(ObjectID)
    /// Nothing holds it: what depends on it is left out.
    case lost
  }

  /// The kind of object in git's word.
  package let kind: String
  /// Its name.
  package let id: ObjectID
  /// The git directory that it belongs to.
  package let gitDirectory: String
  /// The file with the damage, or where the object's own file would be.
  package let file: String
  /// The file or folder of the register that it holds; nil when that is not known.
  package let content: String?
  /// What was done about it.
  package let remedy: Remedy
  /// The commit before it, where it is the newest one and git noted where the branch stood.
  package var previous: ObjectID?
}

extension ObjectDamage {
  /// Whether nobody can tell what the history holds here.
  fileprivate var isUncertain: Bool {
    kind != "blob" && remedy != .restored && remedy != .borrowed
  }
}

/// A file of git's own, beside its objects, that does not say what it should.
package struct FileDamage: Hashable, Sendable {
  /// The file.
  package let file: String
  /// What is wrong, and what is shown nevertheless.
  package let message: String
  /// The commands that make it anew.
  package let remedy: String
  /// Whether everything recorded is shown all the same.
  package let isHarmless: Bool
}

/// What this process has met of damage, for whoever tells the person.
package enum DamageReport {
  private static let found = Mutex<[ObjectDamage]>([])
  private static let foundFiles = Mutex<[FileDamage]>([])

  /// Every object met so far, each once.
  package static var all: [ObjectDamage] { found.withLock(\.self) }

  /// Every file of git's own met so far, each once.
  package static var files: [FileDamage] { foundFiles.withLock(\.self) }

  /// Whether nothing was met.
  package static var isEmpty: Bool { all.isEmpty && files.isEmpty }

  /// Whether a folder or commit was taken from elsewhere, or left out.
  package static var isHistoryUncertain: Bool { all.contains(where: \.isUncertain) }

  /// A folder or commit of a repository that was taken from elsewhere, or left out.
  static func uncertain(in gitDirectory: String) -> ObjectDamage? {
    all.first { $0.isUncertain && $0.gitDirectory == gitDirectory }
  }

  static func add(_ damage: FileDamage) {
    foundFiles.withLock { all in
      if !all.contains(where: { $0.file == damage.file }) { all.append(damage) }
    }
  }

  /// Takes back what was noted of objects that came anew.
  static func forget(_ ids: Set<ObjectID>, in gitDirectory: String) {
    found.withLock { $0.removeAll { ids.contains($0.id) && $0.gitDirectory == gitDirectory } }
  }

  static func add(_ damage: ObjectDamage) {
    found.withLock { all in
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
