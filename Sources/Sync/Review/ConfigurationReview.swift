internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register

/// The review of a commit's configuration for what must not come into force.
///
/// That is a file that cannot be read, a setting that was fixed when the register was made, and a
/// roster after which nobody could act. Where one of them stands, the last version before it counts.
struct ConfigurationReview {
  let commits: ReviewedCommits
  /// What was in force at the reviewed commit before; nil when there is none, or none to be read.
  private let known: RegisterSettings?
  private let knownTeam: [UInt8]?

  private var repository: Repository { commits.repository }

  init(_ commits: ReviewedCommits) throws {
    self.commits = commits
    func bytes(_ name: String) throws -> [UInt8]? {
      guard let base = commits.base, let blob = try commits.file("cases/" + name, in: base) else {
        return nil
      }
      return try commits.repository.blob(blob)
    }
    known = try bytes("register.yml").flatMap { try? FixedSettings.reading($0) }
    knownTeam = try bytes("team.yml")
  }

  /// What keeps a version of a configuration file from coming into force; nil when nothing does.
  func problem(with name: String, _ blob: ObjectID?) throws -> Diagnostic? {
    let path = "cases/" + name
    guard let blob else {
      return Diagnostic(
        rule: "config.missing", at: SourceLocation(path: path), message: "the file is missing")
    }
    if let size = repository.size(of: blob), size > Self.largestFile {
      return Diagnostic(
        rule: "file.size", at: SourceLocation(path: path, line: 1, column: 1),
        message: "the file is larger than 16 MiB")
    }
    let bytes = try repository.blob(blob)
    // The format says how much of the file need not be known here.
    let settings = try commits.file("cases/register.yml", in: commits.tip)
      .flatMap { try? repository.blob($0) }
    do throws(DiagnosticList) {
      _ = try Configuration.reading(isRecorded: true) { file in
        file == name ? bytes : file == "register.yml" ? settings : nil
      }
    } catch {
      let own = error.diagnostics.first { $0.location?.path == path }
      if let own { return own }
    }
    switch name {
    case "register.yml": return try problem(withSettings: bytes)
    case "team.yml":
      let moment = try moment(of: blob, at: path)
      guard let zone = try zone() else { return nil }
      return ConfigurationDoor.nobodyLeft(bytes, since: knownTeam, on: zone.date(at: moment))
    default: return nil
    }
  }

  private static let largestFile = 16 << 20

  private func problem(withSettings bytes: [UInt8]) throws -> Diagnostic? {
    let settings: RegisterSettings
    do throws(Diagnostic) {
      settings = try FixedSettings.reading(bytes)
      _ = try TimeZoneCatalogue.rules(settings.timeZone)
    } catch {
      return error
    }
    if settings.isNewer, try RaisedFormat.isByHand(at: commits.tip, in: repository) {
      return Diagnostic(
        rule: "adopt.fixed", at: SourceLocation(path: "cases/register.yml"),
        message: "the format \(settings.format) \(RaisedFormat.words)")
    }
    if let known, try RaisedFormat.lacksID(settings, since: known, at: commits.tip, repository) {
      return Diagnostic(
        rule: "adopt.fixed", at: SourceLocation(path: "cases/register.yml"),
        message: "the format \(settings.format) \(RaisedFormat.words)")
    }
    guard let known, let changed = FixedSettings.changed(from: known, to: settings, byUpgrade: true)
    else { return nil }
    // Whoever goes back to what was chosen first mends what an earlier version let through.
    let first = try FixedSettings.founding(before: commits.tip, in: repository)
    if let first, FixedSettings.changed(from: first, to: settings, byUpgrade: true) == nil {
      return nil
    }
    return FixedSettings.finding(changed)
  }

  /// When a version of a file came: the same for everybody who reviews it, whenever they do.
  private func moment(of blob: ObjectID, at path: String) throws -> Timestamp {
    let commit = try repository.commit(commits.commit(thatBrought: blob, at: path))
    let earlier = try commit.parents.map { try repository.commit($0).committer.seconds }
    return Timestamp(seconds: max(commit.committer.seconds, earlier.max() ?? 0))
  }

  /// The newest version of a file before the tip that may be in force.
  func lastSound(_ name: String) throws -> ObjectID? {
    for commit in commits.all.dropFirst() + [commits.base].compactMap(\.self) {
      guard let blob = try commits.file("cases/" + name, in: commit) else { continue }
      if try problem(with: name, blob) == nil { return blob }
    }
    return nil
  }

  /// The settings that hold after the review; nil when none can be read.
  func settings() throws -> RegisterSettings? {
    let present = try commits.file("cases/register.yml", in: commits.tip)
    let isSound = try problem(with: "register.yml", present) == nil
    guard let blob = try isSound ? present : lastSound("register.yml") else { return nil }
    return try? FixedSettings.reading(try repository.blob(blob))
  }

  /// The zone in which the register's dates are counted after the review.
  func zone() throws -> TimeZoneRules? {
    try settings().flatMap { try? TimeZoneCatalogue.rules($0.timeZone) }
  }
}
