internal import Text

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
  package func readers(of theCase: Case) throws(Refusal) -> ReaderKeys {
    let isRestricted = theCase.sensitivity == .restricted
    let entitled = entitled(to: theCase)
    guard !entitled.isEmpty else {
      throw Refusal(
        .sealingNobody,
        "nobody on the team could open this: "
          + (isRestricted ? "no focal point" : "no focal point or manager")
          + " with a key may read it",
        hint: "take it to the safeguarding focal point or to headquarters in person and write "
          + "nothing here; whoever is to read it makes a key, `daftar key new`, and records it: "
          + "`daftar member key set MEMBER age1…`")
    }
    return ReaderKeys(
      members: entitled, others: others(isRestricted, theCase), stanzas: try stanzas)
  }

  /// The members who may read a sensitive case and have a key, with the key.
  private func entitled(to theCase: Case) -> [String: String] { members { $0.mayRead(theCase) } }

  /// Whether somebody could open cases of a sensitive class.
  package func canSeal(_ sensitivity: Sensitivity) -> Bool {
    let authority: Authority = sensitivity == .restricted ? .readRestricted : .readConfidential
    return !members { $0.has(authority) }.isEmpty
  }

  /// Whether somebody who speaks with complainants has a key, so that contact data can be sealed.
  package var canSealContacts: Bool { !members { $0.has(.readContacts) }.isEmpty }

  /// Whom a new sensitive case leaves out by lot, where the register does so: nobody when somebody
  /// is left out already, or when fewer than two would remain to decide and approve.
  package func lot(for theCase: Case) -> [String] {
    var generator = SystemRandomNumberGenerator()
    return lot(for: theCase, using: &generator)
  }

  /// The same, by a given lot.
  package func lot(
    for theCase: Case, using generator: inout some RandomNumberGenerator
  ) -> [String] {
    guard configuration.settings.leavesOneOut, !leavesSomebodyOut(theCase) else { return [] }
    let entitled = entitled(to: theCase).keys.sorted()
    guard entitled.count >= 3 else { return [] }
    return [entitled.randomElement(using: &generator)].compactMap(\.self)
  }

  /// Whether a member is left out on purpose, and not by lot.
  private func leavesSomebodyOut(_ theCase: Case) -> Bool {
    !theCase.notTo.isEmpty
      || theCase.subjects.contains { subject in
        subject.member.map { configuration.team.member($0) != nil } ?? false
      }
  }

  /// The readers of texts of ordinary cases where everything is sealed: the team.
  package func readersOfTexts(of theCase: Case) throws(Refusal) -> ReaderKeys {
    try ordinary(theCase, .readTexts)
  }

  /// The readers of contact data: those who speak with complainants.
  package func readersOfContacts(of theCase: Case) throws(Refusal) -> ReaderKeys {
    try ordinary(theCase, .readContacts)
  }

  /// Room for every key of the team, the recovery key and the outside contact, in steps of eight.
  ///
  /// Throws `Refusal` (`sealing.too-many`) above what a sealed file can hold.
  private var stanzas: Int {
    get throws(Refusal) {
      let keys = configuration.team.members.count { $0.read != nil }
      guard keys <= Self.mostKeys else { throw Self.tooManyKeys(keys) }
      return (keys + ReaderKeys.Other.allCases.count + 7) / 8 * 8
    }
  }

  /// How many keys a team may have: a sealed file has room for 1,024, in steps of eight.
  package static let mostKeys = 1_024 - ReaderKeys.Other.allCases.count

  /// Why nothing can be sealed for so many.
  package static func tooManyKeys(_ count: Int) -> Refusal {
    Refusal(
      .sealingTooMany,
      "the team has \(count) keys, and what is sealed can be sealed for \(mostKeys) at most",
      hint: "take the line “read:” from members who have left in cases/team.yml, then "
        + "`daftar adopt team.yml`")
  }

  private func ordinary(
    _ theCase: Case, _ authority: Authority
  ) throws(Refusal) -> ReaderKeys {
    let entitled = members { !theCase.isSubject($0.id) && $0.has(authority) }
    guard !entitled.isEmpty else {
      throw Refusal(
        .sealingNobody,
        members { _ in true }.isEmpty
          ? "nobody on the team has a key, so nobody could open this"
          : "nobody with a key may read this: \(Self.readers(authority)) do",
        hint: "make one with `daftar key new` and record it with "
          + "`daftar member key set MEMBER age1…`")
    }
    let others = [ReaderKeys.Other.recovery: configuration.settings.recovery]
    return ReaderKeys(
      members: entitled, others: others.compactMapValues(\.self), stanzas: try stanzas)
  }

  private static func readers(_ authority: Authority) -> String {
    Role.allCases.filter(authority.roles.contains).map(\.rawValue).joined(separator: ", ")
  }

  /// The recovery key of the class, and who steps in when somebody is left out.
  private func others(_ isRestricted: Bool, _ theCase: Case) -> [ReaderKeys.Other: String] {
    let settings = configuration.settings
    let recovery = isRestricted ? settings.recoveryRestricted : settings.recovery
    let outside = leavesSomebodyOut(theCase) ? configuration.team.outsideContact?.read : nil
    return [.recovery: recovery, .outsideContact: outside].compactMapValues(\.self)
  }

  private func members(where isEntitled: (Team.Member) -> Bool) -> [String: String] {
    var found: [String: String] = [:]
    for member in configuration.team.members where member.isActive(on: today) {
      guard let key = member.read, isEntitled(member) else { continue }
      found[member.id] = key
    }
    return found
  }
}
