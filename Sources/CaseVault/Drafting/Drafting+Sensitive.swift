internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Sealing

extension Drafting {
  /// Puts the new events of a sensitive case into one sealed step.
  ///
  /// Where the readers have changed, all entries of the case are sealed anew for those of now.
  func hide(_ draft: inout CaseDraft, over opened: OpenedCase) throws {
    let readers = try readers(try readerPolicy.readers(of: draft.folded))
    var step = publicStep(draft.folded, kind: kind(of: draft.folded, before: opened.folded))
    let earlier = opened.document.standing.stub?.actors ?? []
    let barred = Set(
      draft.folded.subjects.map(\.description) + draft.folded.notTo + draft.folded.byLot)
    // Nobody is taken out again: a name that disappears would tell everybody why.
    let acting = Set([member.id] + [draft.folded.assignee].compactMap(\.self)).subtracting(barred)
    step.actors = acting.union(earlier).sorted()
    let isUnited = opened.document.history.heads.count == 1
    if opened.readers != [readers.named] || !isUnited {
      let renewed = try sealAnew(opened, for: readers, &draft)
      for entry in renewed { step.resealed[entry.reference.entry] = entry.reference.digest }
      draft.sealed += renewed
      draft.warnings += Self.changes(from: opened.allReaders, to: readers.named)
    }
    try seal(step, &draft, for: readers, texts: textsInClear(of: opened))
    warnOfFewReaders(readers, &draft)
    warnOfNoReturn(readers, &draft)
  }

  /// Puts the first events of a sensitive case into its sealed registration.
  func hideRegistration(_ draft: inout CaseDraft) throws {
    let readers = try readers(try readerPolicy.readers(of: draft.folded))
    var step = publicStep(draft.folded, kind: .register)
    step.caseID = draft.folded.id
    step.registerID = configuration.settings.registerID
    // One of those entitled, drawn by lot: so that nobody can conclude anything from not being it.
    step.actors = [readers.members.randomElement()].compactMap(\.self)
    try seal(step, &draft, for: readers, texts: [:])
    warnOfFewReaders(readers, &draft)
    warnOfNoReturn(readers, &draft)
  }

  private func warnOfNoReturn(_ readers: Readers, _ draft: inout CaseDraft) {
    guard !readers.members.contains(member.id) else { return }
    draft.warnings.append("it is sealed for others: you cannot open it after this")
  }

  private func publicStep(_ theCase: Case, kind: SealedStep.Kind) -> SealedStep {
    let state: StubState =
      switch theCase.state {
      case .registered: .registered
      case .closed: .closed
      default: .open
      }
    return SealedStep(
      kind: kind, state: state, sensitivity: max(.confidential, theCase.sensitivity),
      received: CalendarMonth(of: theCase.received), due: theCase.due, actors: [])
  }

  private func kind(of theCase: Case, before: Case) -> SealedStep.Kind {
    theCase.state == .closed && before.state != .closed ? .close : .step
  }

  private func seal(
    _ step: SealedStep, _ draft: inout CaseDraft, for readers: Readers, texts: [EventID: String]
  ) throws {
    let content = SealedSteps(readers: readers.named, events: draft.events, earlierTexts: texts)
    let sealed = try SealedFile.sealing(content.bytes, .steps, of: draft.folded.id, to: readers)
    let (number, previous) = try draft.nextCommon
    guard
      let event = Event.recorded(
        number: number, previous: previous, at: zone.beginningOfDay(now), by: member.id,
        action: .sealed(step), seal: sealed.reference, format: configuration.settings.format)
    else { throw CaseFault.noCase }
    draft.common.append(event)
    draft.step = event
    draft.sealed.append(sealed)
  }

  /// The texts that still stand in the case's file and leave it with the next sealed step.
  private func textsInClear(of opened: OpenedCase) -> [EventID: String] {
    let pairs = opened.document.history.events.compactMap { event in
      event.text.map { (event.id, $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Seals every entry of a case again, with new file keys, for the readers of now.
  ///
  /// From before the case became sensitive there may be entries that its readers cannot open, such
  /// as contact data; they stay as they are. The steps of a sensitive case are all sealed anew.
  private func sealAnew(
    _ opened: OpenedCase, for readers: Readers, _ draft: inout CaseDraft
  ) throws -> [SealedFile] {
    let id = draft.folded.id
    var opening = try opening()
    var renewed: [SealedFile] = []
    let withoutContent = opened.state.setAside.union(opened.unreadable)
    for event in opened.document.history.events where !withoutContent.contains(event.id) {
      guard let seal = event.seal else { continue }
      if let entry = try opening.entry(of: event, in: id) {
        renewed.append(try SealedFile.sealing(entry, of: id, to: readers))
      } else if event.action.sealedStep == nil {
        draft.warnings.append(
          "the sealed entry \(seal.entry) of an earlier step could not be opened here and stays "
            + "readable for those who could read it before")
      } else {
        throw Diagnostic(
          rule: "sealed.renew",
          message: "the readers of \(id) change, and an entry that must be sealed anew cannot be "
            + "opened here",
          hint: "run `daftar sync`; otherwise somebody who can read the whole case takes this step")
      }
    }
    return renewed
  }

  private static func changes(from old: [String: String], to new: [String: String]) -> [String] {
    guard !old.isEmpty else { return [] }
    var words: [String] = []
    func names(_ keys: [String]) -> [String] {
      keys.map { $0.hasPrefix("+") ? "the \($0.dropFirst()) key" : $0 }.sorted()
    }
    let added = names(new.keys.filter { old[$0] != new[$0] })
    let gone = names(old.keys.filter { new[$0] == nil })
    if !added.isEmpty { words.append("sealed anew also for \(added.joined(separator: ", "))") }
    if !gone.isEmpty {
      words.append(
        "sealed anew without \(gone.joined(separator: ", ")), who may have kept what they read")
    }
    return words
  }

  private func warnOfFewReaders(_ readers: Readers, _ draft: inout CaseDraft) {
    if readers.members.count < 2 {
      draft.warnings.append(
        "only one member can open this case; its ending needs a second one who can")
    }
    let isRestricted = draft.folded.sensitivity == .restricted
    let settings = configuration.settings
    if (isRestricted ? settings.recoveryRestricted : settings.recovery) == nil {
      draft.warnings.append(
        "there is no recovery key for \(draft.folded.sensitivity.rawValue) cases: if its readers "
          + "lose their keys, it is lost; see cases/register.yml")
    }
  }
}
