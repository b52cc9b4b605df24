package import CaseVault
internal import CaseFormat
package import CaseModel
package import Diagnostics
internal import FoundationEssentials
package import GitStore
internal import Text

/// A register on disk: a git repository whose `cases/` holds configuration and case files.
///
/// What is committed is the register; the work tree is its readable copy. A value is used from
/// one thread.
package final class Register {
  /// The repository.
  package let repository: Repository
  /// What `cases/*.yml` said at the head when the register was opened, and, while a step is recorded,
  /// at the commit on which it builds.
  package internal(set) var configuration: Configuration
  /// The commit that ``configuration`` is of.
  var configuredAt: ObjectID
  /// The zone in which dates are counted.
  package internal(set) var zone: TimeZoneRules
  /// Where the present moment comes from.
  package let clock: Clock
  /// The secret keys of the person at this computer.
  package let keys: Keyring
  /// Whether a person said that a day is meant, should its year be a far one.
  package var isFarDayMeant: (CalendarDate) -> Bool = { _ in false }
  /// Whether a step was saved whose files could not follow into the work tree yet.
  package internal(set) var filesAreLate = false

  /// Where words wait that were typed and not recorded; only this program's own files are there.
  package var draftsFolder: String { WriteLock.folder(of: repository) + "/drafts" }

  private init(
    repository: Repository, configuration: Configuration, at head: ObjectID, zone: TimeZoneRules,
    clock: Clock, keys: Keyring
  ) {
    self.repository = repository
    self.configuration = configuration
    configuredAt = head
    self.zone = zone
    self.clock = clock
    self.keys = keys
  }

  /// Opens the register around a folder, and finishes what a stopped command left undone.
  ///
  /// `toMend` opens it also when its configuration is wrong, with the last one that was not; that is
  /// for the command that brings it back. Throws `Diagnostic` when there is none, `DiagnosticList`
  /// when its configuration is wrong, `GitError` when git cannot read it.
  package static func open(
    at path: String, clock: Clock = .system(), keys: Keyring = .empty, toMend: Bool = false
  ) throws -> Register {
    let repository = try discover(from: path)
    try Wholeness.require(repository, at: path)
    let unfinished = try PendingWork.finish(in: repository)
    try Vault.bringHome(in: repository)
    try VaultPromise.finish(in: repository)
    let head = try repository.head()
    if head == nil, try !repository.remoteNames().isEmpty {
      throw Diagnostic(
        rule: "register.clone", at: SourceLocation(path: path),
        message: "this is a copy of a register elsewhere, and nothing of it has arrived here",
        hint: "make the copy anew with the branch's name: `git clone -b main ADDRESS`")
    }
    guard let head, try repository.holdsRegister(head) || toMend && hadRegister(head, repository)
    else {
      let isSite = try head.map(repository.looksLikeSite) ?? false
      throw isSite ? try siteInstead(at: path, repository) : noRegister(at: path)
    }
    let configuration =
      try toMend
      ? readableConfiguration(at: head, in: repository, on: clock.now)
      : recordedConfiguration(at: head, in: repository)
    let zone = try TimeZoneCatalogue.rules(configuration.settings.timeZone)
    let register = Register(
      repository: repository, configuration: configuration, at: head, zone: zone, clock: clock,
      keys: keys)
    if let unfinished { try register.restoreSteps(lostAfter: unfinished) }
    return register
  }

  /// Reads the configuration of a commit; what is wrong with it is said with the way back.
  private static func recordedConfiguration(
    at head: ObjectID, in repository: Repository
  ) throws(DiagnosticList) -> Configuration {
    do throws(DiagnosticList) {
      return try Configuration.reading(isRecorded: true) { name throws(Diagnostic) in
        try content("cases/" + name, in: head, repository)
      }
    } catch {
      throw DiagnosticList(
        error.diagnostics.map { problem in
          guard let path = problem.location?.path, path.hasSuffix(".yml"),
            !(problem.hint ?? "").contains("git checkout")
          else { return problem }
          var problem = problem
          problem.hint =
            (problem.hint.map { $0 + "; " } ?? "") + "bring it back: `git checkout HEAD -- \(path)`"
          return problem
        })
    }
  }

  static func noRegister(at path: String) -> Diagnostic {
    if let missing = missingFolder(path) {
      return Diagnostic(
        rule: "register.folder", at: SourceLocation(path: path),
        message: "there is no folder “\(missing.name)”",
        hint: missing.near.map { "did you mean “\($0)”?" } ?? "look at the path after -C")
    }
    return Diagnostic(
      rule: "register.none", at: SourceLocation(path: path),
      message: "there is no register here", hint: "make one with `daftar init DIR --name NAME`")
  }

  /// The first folder of a path that is not there, and one beside it of nearly the same name.
  private static func missingFolder(_ path: String) -> (name: String, near: String?)? {
    var parent = path.hasPrefix("/") ? "/" : "."
    for name in path.split(separator: "/").map(String.init) {
      let folder = parent + "/" + name
      if !FileManager.default.fileExists(atPath: folder) {
        let beside = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        return (name, nearest(to: name, among: beside.sorted()))
      }
      parent = folder
    }
    return nil
  }

  /// Somebody looked at the published pages and has not gone back: the register is not lost.
  private static func siteInstead(at path: String, _ repository: Repository) throws -> Diagnostic {
    let prefix = "refs/heads/"
    let other = try repository.references(under: prefix).first {
      try repository.holdsRegister($0.tip)
    }
    return Diagnostic(
      rule: "register.none", at: SourceLocation(path: path),
      message: "there is no register here: this looks like the branch of its public site",
      hint: other.map { "go back to the register: `git switch \($0.name.dropFirst(prefix.count))`" }
        ?? "the register is in another repository; go there")
  }

  static func content(
    _ path: String, in head: ObjectID, _ repository: Repository
  ) throws(Diagnostic) -> [UInt8]? {
    do throws(GitError) {
      return try repository.blob(at: path, in: head)
    } catch {
      throw Diagnostic(
        rule: "git", at: SourceLocation(path: path), message: error.description)
    }
  }

  /// What a person must know of this copy before they read in it; nil when it is as usual.
  package func noticeOfState() throws -> Diagnostic? {
    try Wholeness.detached(repository) ?? SideBranch.found(in: repository)?.notice
  }

  /// Today, in the register's time zone.
  package var today: CalendarDate { zone.date(at: clock.now) }

  /// The commit that holds the register now.
  package func head() throws -> ObjectID {
    guard let head = try repository.head() else {
      throw Diagnostic(
        rule: "register.none", message: "the register has no history",
        hint: "make one with `daftar init DIR --name NAME`")
    }
    return head
  }

  /// Throws unless this program may write here: the format is known, the clock honest, and the branch
  /// the newest.
  package func requireWritable() throws {
    guard !configuration.settings.isNewer else { throw try formatFinding() }
    try requireOwnPlace()
  }

  /// Throws unless the branch is there and the newest, and the clock honest.
  package func requireOwnPlace() throws {
    if let damage = repository.lostBranch {
      throw Diagnostic(
        rule: "register.branch", at: SourceLocation(path: damage.file),
        message: "nothing is recorded while the branch that HEAD names is not there",
        hint: damage.remedy)
    }
    guard !clock.isSet || configuration.settings.isDemo else {
      throw Diagnostic(
        rule: "clock.set", message: "DAFTAR_NOW may set the clock only in a demonstration",
        hint: "unset DAFTAR_NOW; to record what happened earlier use --on DATE")
    }
    if let refusal = try SideBranch.found(in: repository)?.refusal { throw refusal }
  }
}

extension Repository {
  fileprivate func holdsRegister(_ commit: ObjectID) throws(GitError) -> Bool {
    try blobID(at: "cases/register.yml", in: commit) != nil
  }

  /// Whether a commit holds what `site publish` writes, and no cases.
  fileprivate func looksLikeSite(_ commit: ObjectID) throws(GitError) -> Bool {
    guard try blobID(at: "data/index.json", in: commit) != nil else { return false }
    return try folderID(at: "cases", in: commit) == nil
  }
}
