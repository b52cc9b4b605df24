internal import CaseFormat
internal import CaseModel
internal import Text

/// An edit of configuration that decides who may open what is sealed.
struct RosterChange {
  private let isOfOthers: Bool

  /// Compares an edited file with what is in force.
  init(from configuration: Configuration, _ name: String, _ edited: [UInt8]) throws {
    switch name {
    case "team.yml":
      let (old, new) = (configuration.team, try Team.reading(edited, path: "cases/team.yml"))
      let members = new.members.contains { member in
        let before = old.member(member.id)
        return before?.read != member.read || before?.roles != member.roles
          || before?.from != member.from || before?.to != member.to
      }
      isOfOthers = members || old.outsideContact != new.outsideContact
    case "register.yml":
      let old = configuration.settings
      let new = try RegisterSettings.reading(edited, path: "cases/register.yml")
      isOfOthers =
        old.recovery != new.recovery || old.recoveryRestricted != new.recoveryRestricted
        || old.leavesOneOut != new.leavesOneOut
    default: isOfOthers = false
    }
  }

  /// Whether a member may change who reads and acts.
  static func isAllowed(to member: Team.Member) -> Bool {
    member.has(.changeRoster)
  }

  /// Throws unless nothing of it changes, or a manager or an administrator changes it.
  func requireAllowed(to member: Team.Member) throws(Refusal) {
    guard isOfOthers, !Self.isAllowed(to: member) else { return }
    throw Refusal(
      .teamRoster,
      "roles, dates and keys decide who may open what is sealed: only a manager or an "
        + "administrator changes them",
      hint: "ask one of them; your own key is set with "
        + "`daftar member key set MEMBER age1…`")
  }
}
