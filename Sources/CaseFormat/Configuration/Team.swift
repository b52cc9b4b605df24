package import CaseModel
package import Diagnostics
internal import Text

/// What `team.yml` says: who works on cases, in which roles, from when to when.
package struct Team: Sendable, ConfigurationPart {
  /// A person of the team.
  package struct Member: Sendable, Hashable {
    /// The short name that events hold.
    package let id: String
    /// The name that commits show.
    package let name: String
    /// The address that commits show and by which git's own settings are recognised.
    package let email: String?
    /// Codes of roles.
    package let roles: [String]
    /// Codes of units.
    package let units: [String]
    /// First day on which the member may act.
    package let from: CalendarDate?
    /// Last day on which the member may act.
    package let to: CalendarDate?
    /// Members who stand in.
    package let deputies: [String]
    /// The age recipient (`age1…`) to which texts are sealed for this member; nil without a key.
    package let read: String?

    /// Describes a member.
    package init(
      id: String, name: String, email: String? = nil, roles: [String], units: [String] = [],
      from: CalendarDate? = nil, to: CalendarDate? = nil, deputies: [String] = [],
      read: String? = nil
    ) {
      self.id = id
      self.name = name
      self.email = email
      self.roles = roles
      self.units = units
      self.from = from
      self.to = to
      self.deputies = deputies
      self.read = read
    }

    /// Whether the member may act on a day.
    package func isActive(on day: CalendarDate) -> Bool {
      (from.map { day >= $0 } ?? true) && (to.map { day <= $0 } ?? true)
    }
  }

  /// Somebody outside the organisation's line: headquarters, the board.
  package struct OutsideContact: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The age recipient (`age1…`) to which a case is sealed when somebody is left out; nil without
    /// a key.
    package let read: String?
  }

  /// The members in the order of the file.
  package let members: [Member]
  /// Who also reads a sensitive case when one of those entitled is left out.
  package let outsideContact: OutsideContact?

  /// The member with an id.
  package func member(_ id: String) -> Member? { members.first { $0.id == id } }

  /// The member with an e-mail address, in any case of letters.
  package func member(withEmail email: String) -> Member? {
    let wanted = email.lowercased()
    return members.first { $0.email?.lowercased() == wanted }
  }

  /// The codes that a role may have.
  package static let roles = [
    "intake", "handler", "manager", "focal", "reviewer", "qa", "publisher", "privacy", "auditor",
    "admin", "trainee",
  ]

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
    let name = try node.requireText("name")
    guard isSafeName(name) else {
      throw node.problem(
        rule: "team.name", "the name of \(id) holds characters that a commit cannot hold",
        hint: "leave out < > and invisible characters")
    }
    let roles = try node.optionalTexts("roles")
    for role in roles where !Team.roles.contains(role) {
      let list = try node.optional("roles")
      throw (list?.items?.first { $0.text == role } ?? list ?? node).problem(
        rule: "team.role", "“\(role)” is no role",
        hint: nearest(to: role, among: Team.roles).map { "did you mean “\($0)”?" }
          ?? "roles: " + Team.roles.joined(separator: ", "))
    }
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

  private static func date(_ node: YAMLNode, _ key: String) throws(Diagnostic) -> CalendarDate? {
    guard let text = try node.optionalText(key) else { return nil }
    guard let date = CalendarDate(text) else {
      throw node.problem(
        rule: "config.date", "“\(text)” is no date", hint: "write it as 2026-11-21")
    }
    return date
  }

  /// Whether a text may be a member's id: 1 to 32 lower-case letters, digits, dashes.
  package static func isMemberID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 32 && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }

  /// Whether a name may stand in a commit: no controls, no `<` or `>`, no direction overrides.
  package static func isSafeName(_ text: String) -> Bool {
    !text.isEmpty && CharacterScan(text.utf8.span).problem == nil
      && !text.contains { $0 == "<" || $0 == ">" || $0.isNewline || $0 == "\t" }
  }
}
