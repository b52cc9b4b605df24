/// Who may do what not everybody on the team may: one table, asked by whoever writes, and of any
/// moment of the history, because it is a function of the roster and the case as they were then.
package enum Authority: Sendable, CaseIterable {
  /// Adopts a change of roles, dates or keys.
  case changeRoster
  /// Adopts other kinds, sensitivities, targets, limits or rules of publication.
  case changeSettings
  /// Sets the key of somebody else.
  case setKeyOfOthers
  /// Raises the format of the register.
  case upgrade
  /// Goes beyond what everybody may do in a case: a late objection, a lower priority, another
  /// deadline, a unit that is complained about, the case of another unit.
  case override
  /// Confirms or rejects what somebody else proposed.
  case confirm
  /// Sets aside a step that nobody can read.
  case setAsideUnreadable
  /// Acts on a case of somebody else without being told that it is one.
  case actForOthers
  /// Stands in the history as the author of a register's beginning.
  case found
  /// Reads every confidential case.
  case readConfidential
  /// Reads restricted cases.
  case readRestricted
  /// Reads how to reach complainants.
  case readContacts
  /// Reads the texts of ordinary cases where all is sealed.
  case readTexts

  /// The roles that have it.
  package var roles: Set<Role> {
    switch self {
    case .changeRoster, .setKeyOfOthers: [.manager, .admin]
    case .changeSettings: [.manager, .reviewer, .admin]
    case .upgrade, .actForOthers, .found: [.manager]
    case .override, .confirm, .setAsideUnreadable, .readConfidential: [.manager, .focal]
    case .readRestricted: [.focal]
    case .readContacts: [.intake, .handler, .manager, .focal]
    case .readTexts: [.intake, .handler, .manager, .focal, .reviewer, .qa, .privacy, .trainee]
    }
  }
}

extension Team.Member {
  /// Whether a role of this member has an authority.
  package func has(_ authority: Authority) -> Bool { !authority.roles.isDisjoint(with: roles) }

  /// Whether this member may read a sensitive case: by role or as its assignee, and never who is
  /// complained about or was left out.
  package func mayRead(_ theCase: Case) -> Bool {
    guard !theCase.isSubject(id), !theCase.leavesOut(id) else { return false }
    if theCase.sensitivity == .restricted { return has(.readRestricted) }
    return has(.readConfidential) || id == theCase.assignee
  }

  /// Whether this member may confirm or reject a proposal: by role, and neither its author nor the
  /// one who works on the case.
  package func mayJudge(_ proposal: Proposal, in theCase: Case) -> Bool {
    has(.confirm) && proposal.by != id && theCase.assignee != id
  }
}
