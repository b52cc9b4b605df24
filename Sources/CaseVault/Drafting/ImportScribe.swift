internal import Text
package import CaseFormat
package import CaseModel

/// What writes new cases of a log on any thread: to draft one, nothing else has to be read.
package struct ImportScribe: Sendable {
  private let configuration: Configuration
  private let today: CalendarDate
  private let zone: TimeZoneRules
  private let now: Timestamp
  private let member: Team.Member

  /// Takes who imports, when, and under which configuration; `zone` is the one in which dates are
  /// counted.
  package init(
    _ configuration: Configuration, today: CalendarDate, in zone: TimeZoneRules, at now: Timestamp,
    as member: Team.Member
  ) {
    self.configuration = configuration
    self.today = today
    self.zone = zone
    self.now = now
    self.member = member
  }

  /// Writes one case; throws `Refusal` when nobody could open what is sealed, or when it is too long.
  package func written(_ new: ImportedCase, at path: String) throws -> WrittenImport {
    let rules = StepRules(
      configuration: configuration, today: today, isFarDayMeant: { _ in false },
      otherCase: { _ in nil })
    let drafting = Drafting(rules, in: zone, at: now, as: member) { throw CaseFault.noCase }
    let draft = try drafting.draft(
      of: new.registration, new.text, new.steps, contact: new.contact)
    return try WrittenImport(draft, at: path, in: zone)
  }
}

/// The case of one row as it is written.
package struct WrittenImport: Sendable {
  /// The path of the case's file.
  package let path: String
  /// Its bytes.
  package let content: [UInt8]
  /// `CASE EVENT` and a line end, for every new event of the common history.
  package let lines: [String]
  /// Entries for the vault.
  package let sealed: [SealedFile]
  /// How many events there are new, those inside of sealed steps too.
  package let events: Int
  /// Whether the events of the case are hidden in a sealed step.
  package let isSensitive: Bool

  /// Writes a draft; throws `Refusal` for a file that would be too large.
  package init(_ draft: CaseDraft, at path: String, in zone: TimeZoneRules) throws {
    let document = try CaseDocument(
      path: path, history: try History(draft.common), zone: zone)
    self.path = path
    content = try document.recordable(in: zone)
    let new = draft.step.map { [$0] } ?? draft.events
    lines = new.map { "\(draft.folded.id) \($0.id)\n" }
    sealed = draft.sealed
    events = draft.events.count
    isSensitive = draft.step != nil
  }
}

extension CaseDocument {
  /// The bytes of the file; refuses those that a reader would not accept.
  package func recordable(in zone: TimeZoneRules) throws -> [UInt8] {
    let bytes = bytes(zone: zone)
    guard bytes.count <= CaseFileLayout.maximumSize else {
      throw Refusal(
        .fileSize, "the case file would grow over 1 MiB",
        hint: "shorten the text; long documents belong outside the register")
    }
    // Nothing is recorded that could not be read again: every reader is tried before the commit.
    let again = try CaseDocument(reading: bytes, path: path, zone: zone)
    if let difference = again.differences.first { throw difference }
    return bytes
  }
}
