package import CaseFormat
package import CaseModel
internal import Diagnostics
internal import Sealing

/// Who may read what is sealed: by role, by case, and never who is complained about.
///
/// Restricted cases are read by the focal points; confidential ones also by managers and the
/// assignee; contact data by those who work with complainants; texts by the team.
package struct ReaderPolicy {
  package let configuration: Configuration
  package let today: CalendarDate

  /// Takes the roster and settings in force, and the day on which something is sealed.
  package init(configuration: Configuration, today: CalendarDate) {
    self.configuration = configuration
    self.today = today
  }

  /// The readers of a sensitive case.
  ///
  /// Throws `Refusal` (`sealing.nobody`) when no member could open it.
  package func readers(of file: Case) throws -> Readers {
    let isRestricted = file.sensitivity == .restricted
    let entitled = try entitled(to: file)
    guard !entitled.isEmpty else {
      throw Refusal(
        "sealing.nobody",
        "nobody on the team could open this: "
          + (isRestricted ? "no focal point" : "no focal point or manager")
          + " with a key may read it",
        hint: "take it to the safeguarding focal point or to headquarters in person and write "
          + "nothing here; whoever is to read it makes a key, `daftar key new`, and records it: "
          + "`daftar member key set MEMBER age1…`")
    }
    return Readers(
      members: entitled, others: try others(isRestricted, file), stanzas: try stanzas)
  }

  /// The members who may read a sensitive case and have a key.
  private func entitled(to file: Case) throws -> [String: Recipient] {
    try members { member in
      guard !file.isSubject(member.id), !file.leavesOut(member.id) else { return false }
      if member.roles.contains("focal") { return true }
      guard file.sensitivity != .restricted else { return false }
      return member.roles.contains("manager") || member.id == file.assignee
    }
  }

  /// Whom a new sensitive case leaves out by lot, where the register does so: nobody when somebody
  /// is left out already, or when fewer than two would remain to decide and approve.
  package func lot(for file: Case) throws -> [String] {
    guard configuration.settings.leavesOneOut, !leavesSomebodyOut(file) else { return [] }
    let entitled = try entitled(to: file).keys.sorted()
    return entitled.count < 3 ? [] : [entitled.randomElement()].compactMap(\.self)
  }

  /// Whether a member is left out on purpose, and not by lot.
  private func leavesSomebodyOut(_ file: Case) -> Bool {
    !file.notTo.isEmpty || file.subjects.contains { configuration.team.member($0) != nil }
  }

  /// The readers of texts of ordinary cases where everything is sealed: the team.
  package func readersOfTexts(of file: Case) throws -> Readers {
    try ordinary(file, roles: Self.teamRoles)
  }

  /// The readers of contact data: those who speak with complainants.
  package func readersOfContacts(of file: Case) throws -> Readers {
    try ordinary(file, roles: ["intake", "handler", "manager", "focal"])
  }

  /// Room for every key of the team, the recovery key and the outside contact, in steps of eight.
  ///
  /// Throws `Refusal` (`sealing.too-many`) above what a sealed file can hold.
  private var stanzas: Int {
    get throws(Refusal) {
      let keys = configuration.team.members.count { $0.read != nil }
      guard keys <= Self.mostKeys else { throw Self.tooManyKeys(keys) }
      return (keys + Readers.Other.allCases.count + 7) / 8 * 8
    }
  }

  /// How many keys a team may have: a sealed file has room for 1,024, in steps of eight.
  package static let mostKeys = 1_024 - Readers.Other.allCases.count

  /// Why nothing can be sealed for so many.
  package static func tooManyKeys(_ count: Int) -> Refusal {
    Refusal(
      "sealing.too-many",
      "the team has \(count) keys, and what is sealed can be sealed for \(mostKeys) at most",
      hint: "take the line “read:” from members who have left in cases/team.yml, then "
        + "`daftar adopt team.yml`")
  }

  private static let teamRoles = [
    "intake", "handler", "manager", "focal", "reviewer", "qa", "privacy", "trainee",
  ]

  private func ordinary(_ file: Case, roles: [String]) throws -> Readers {
    let entitled = try members { member in
      !file.isSubject(member.id) && member.roles.contains(where: roles.contains)
    }
    guard !entitled.isEmpty else {
      throw Refusal(
        "sealing.nobody", "nobody on the team has a key, so nobody could open this",
        hint: "make one with `daftar key new` and record it with "
          + "`daftar member key set MEMBER age1…`")
    }
    var readers = Readers(members: entitled, others: [:], stanzas: try stanzas)
    if let key = configuration.settings.recovery {
      readers.others[.recovery] = try recipient(key, "recovery")
    }
    return readers
  }

  /// The recovery key of the class, and who steps in when somebody is left out.
  private func others(
    _ isRestricted: Bool, _ file: Case
  ) throws -> [Readers.Other: Recipient] {
    let settings = configuration.settings
    var others: [Readers.Other: Recipient] = [:]
    if let key = isRestricted ? settings.recoveryRestricted : settings.recovery {
      others[.recovery] = try recipient(key, "recovery")
    }
    if leavesSomebodyOut(file), let key = configuration.team.outsideContact?.read {
      others[.outsideContact] = try recipient(key, "outside-contact")
    }
    return others
  }

  private func members(
    where isEntitled: (Team.Member) -> Bool
  ) throws -> [String: Recipient] {
    var found: [String: Recipient] = [:]
    for member in configuration.team.members where member.isActive(on: today) {
      guard let key = member.read, isEntitled(member) else { continue }
      found[member.id] = try recipient(key, member.id)
    }
    return found
  }

  private func file(of owner: String) -> String {
    owner.hasPrefix("recovery") ? "register.yml" : "team.yml"
  }

  private func recipient(_ text: String, _ owner: String) throws -> Recipient {
    do throws(SealingError) {
      return try Recipient(reading: text)
    } catch {
      throw Diagnostic(
        rule: "team.key", message: "the public key of \(owner) is damaged: \(error.message)",
        hint: configuration.team.member(owner) != nil
          ? "set it again: `daftar member key set \(owner) age1…`"
          : "correct it in cases/\(file(of: owner)) and run `daftar adopt \(file(of: owner))`")
    }
  }
}
