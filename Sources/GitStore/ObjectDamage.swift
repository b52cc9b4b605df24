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
  var isUncertain: Bool {
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

  package init(file: String, message: String, remedy: String, isHarmless: Bool) {
    self.file = file
    self.message = message
    self.remedy = remedy
    self.isHarmless = isHarmless
  }
}
