internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Vocabulary
internal import Terminal

/// `daftar member add`: puts somebody on the team.
struct MemberAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put somebody on the team.",
    discussion: """
      A manager or an administrator adds members. An id names one person for ever. The newcomer makes \
      a key with `daftar key new`, whose public part is recorded with `daftar member key set`, or \
      here with --key.

      Examples:
        daftar member add rima --name "Rima Haddad" --role handler --unit upper
        daftar member add rima:"Rima Haddad":handler+intake:rima@example.org
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var farDates: FarDatesOption
  @Argument(
    help: ArgumentHelp(
      "The id, or ID:NAME:ROLE[+ROLE]…[:EMAIL] as with init.", valueName: "member"))
  var member: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The name that commits show.", valueName: "text"))
  var name: String?
  @Option(
    name: .customLong("role"),
    help: ArgumentHelp(
      "What the member is there for: intake, handler, manager …; may be repeated.",
      valueName: "role"),
    completion: .list(Role.allCases.map(\.rawValue)))
  var roles: [String] = []
  @Option(help: ArgumentHelp("The address that commits show.", valueName: "address"))
  var email: String?
  @Option(
    name: .customLong("unit"), help: ArgumentHelp("A unit; may be repeated.", valueName: "unit"),
    completion: Completions.codes(.concern(.unit)))
  var units: [String] = []
  @Option(help: ArgumentHelp("The first day on the team (default: today).", valueName: "date"))
  var from: DateWord?
  @Option(help: ArgumentHelp("The public key: age1….", valueName: "key")) var key: String?

  func run() throws {
    let session = try Session(global)
    let register = session.register
    let author = try session.member(global.member)
    let described = try MemberWords.member(words, option: "member")
    guard register.configuration.team.member(described.id) == nil else {
      throw UsageError(
        message: "the member “\(described.id)” is there already",
        hint: "an id names one person for ever: choose another one; see `daftar codes members`")
    }
    let first = try from?.date(today: register.today, within: .planned) ?? register.today
    let units = try units.map {
      try register.configuration.code(meant: $0, in: .concern(.unit))
    }
    let newcomer = Team.Member(
      id: described.id, name: described.name, email: described.email, roles: described.roles,
      units: units, from: first, read: key)
    try ConfigurationReport.add(.member(newcomer), to: register, as: author)
    guard key == nil else { return }
    Output.note(
      "next: \(newcomer.id) makes a key on their own computer and tells you its public part")
  }

  /// The member in the form that `init` takes.
  private var words: String {
    get throws {
      guard !member.contains(":") else {
        guard name == nil, roles.isEmpty, email == nil else {
          throw UsageError(
            message: "name, roles and address stand in “\(member)” already",
            hint: "give them there, or the id alone with --name, --role and --email")
        }
        return member
      }
      guard let name, !roles.isEmpty else {
        throw UsageError(
          message: "missing: "
            + [name == nil ? "--name" : nil, roles.isEmpty ? "--role" : nil].compactMap(\.self)
            .joined(separator: ", "),
          hint: "for instance \(member) --name \"Rima Haddad\" --role handler")
      }
      return "\(member):\(name):\(roles.joined(separator: "+"))" + (email.map { ":" + $0 } ?? "")
    }
  }
}
