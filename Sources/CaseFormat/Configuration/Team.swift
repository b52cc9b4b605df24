package import CaseModel
package import Diagnostics
internal import Text

extension Team: ConfigurationPart {
  /// Reads `team.yml`.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> Team {
    try root.requireKnownKeys(["members", "outside-contact"])
    var members: [Member] = []
    for node in try root.require("members").requireList() {
      members.append(try member(node, among: members))
    }
    guard !members.isEmpty else {
      throw root.problem(
        rule: "team.empty", "the team has no members", hint: "list at least one under members:")
    }
    return Team(members: members, outsideContact: try outsideContact(root))
  }

  private static func outsideContact(_ root: YAMLNode) throws(Diagnostic) -> OutsideContact? {
    guard let node = try root.optional("outside-contact") else { return nil }
    try node.requireKnownKeys(["name", "role", "email", "phone", "read"])
    return OutsideContact(
      name: try node.requireText("name"), read: try recipient(node, "read"))
  }

  /// A public key; whether it is one of the curve is found out when something is sealed to it.
  static func recipient(_ node: YAMLNode, _ key: String) throws(Diagnostic) -> String? {
    guard let text = try node.optionalText(key) else { return nil }
    guard text.hasPrefix("age1"), text.utf8.count == 62 else {
      throw node.problem(
        rule: "config.recipient", "“\(text)” is no public key to seal to",
        hint: "it begins with age1 and has 62 characters, as `daftar key new` prints it")
    }
    return text
  }

  private static func member(
    _ node: YAMLNode, among known: [Member]
  ) throws(Diagnostic) -> Member {
    try node.requireKnownKeys([
      "id", "name", "email", "roles", "units", "from", "to", "deputies", "sign", "read",
    ])
    let id = try node.requireText("id")
    guard isMemberID(id) else {
      throw node.problem(
        rule: "team.id", "“\(id)” is no member id",
        hint: "use lower-case letters, digits and dashes, such as rana or m-07")
    }
    guard !known.contains(where: { $0.id == id }) else {
      throw node.problem(
        rule: "team.duplicate", "the member “\(id)” is there twice",
        hint: "an id names one person for ever; choose another for the newcomer")
    }
    // Whether a commit can hold the name is asked at the door (`FieldRules`): one that is in force all the
    // same must not keep everybody from writing.
    let name = try node.requireText("name")
    let roles = try roles(of: node)
    let (from, to) = (try date(node, "from"), try date(node, "to"))
    if let from, let to, from > to {
      throw node.problem(
        rule: "team.dates", "\(id) leaves (\(to)) before arriving (\(from))",
        hint: "correct one of the two dates")
    }
    return Member(
      id: id, name: name, email: try node.optionalText("email"), roles: roles,
      units: try node.optionalTexts("units"), from: from, to: to,
      deputies: try node.optionalTexts("deputies"), read: try recipient(node, "read"))
  }

  private static func roles(of node: YAMLNode) throws(Diagnostic) -> [Role] {
    var roles: [Role] = []
    for text in try node.optionalTexts("roles") {
      guard let role = Role(rawValue: text) else {
        let list = try node.optional("roles")
        throw (list?.items?.first { $0.text == text } ?? list ?? node).problem(
          rule: "team.role", "“\(text)” is no role", hint: Role.hint(for: text))
      }
      roles.append(role)
    }
    return roles
  }

  private static func date(_ node: YAMLNode, _ key: String) throws(Diagnostic) -> CalendarDate? {
    guard let text = try node.optionalText(key) else { return nil }
    guard let date = CalendarDate(text) else {
      throw node.problem(
        rule: "config.date", "“\(text)” is no date", hint: "write it as 2026-11-21")
    }
    return date
  }

  /// Whether a name may stand in a commit: no controls, no `<` or `>`, no direction overrides.
  package static func isSafeName(_ text: String) -> Bool {
    !text.isEmpty && CharacterScan(text.utf8.span).problem == nil
      && !text.contains { $0 == "<" || $0 == ">" || $0.isNewline || $0 == "\t" }
  }
}
