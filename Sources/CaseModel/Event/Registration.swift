/// What is known of a complaint when it enters the register.
package struct Registration: Hashable, Sendable {
  /// The case's id.
  package var caseID: CaseID
  /// Code of the category.
  package var category: String
  /// Codes of the themes, at least one.
  package var themes: [String]
  /// Resolved sensitivity.
  package var sensitivity: Sensitivity
  /// Resolved priority.
  package var priority: Priority
  /// Code of the channel of receipt.
  package var channel: String
  /// Language of the complaint (BCP 47).
  package var language: String
  /// Where, which unit, which project.
  package var concern = Concern()
  /// Local date of receipt, day 0 of every clock.
  package var received: CalendarDate
  /// Moment of receipt, for clocks in hours.
  package var receivedAt: Timestamp?
  /// Who took the complaint, often not who registers it.
  package var receivedBy: String
  /// Local date on which the matter happened.
  package var happened: CalendarDate?
  /// Local date by which the case should be closed; nil for kinds without a closing target.
  package var due: CalendarDate?
  /// Whether the complainant agreed to the record.
  package var consent: Consent
  /// A stable id from another system.
  package var external: String?
  /// Who is complained about: barred from acting.
  package var subjects: [Subject]
  /// Whether somebody speaks for another person.
  package var isOnBehalf: Bool
  /// Whether the complainant could not be told that the complaint was registered.
  package var isNotTold: Bool
  /// Whether the complainant has raised the matter before.
  package var isRepeated: Bool
  /// Coded facts about the complainant.
  package var complainant: Complainant
  /// One line that names the matter.
  package var title: String
  /// Digest of the imported row, so that a second import recognises it.
  package var importDigest: String?
  /// The register in which the case began, from format 2 on: it cannot pass for a case of another.
  package var registerID: String?
  /// Members who are left out of a sensitive case although their role would let them read it.
  ///
  /// Recorded only inside sealed entries.
  package var notTo: [String] = []

  /// Who is left out by lot, as of every sensitive case of some registers.
  package var byLot: [String] = []

  /// Stands for a title that is sealed.
  package static let sealedTitle = "*Sealed.*"

  /// Makes a registration from the fields that every case has.
  package init(
    caseID: CaseID, category: String, themes: [String], sensitivity: Sensitivity,
    priority: Priority, channel: String, language: String, received: CalendarDate,
    receivedBy: String, due: CalendarDate?, consent: Consent, title: String
  ) {
    self.caseID = caseID
    self.category = category
    self.themes = themes
    self.sensitivity = sensitivity
    self.priority = priority
    self.channel = channel
    self.language = language
    self.received = received
    self.receivedBy = receivedBy
    self.due = due
    self.consent = consent
    self.title = title
    subjects = []
    isOnBehalf = false
    isNotTold = false
    isRepeated = false
    complainant = Complainant()
  }
}
