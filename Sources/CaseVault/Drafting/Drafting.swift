internal import CaseFormat
package import CaseModel
internal import Diagnostics

/// What the steps of one member at one moment become: events that everybody may read, and entries that
/// are sealed.
///
/// It reads nothing: what it has to know of other cases and of earlier entries is handed to it.
package struct Drafting {
  let rules: StepRules
  let zone: TimeZoneRules
  let now: Timestamp
  let member: Team.Member
  /// Why words that reach a person may stand in clear; nil refuses them.
  let permission: String?
  /// Opens what was sealed before, where a case has to be sealed anew.
  let opening: () throws -> CaseOpening

  var configuration: Configuration { rules.configuration }
  var today: CalendarDate { rules.today }

  /// Takes who acts, when, and under which rules; `zone` is the one in which dates are counted.
  package init(
    _ rules: StepRules, in zone: TimeZoneRules, at now: Timestamp, as member: Team.Member,
    allowing permission: String? = nil, opening: @escaping () throws -> CaseOpening
  ) {
    self.rules = rules
    self.zone = zone
    self.now = now
    self.member = member
    self.permission = permission
    self.opening = opening
  }

  /// Who may read what, by the roster of today.
  var readerPolicy: ReaderPolicy { ReaderPolicy(configuration: configuration, today: today) }

  /// The keys of readers, ready to seal for.
  func readers(_ keys: ReaderKeys) throws(Diagnostic) -> Readers {
    try Readers(keys, in: configuration)
  }

  /// Adds steps to a case, each under all guards; seals what must be sealed.
  package func draft(_ opened: OpenedCase, _ steps: [Step]) throws -> CaseDraft {
    var draft = CaseDraft(
      common: opened.document.history.events, opened: opened.history, folded: opened.folded)
    let wasSensitive = opened.document.standing.stub != nil
    let isSensitive = wasSensitive || steps.contains { $0.action.makesSensitive }
    try add(steps, to: &draft, isSensitive: isSensitive)
    guard isSensitive else { return draft }
    try hide(&draft, over: opened)
    if !wasSensitive { draft.warnings.append(Self.whatStays(opened.folded.id)) }
    return draft
  }

  /// Adds steps one after the other, each checked against what the case is by then.
  func add(
    _ steps: [Step], to draft: inout CaseDraft, isSensitive: Bool
  ) throws {
    for step in steps {
      try rules.check(step, by: member, in: draft.folded)
      let pair = try events(for: step, after: draft, isSensitive: isSensitive)
      if let opened = draft.opened { _ = try Replay(opened, appending: pair.opened, in: zone) }
      try requireConfirmable(step, in: draft)
      try append(pair, to: &draft)
    }
  }

  /// Throws when a step proposes what nobody could confirm: the fold would refuse it.
  private func requireConfirmable(_ step: Step, in draft: CaseDraft) throws {
    guard case .propose(.made(let amendment)) = step.action, let opened = draft.opened else {
      return
    }
    let place = draft.nextOpened
    let confirmation = Event.recorded(
      number: place.number, previous: place.previous, at: now, by: Self.secondPerson,
      action: amendment.settingAside ?? .amend(amendment), text: step.text,
      format: configuration.settings.format)
    guard let confirmation else { throw CaseFault.noCase }
    _ = try Replay(opened, appending: confirmation, in: zone)
  }

  /// Somebody who is neither complained about nor works on the case.
  private static let secondPerson = "second-person"

  /// Takes an event into a draft.
  func append(_ pair: EventPair, to draft: inout CaseDraft) throws {
    let opened = try History((draft.opened?.events ?? []) + [pair.opened])
    guard let theCase = Case.folding(opened, in: zone) else { throw CaseFault.noCase }
    draft.opened = opened
    draft.folded = theCase
    draft.events.append(pair.opened)
    if let common = pair.common { draft.common.append(common) }
    if let sealed = pair.sealed { draft.sealed.append(sealed) }
  }

  /// An event as its author reads it, as everybody does, and the entry with the difference.
  struct EventPair {
    var opened: Event
    var common: Event?
    var sealed: SealedFile?
  }

  /// Makes the event of a step; in a sensitive case nobody else sees it as such.
  func events(
    for step: Step, after draft: CaseDraft, isSensitive: Bool
  ) throws -> EventPair {
    let on = step.on.flatMap { $0 == today ? nil : $0 }
    if isSensitive {
      return EventPair(opened: try event(step, on: on, after: draft.nextOpened))
    }
    guard isSealed(step) else {
      let step = try ClearText(permission: permission).checked(step)
      let event = try event(step, on: on, after: draft.nextCommon)
      return EventPair(opened: event, common: event)
    }
    let sealed = try sealedWords(of: step, in: draft.folded)
    let (number, previous) = try draft.nextCommon
    guard
      let common = Event.recorded(
        number: number, previous: previous, at: now, by: member.id, action: step.action,
        on: on, seal: sealed.reference, format: configuration.settings.format)
    else { throw CaseFault.noCase }
    let opened = try common.opened(
      with: SealedWords(of: step.action, text: step.text), name: "step")
    return EventPair(opened: opened, common: try asRead(common), sealed: sealed)
  }

  /// Whether the words of a step in an ordinary case are sealed.
  func isSealed(_ step: Step) -> Bool {
    if case .contact = step.action { return true }
    return configuration.settings.seal == .everything
      && !SealedWords(of: step.action, text: step.text).isEmpty
  }

  /// Seals the words of a step in an ordinary case.
  func sealedWords(of step: Step, in theCase: Case) throws -> SealedFile {
    let words = SealedWords(of: step.action, text: step.text)
    if case .contact = step.action {
      return try SealedFile.sealing(
        words.bytes, .contact, of: theCase.id,
        to: try readers(try readerPolicy.readersOfContacts(of: theCase)))
    }
    return try SealedFile.sealing(
      words.bytes, .words, of: theCase.id,
      to: try readers(try readerPolicy.readersOfTexts(of: theCase)))
  }

  /// The event as the case file gives it back: without the private fields.
  func asRead(_ event: Event) throws -> Event {
    try EventReader.read(Array(event.canonical.utf8)[...], path: "step", line: 1).event
  }

  private func event(
    _ step: Step, on: CalendarDate?, after place: (number: Int, previous: [EventID])
  ) throws -> Event {
    guard
      let event = Event.recorded(
        number: place.number, previous: place.previous, at: now, by: member.id,
        action: step.action, on: on, text: step.text, format: configuration.settings.format)
    else { throw CaseFault.noCase }
    return event
  }

  private static func whatStays(_ id: CaseID) -> String {
    "from now on \(id) is sealed; what was written until now stays readable in the history for "
      + "everybody who has a copy of the register, with the title and the coded facts also in the "
      + "case file. Nothing removes it from others' copies; before it is sent, it is here only"
  }
}

extension Action {
  /// Whether a case is sensitive from this step on.
  fileprivate var makesSensitive: Bool {
    if case .raise(_, let sensitivity?) = self { return sensitivity.isSensitive }
    return false
  }
}
