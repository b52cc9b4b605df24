internal import CaseFormat
internal import CaseModel
internal import PersonalData

/// Somebody of the team in one word of a call.
enum MemberWords {
  /// A member as given: `ID:NAME:ROLE[+ROLE]…[:EMAIL]`.
  static func member(
    _ argument: String, option: String = "--member"
  ) throws -> Team.Member {
    func refusal(_ message: String, _ hint: String) -> UsageError {
      UsageError(message: "\(option) “\(argument)”: " + message, hint: hint)
    }
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (3...4).contains(parts.count) else {
      throw refusal(
        "it has \(parts.count) of 3 or 4 parts", "write ID:NAME:ROLE or ID:NAME:ROLE:EMAIL")
    }
    guard Team.isMemberID(parts[0]) else {
      throw refusal(
        "“\(parts[0])” is no member id",
        "use lower-case letters, digits and dashes, such as rana or m-07")
    }
    if let problem = AuthorText.problem(ofName: parts[1]) {
      throw refusal(
        "the name cannot stand in the history: \(problem)", "write the name as people say it")
    }
    let words = parts[2].split(separator: "+").map(String.init)
    let roles = words.compactMap(Role.init)
    if let unknown = words.first(where: { Role(rawValue: $0) == nil }) ?? (words.isEmpty ? "" : nil)
    {
      throw refusal("“\(unknown)” is no role", Role.hint(for: unknown))
    }
    let email = parts.count == 4 ? parts[3] : nil
    if let email, let problem = MailAddress.problem(email) {
      throw refusal(
        "“\(email)” is no e-mail address: \(problem)",
        "write it as rana@example.org, or leave it out")
    }
    return Team.Member(id: parts[0], name: parts[1], email: email, roles: roles)
  }
}
