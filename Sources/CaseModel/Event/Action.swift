/// What an event does to a case; free text stands beside it in the event.
package enum Action: Hashable, Sendable {
  case register(Registration)
  case acknowledge(via: String)
  case assign(Assignee)
  case start
  case wait(WaitingFor, until: CalendarDate)
  case resume
  case note
  case decide(Outcome, rootCause: String?)
  case approve(accept: Bool)
  case inform(Informing)
  case close(outcome: Outcome?, of: CaseID?)
  case object
  case review(accept: Bool, remedy: String?)
  case reopen(due: CalendarDate)
  case hold(until: CalendarDate)
  case release
  case raise(priority: Priority?, sensitivity: Sensitivity?)
  case extend(due: CalendarDate)
  case amend(Amendment)
  /// A correction that waits for a second person, or the end of that waiting.
  case propose(ProposalStep)
  case link(Relation, CaseID)
  case promise(PromiseStep)
  case refer(organisation: String, consent: ReferralConsent)
  case survey(SurveyAnswer)
  case settle([EventID])
  case retract(EventID)
  /// How to reach the complainant; the words are always sealed.
  case contact
  /// A step in a sensitive case, as the common history shows it.
  case sealed(SealedStep)
  /// An action of a later version of the format: kept, folds to nothing.
  case unknown(String)

  /// The word under `do`.
  package var name: String {
    switch self {
    case .register: "register"
    case .acknowledge: "acknowledge"
    case .assign: "assign"
    case .start: "start"
    case .wait: "wait"
    case .resume: "resume"
    case .note: "note"
    case .decide: "decide"
    case .approve: "approve"
    case .inform: "inform"
    case .close: "close"
    case .object: "object"
    case .review: "review"
    case .reopen: "reopen"
    case .hold: "hold"
    case .release: "release"
    case .raise: "raise"
    case .extend: "extend"
    case .amend: "amend"
    case .propose: "propose"
    case .link: "link"
    case .promise: "promise"
    case .refer: "refer"
    case .survey: "survey"
    case .settle: "settle"
    case .retract: "retract"
    case .contact: "contact"
    case .sealed(let step): step.kind.rawValue
    case .unknown(let name): name
    }
  }

  /// The public side of a step in a sensitive case; nil for every other action.
  package var sealedStep: SealedStep? { if case .sealed(let step) = self { step } else { nil } }

  /// Whether a case begins with it.
  package var isRegistration: Bool {
    switch self {
    case .register: true
    case .sealed(let step): step.kind == .register
    default: false
    }
  }
}

/// Who gets a case.
package enum Assignee: Hashable, Sendable {
  case member(String)
  /// Any member of the unit may start; the assignee is removed.
  case unit(String)
}

/// How the complainant was told, or why not.
package enum Informing: Hashable, Sendable {
  case told(via: String, language: String)
  case waived(Waiver)
  /// An attempt that did not reach the person.
  case tried(via: String)
}

/// A correction of one field, with the value that it replaces.
package struct Amendment: Hashable, Sendable {
  /// The front matter's name of the field.
  package var field: String
  /// The new value as it stands in front matter; lists joined with `, `; empty to clear.
  package var value: String
  /// The value replaced.
  package var was: String

  /// Makes an amendment.
  package init(field: String, value: String, was: String) {
    self.field = field
    self.value = value
    self.was = was
  }

  /// Whether old and new value are words about the matter or the complainant.
  package var isPrivate: Bool { CaseColumn(field)?.isPrivate ?? false }
}

/// A correction that counts only when a second person makes it too, or its refusal.
package enum ProposalStep: Hashable, Sendable {
  case made(Amendment)
  /// The proposal is not taken up.
  case rejected(EventID)
}

/// A remedy promised to the complainant, kept, or moved to another day.
package enum PromiseStep: Hashable, Sendable {
  case made(until: CalendarDate)
  case kept(EventID)
  case moved(EventID, until: CalendarDate)
}

/// What the complainant said about the handling, or why nobody asked.
package enum SurveyAnswer: Hashable, Sendable {
  /// Score from 1 (very bad) to 5 (very good).
  case answered(Resolved, score: Int?)
  case waived(String)
}
