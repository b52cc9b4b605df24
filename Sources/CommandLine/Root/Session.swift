internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register
internal import Text
internal import Vocabulary
internal import Terminal

/// One command's view of a register: where it is, who acts, what day it is.
struct Session {
  let register: Register

  /// Opens the register of a command that only reads.
  ///
  /// `toMend`: also one whose configuration is wrong, as ``Register/open(at:clock:keys:toMend:)`` says.
  init(_ options: GlobalOptions, toMend: Bool = false) throws {
    let folder = options.folder
    register = try Register.open(
      at: folder, clock: try Session.clock(), keys: IdentityPlace.keyring, toMend: toMend)
    register.isFarDayMeant = Environment.current.farDates.isMeant
    if let notice = try register.noticeOfFormat() { Output.diagnostic(notice) }
    if let notice = try register.noticeOfState() { Output.diagnostic(notice) }
    // A name that is misspelt is said, also where the command only reads.
    if let named = options.member { _ = try member(named) }
  }

  /// The system's clock, or the moment in `DAFTAR_NOW`.
  static func clock() throws -> Clock {
    guard let text = Environment.current.variable("DAFTAR_NOW") else {
      return Environment.current.clock()
    }
    if let moment = Timestamp(text) { return .set(to: moment) }
    guard let date = CalendarDate(text) else {
      throw UsageError(
        message: "DAFTAR_NOW is “\(text)”, which is no moment",
        hint: "write it as 2026-11-21T09:00:00Z or 2026-11-21")
    }
    return .set(to: Timestamp(seconds: Int64(date.day) * 86_400 + 9 * 3_600))
  }

  /// Finds who acts: the option, `DAFTAR_MEMBER`, or git's e-mail address in the roster.
  func member(_ named: String?) throws -> Team.Member {
    let team = register.configuration.team
    guard let id = named ?? Environment.current.variable("DAFTAR_MEMBER") else {
      return try memberOfGit()
    }
    guard let member = team.member(id) else {
      throw Self.unknown(id, in: register.configuration)
    }
    guard member.isActive(on: register.today) else {
      throw Refusal(
        .teamInactive, "\(id) is not on the team today (\(register.today))",
        hint: "the dates stand in cases/team.yml")
    }
    return member
  }

  /// Who acts is never guessed from a name, but told.
  private static func unknown(_ id: String, in configuration: Configuration) -> Refusal {
    do throws(Refusal) {
      let meant = try configuration.code(meant: id, in: .members)
      return Refusal(
        .codeUnknown, "there is no member “\(id)”", hint: "did you mean “\(meant)”?")
    } catch {
      return error
    }
  }

  private func memberOfGit() throws -> Team.Member {
    let email = try register.repository.configuration("user.email")
    if let email, let member = register.configuration.team.member(withEmail: email),
      member.isActive(on: register.today)
    {
      return member
    }
    let ids = register.configuration.team.members.filter { $0.isActive(on: register.today) }
      .map(\.id).joined(separator: ", ")
    throw Refusal(
      .teamWho, "it is not known who you are",
      hint: "add --as MEMBER or set DAFTAR_MEMBER; members: \(ids)")
  }

  /// Says on standard error when configuration was edited and is not in force yet.
  func warnOfEditedConfiguration() throws {
    for name in Configuration.fileNames {
      guard let edited = WorkTreeFile.content("cases/" + name, in: register.repository),
        let committed = try register.repository.blob(
          at: "cases/" + name, in: try register.head()), edited != committed
      else { continue }
      var finding = try register.finding(ofEdited: name, edited)
      // What is recorded is in force, and the command goes on with it.
      finding.severity = .warning
      if finding.rule != "config.edited" {
        finding.message =
          "the file was edited, and the edit cannot come into force: \(finding.message)"
      }
      Output.diagnostic(finding)
    }
  }

  /// Says which files of the site's template other copies do not have.
  func warnOfEditedTemplate() throws {
    Output.diagnostics(try register.unrecordedTemplateFiles())
  }
}
