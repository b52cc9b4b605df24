package import CaseModel
internal import CaseFormat
package import Diagnostics
package import GitStore

/// A format that this program does not know: a later program's `upgrade` raised it, or a hand slipped.
///
/// Only the first is a reason to write nothing here. Every program that raises a format says so in the
/// subject of its commit.
package enum RaisedFormat {
  private static let path = "cases/register.yml"

  /// The subject of the commit that raises a register to a format.
  static func subject(_ format: Int) -> String { "register: format \(format)" }

  /// Whether the register of a commit has a format that no upgrade gave it.
  package static func isByHand(at commit: ObjectID, in repository: Repository) throws -> Bool {
    guard let format = try format(at: commit, in: repository),
      format > RegisterSettings.newestFormat
    else { return false }
    let first = try repository.root(of: commit)
    if let founding = try self.format(at: first, in: repository),
      founding > RegisterSettings.newestFormat
    {
      return false
    }
    let raising = try repository.history(from: commit, touching: path).first {
      $0.message.prefix { $0 != "\n" } == subject(format)
    }
    guard let raising else { return true }
    return try self.format(at: raising.id, in: repository) != format
  }

  /// Whether a format that this program knows was raised without what `daftar upgrade` gives a register:
  /// the id that follows from its first commit, which everybody computes alike.
  package static func lacksID(
    _ settings: RegisterSettings, since known: RegisterSettings, at commit: ObjectID,
    _ repository: Repository
  ) throws -> Bool {
    guard settings.format > known.format, known.registerID == nil else { return false }
    let first = try repository.commitBytes(try repository.root(of: commit))
    return settings.registerID != Digest.registerID(ofFirstCommit: first)
  }

  /// The newest commit before one whose format this program knows.
  static func lastKnown(before commit: ObjectID, in repository: Repository) throws -> ObjectID? {
    for record in try repository.history(from: commit, touching: path) {
      for id in [record.id] + record.parents {
        let format = try format(at: id, in: repository)
        if let format, format <= RegisterSettings.newestFormat { return id }
      }
    }
    return nil
  }

  private static func format(at commit: ObjectID, in repository: Repository) throws -> Int? {
    guard let bytes = try repository.blob(at: path, in: commit) else { return nil }
    // Another line of the file may be spoilt; the format is asked for all the same.
    return try? RegisterSettings.format(in: bytes, path: path)
  }

  /// What is said of one that was written by hand, wherever it is met.
  package static let words = "was written by hand: no upgrade of this register gave it"
}

extension Register {
  /// Whether this program must not write here, because a later one has raised the format.
  package func isRaisedBeyondUs() throws -> Bool {
    guard configuration.settings.isNewer else { return false }
    return try !RaisedFormat.isByHand(at: configuredAt, in: repository)
  }

  /// What is said by every command about a format that this program does not know; nil for a known one.
  package func noticeOfFormat() throws -> Diagnostic? {
    let settings = configuration.settings
    guard settings.isNewer else { return nil }
    var notice = try formatFinding()
    notice.severity = .warning
    if try isRaisedBeyondUs() {
      notice.message += "; what a later format adds is not shown"
      notice.hint = "install a newer daftar"
    }
    return notice
  }

  /// What keeps this program from writing in a format that it does not know.
  package func formatFinding() throws -> Diagnostic {
    let format = configuration.settings.format
    let place = SourceLocation(path: "cases/register.yml")
    if try isRaisedBeyondUs() {
      return Diagnostic(
        rule: "register.format", at: place,
        message: "this register has format \(format), newer than this program",
        hint: "install a newer daftar; this one can read the register but not write it")
    }
    let known = try RaisedFormat.lastKnown(before: configuredAt, in: repository)
    let version = known.map { String($0.hex.prefix(12)) } ?? "COMMIT"
    return Diagnostic(
      rule: "register.format", at: place,
      message: "the format \(format) \(RaisedFormat.words)",
      hint: "`daftar sync` takes it back; without a common place: "
        + "`git checkout \(version) -- cases/register.yml`, then `git commit -m 'format back'`")
  }
}
