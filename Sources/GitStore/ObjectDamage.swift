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
}

/// What this process has met of damage, for whoever tells the person.
package enum DamageReport {
  private static let found = Mutex<[ObjectDamage]>([])

  /// Everything met so far, each object once.
  package static var all: [ObjectDamage] { found.withLock(\.self) }

  /// Whether a folder or commit was taken as the work tree has it, or left out.
  package static var isHistoryUncertain: Bool {
    found.withLock { all in
      all.contains { $0.kind != "blob" && ($0.remedy == .assumed || $0.remedy == .lost) }
    }
  }

  static func add(_ damage: ObjectDamage) {
    found.withLock { all in
      if let known = all.firstIndex(where: {
        $0.id == damage.id && $0.gitDirectory == damage.gitDirectory
      }) {
        if all[known].content == nil { all[known] = damage }
      } else {
        all.append(damage)
      }
    }
  }
}
