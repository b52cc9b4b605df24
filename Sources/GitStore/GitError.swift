internal import CGit2
internal import FileSystem

/// What git could not do, in words for the person who asked for it.
///
/// `doing` names the attempt ("reading the blob cases/2026/11/x.md"), `message` the reason.
package struct GitError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What a caller may want to tell apart.
  package enum Kind: Sendable {
    /// The object, reference, repository or file does not exist.
    case notFound
    /// Somebody else moved or holds the reference; read the new tip and apply again.
    case race
    /// A lock file of git, or the lock of the work tree, is held by another process.
    case locked
    /// The repository belongs to another user (git's `safe.directory`).
    case foreignOwner
    /// The request itself is wrong: a path, a name, a message that git must not store.
    case refused
    /// The repository uses something that libgit2 cannot read.
    case unsupported
    /// Bytes in the repository are not what git writes.
    case damaged
    /// git's index, its list of the files of the work tree, is not what git writes.
    case damagedIndex
    /// A file of settings, named in ``GitError/file``, is not what git writes.
    case damagedSettings
    /// A folder, named in ``GitError/file``, stands where git keeps its list of references.
    case folderOfReferences
    /// Anything else: the disk, permissions, libgit2 itself.
    case other
  }

  /// What was being done, as a participle phrase.
  package let doing: String
  /// What a caller may want to tell apart.
  package let kind: Kind
  /// libgit2's return code (negative), or 0 when this module found the fault itself.
  package let code: Int32
  /// The reason, in libgit2's or this module's words.
  package let message: String

  /// The object that cannot be read, where that is the fault.
  package let lost: LostObject?

  /// The file of git's own that is the fault, where it is known.
  package let file: String?

  /// An object that cannot be read, and where it should be.
  package struct LostObject: Equatable, Sendable {
    /// Its name.
    package let id: ObjectID
    /// The place of its own file, or the pack or pack index in which it is damaged.
    package let file: String
    /// The git directory that it belongs to.
    package let gitDirectory: String
    /// The commit before it, where it is the newest one and git noted where the branch stood.
    package var previous: ObjectID?
  }

  /// The name of the object that cannot be read, where that is the fault.
  package var object: ObjectID? { lost?.id }

  init(
    _ doing: String, _ kind: Kind, code: Int32 = 0, message: String, lost: LostObject? = nil,
    file: String? = nil
  ) {
    self.lost = lost
    self.file = file
    self.doing = doing
    self.kind = kind
    self.code = code
    self.message = message
  }

  /// The system would not do something with a file.
  init(_ doing: String, _ failure: SystemFailure) {
    self.init(doing, .other, message: "\(failure.path): \(failure.reason)")
  }

  /// True when somebody else was faster: read the new tip, apply the change to it, try again.
  package var isRace: Bool { kind == .race }

  /// True when a lock was still held by another process when the time for waiting was over.
  package var isLocked: Bool { kind == .locked }

  /// The attempt and the reason on one line.
  package var description: String { "\(doing): \(message)" }
}

extension GitError {
  /// Makes the error for a failed call; must run directly after it, on the same thread.
  ///
  /// libgit2 keeps the text of the last error per thread.
  init(_ doing: String, code: Int32) {
    var message = "libgit2 gave code \(code) and no reason"
    if let last = unsafe git_error_last(), let text = unsafe last.pointee.message {
      message = unsafe String(cString: text)
    }
    if let place = Self.placeInSettings(message) {
      self.init(
        doing, .damagedSettings, code: code,
        message: "line \(place.line) of git's settings in \(place.file) is none that git can read",
        file: place.file)
    } else {
      self.init(doing, Self.kind(of: code), code: code, message: message)
    }
  }

  /// The file and the line in libgit2's words about settings that it cannot read.
  private static func placeInSettings(_ message: String) -> (file: String, line: String)? {
    guard message.hasPrefix("failed to parse config file"),
      let start = message.ranges(of: " (in ").last?.upperBound
    else { return nil }
    let place = message[start...].prefix { $0 != ")" }
    guard let colon = place.lastIndex(of: ":") else { return nil }
    let line = place[place.index(after: colon)...].prefix { $0.isNumber }
    return (String(place[..<colon]), String(line))
  }

  private static func kind(of code: Int32) -> Kind {
    switch code {
    case GIT_ENOTFOUND.rawValue: .notFound
    case GIT_EMODIFIED.rawValue: .race
    case GIT_ELOCKED.rawValue: .locked
    case GIT_EOWNER.rawValue: .foreignOwner
    case GIT_EINVALIDSPEC.rawValue: .refused
    case GIT_EMISMATCH.rawValue: .damaged
    default: .other
    }
  }
}

/// Runs one libgit2 call and throws what it reports.
///
/// The description is made only on failure, before another call can replace the last error.
@discardableResult
func attempt(
  _ doing: @autoclosure () -> String, _ call: () -> Int32
) throws(GitError) -> Int32 {
  let code = call()
  guard code < 0 else { return code }
  throw GitError(doing(), code: code)
}

extension GitError {
  /// What a read gives; nil where an object that it needs is damaged or not there.
  package static func unlessLost<Found>(_ read: () throws -> Found?) throws -> Found? {
    do {
      return try read()
    } catch let error as GitError where error.lost != nil {
      return nil
    }
  }
}
