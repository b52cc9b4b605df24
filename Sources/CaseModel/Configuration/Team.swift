/// What `team.yml` says: who works on cases, in which roles, from when to when.
package struct Team: Sendable {
  /// A person of the team.
  package struct Member: Sendable, Hashable {
    /// The short name that events hold.
    package let id: String
    /// The name that commits show.
    package let name: String
    /// The address that commits show and by which git's own settings are recognised.
    package let email: String?
    /// What the member is there for.
    package let roles: [Role]
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
      id: String, name: String, email: String? = nil, roles: [Role], units: [String] = [],
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

    /// Describes somebody outside.
    package init(name: String, read: String?) {
      self.name = name
      self.read = read
    }
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

  /// Describes a team.
  package init(members: [Member], outsideContact: OutsideContact? = nil) {
    self.members = members
    self.outsideContact = outsideContact
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
}
