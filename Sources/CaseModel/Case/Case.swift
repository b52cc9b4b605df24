/// A case as its events leave it: what the front matter shows, and a little that only guards need.
package struct Case: Hashable, Sendable {
  /// The case's id.
  package var id: CaseID
  /// Where it stands.
  package var state: CaseState = .registered
  /// One line that names the matter.
  package var title: String
  package var category: String
  package var themes: [String]
  package var sensitivity: Sensitivity
  package var priority: Priority
  package var channel: String
  package var language: String
  /// Where, which unit, which project.
  package var concern: Concern
  /// Local date of receipt, day 0 of every clock.
  package var received: CalendarDate
  package var receivedBy: String
  package var happened: CalendarDate?
  /// Local date of registration.
  package var registered: CalendarDate
  /// Whether it came in with a list: then the day of registration is the one that the list says.
  package var isImported = false
  package var acknowledged: CalendarDate?
  /// Local date by which the case should be closed.
  package var due: CalendarDate?
  /// Local date on which the deadline was extended; it is extended at most once.
  package var extended: CalendarDate?
  package var assignee: String?
  package var waitingFor: WaitingFor?
  package var waitingUntil: CalendarDate?
  /// The state to which a release returns.
  package var heldFrom: CaseState?
  package var heldUntil: CalendarDate?
  package var outcome: Outcome?
  package var rootCause: String?
  package var decided: CalendarDate?
  package var decidedBy: String?
  package var approvedBy: String?
  package var informed: CalendarDate?
  package var waived: Waiver?
  package var closed: CalendarDate?
  /// Whether it was closed on a day that nobody knows; ``closed`` is nil then.
  package var isClosedOnUnknownDay = false
  /// How often the case left the state closed again.
  package var reopened: Int = 0
  /// How many objections were raised; at most two.
  package var objections: Int = 0
  package var duplicateOf: CaseID?
  package var follows: CaseID?
  package var sameIssue: [CaseID] = []
  /// Promises still open, by the event that made them.
  package var promises: [EventID] = []
  package var referrals: [EventID] = []
  package var satisfaction: SurveyAnswer?
  /// Who is complained about.
  package var subjects: [Subject]
  /// Members who are left out although their role would let them read it; sealed cases only.
  package var notTo: [String]
  /// Who is left out by lot.
  package var byLot: [String]
  package var external: String?
  package var isOnBehalf: Bool
  package var isRepeated: Bool
  package var consent: Consent
  package var complainant: Complainant
  /// Events that lost against a concurrent one, until settled.
  package var attention: [EventID] = []

  /// Corrections that wait for a second person, oldest first; not part of the front matter.
  package var proposals: [Proposal] = []

  /// Every correction of a field that decides how figures count the case, oldest first; not part of
  /// the front matter.
  package var corrections: [Correction] = []

  /// Whether a second person confirmed that the case is a duplicate or not valid; not part of the
  /// front matter.
  package var isSetAsideByTwo = false

  /// The local day of the last step that changed the state; not part of the front matter.
  package var moved: CalendarDate?

  /// The local day on which an ordinary case became sensitive, where figures have to know it; not part
  /// of the front matter.
  package var raised: CalendarDate?

  /// Every span in which the case was closed, oldest first; not part of the front matter.
  package var closings: [Closing] = []

  /// A closing, and when it ended if it did.
  package struct Closing: Hashable, Sendable {
    /// Local date of closing, as it was told.
    package var closed: CalendarDate
    /// Local date on which it was recorded; what another system recorded, it recorded in time.
    package var recorded: CalendarDate
    /// Local date on which the case was opened again.
    package var reopened: CalendarDate?
    /// The deadline that was in force; of front matter alone it is not known.
    package var due: CalendarDate?
    /// How the case ended then; what it is decided to be after it was opened again does not count for it.
    package var outcome: Outcome?
    /// Whether nobody knows the day; ``closed`` is then the day on which the log was taken over.
    package var isDayUnknown = false
    /// The last local date on which the register knew the case open, where the day is not known.
    package var knownOpen: CalendarDate?

    /// Makes a closing.
    package init(
      closed: CalendarDate, recorded: CalendarDate? = nil, reopened: CalendarDate? = nil,
      due: CalendarDate? = nil, outcome: Outcome? = nil
    ) {
      self.closed = closed
      self.recorded = recorded ?? closed
      self.reopened = reopened
      self.due = due
      self.outcome = outcome
    }
  }

  /// Makes a case as it stands right after registration.
  package init(_ registration: Registration, registered: CalendarDate) {
    id = registration.caseID
    title = registration.title
    category = registration.category
    themes = registration.themes
    sensitivity = registration.sensitivity
    priority = registration.priority
    channel = registration.channel
    language = registration.language
    concern = registration.concern
    received = registration.received
    receivedBy = registration.receivedBy
    happened = registration.happened
    self.registered = registered
    due = registration.due
    subjects = registration.subjects
    notTo = registration.notTo
    byLot = registration.byLot
    external = registration.external
    isOnBehalf = registration.isOnBehalf
    isRepeated = registration.isRepeated
    consent = registration.consent
    complainant = registration.complainant
  }

  package var area: String? { concern.area }
  package var unit: String? {
    get { concern.unit }
    set { concern.unit = newValue }
  }

  /// Whether work on the case is still to be done.
  package var isOpen: Bool { state != .closed }

  /// Whether a member is left out of a sensitive case, on purpose or by lot.
  package func leavesOut(_ member: String) -> Bool {
    notTo.contains(member) || byLot.contains(member)
  }

  /// Whether a member is complained about and therefore barred from every action.
  package func isSubject(_ member: String) -> Bool { subjects.contains(.member(member)) }
}
