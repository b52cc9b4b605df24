internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Sealing

/// What was found in the entries of a sensitive case.
private struct Contents {
  var events: [Event] = []
  var earlierTexts: [EventID: String] = [:]
  var steps: [EventID: EventID] = [:]
  var readers: [[String: String]] = []
  /// The steps that could be opened.
  var opened: Set<EventID> = []
  /// The steps that are sealed for others.
  var closed: Set<EventID> = []
  /// The steps that nobody can open as they are here, with the reason.
  var unreadable: [EventID: Diagnostic] = [:]
}

extension CaseOpening {
  /// Opens a sensitive case.
  ///
  /// A step that is not here, is damaged, or was not made by this program does not shut the case:
  /// the rest is opened, and the step is named.
  mutating func openSensitive(_ document: CaseDocument) throws -> OpenedCase {
    guard let id = document.history.caseID else { throw CaseFault.noCase }
    var contents = try contents(of: document, id)
    guard !contents.opened.isEmpty else {
      guard contents.closed.isEmpty else { throw Refusal.handledByOthers }
      throw nothingHere(of: id, contents)
    }
    try Self.judge(&contents, document.history, id)
    var state = OpeningState()
    let settled = Set(
      contents.events.flatMap { event -> [EventID] in
        if case .settle(let ids) = event.action { ids } else { [] }
      })
    state.setAside = settled.intersection(contents.unreadable.keys)
    state.unreadable = contents.unreadable.filter { !settled.contains($0.key) }
    let ordinary = try opened(document.history, of: id, &state).events
      .filter { $0.action.sealedStep == nil }
      .map { event in
        var event = event
        // Only the very text that left the file comes back.
        if let text = contents.earlierTexts[event.id], event.withheldText == Digest.ofText(text) {
          event.text = text
          event.withheldText = nil
        }
        return event
      }
    guard let history = Self.history(ordinary, contents, document.history) else {
      // What is not here may be what others build on.
      throw contents.unreadable.isEmpty ? Self.noHistory(id) : Self.incomplete(id, contents)
    }
    guard let theCase = Case.folding(history, in: reader.zone), theCase.id == id else {
      throw contents.unreadable.isEmpty ? Self.foreign(id) : Self.incomplete(id, contents)
    }
    return OpenedCase(
      document: document, history: history, folded: theCase, state: state,
      readers: contents.readers, steps: contents.steps)
  }

  /// The history that can be read; what builds on a step that cannot is shown all the same.
  private static func history(
    _ ordinary: [Event], _ contents: Contents, _ common: History
  ) -> History? {
    let events = ordinary + contents.events
    guard !contents.unreadable.isEmpty else { return try? History(events) }
    return try? History(withGaps: events) { event in
      let step = contents.steps[event.id] ?? event.id
      let before = common.events.first { $0.id == step }.map(common.predecessors) ?? []
      return common.events.last { before.contains($0.id) && contents.unreadable[$0.id] != nil }?.by
        ?? event.by
    }
  }

  private mutating func contents(of document: CaseDocument, _ id: CaseID) throws -> Contents {
    let tip = try tip(of: id)
    var contents = Contents()
    let heads = document.history.heads
    for event in document.history.events where event.action.sealedStep != nil {
      guard let seal = event.seal else { continue }
      do {
        switch try entry(seal, .steps, of: id, in: tip) {
        case .missing: contents.unreadable[event.id] = notArrived(event, id)
        case .sealedForOthers: contents.closed.insert(event.id)
        case .open(let entry):
          let steps = try SealedSteps(reading: entry.payload, name: Self.name(of: seal, id))
          // Nobody acts in another's name behind the seal.
          guard steps.events.allSatisfy({ $0.by == event.by }) else { throw Self.foreign(id) }
          contents.opened.insert(event.id)
          contents.events += steps.events
          contents.earlierTexts.merge(steps.earlierTexts) { _, later in later }
          // The newest step tells the readers of the whole case; after a merge there are several.
          if heads.contains(event.id) { contents.readers.append(steps.readers) }
          for real in steps.events { contents.steps[real.id] = event.id }
        }
      } catch let problem as Diagnostic {
        contents.unreadable[event.id] = Self.unreadable(event, id, problem)
      }
    }
    return contents
  }

  /// Tells what a step that does not open means: that this person reads the case no longer, that a
  /// step was made beside the one that made them a reader, or that nobody honest made it.
  private static func judge(
    _ contents: inout Contents, _ history: History, _ id: CaseID
  ) throws {
    let steps = history.events.filter { $0.action.sealedStep != nil }
    for event in steps where contents.closed.contains(event.id) {
      let before = history.predecessors(of: event)
      let earlier = steps.filter { before.contains($0.id) && contents.opened.contains($0.id) }
      let entries = Set(earlier.compactMap { $0.seal?.entry })
      let renewed = Set(event.action.sealedStep?.resealed.keys.map(\.self) ?? [])
      // Who seals a case for others than before seals all of it anew.
      let shutsOut = entries.isSubset(of: renewed)
      let isBeside = steps.contains { other in
        other.id != event.id && !before.contains(other.id)
          && !entries.isDisjoint(with: other.action.sealedStep?.resealed.keys.map(\.self) ?? [])
      }
      guard !shutsOut, !isBeside else { continue }
      contents.closed.remove(event.id)
      contents.unreadable[event.id] = forNobody(event, id)
    }
    guard history.heads.count != 1 || contents.closed.isDisjoint(with: history.heads) else {
      throw Refusal.handledByOthers
    }
    guard contents.closed.isEmpty else { throw incomplete(id, contents) }
  }
}

extension CaseOpening {
  private func notHere(_ id: CaseID) -> Diagnostic {
    Diagnostic(
      rule: "vault.missing", message: "the sealed part of \(id) has not arrived here yet",
      hint: vault?.waiting ?? "run `daftar sync`")
  }

  private func nothingHere(of id: CaseID, _ contents: Contents) -> Diagnostic {
    contents.unreadable.values.first { $0.rule != "sealed.missing" } ?? notHere(id)
  }

  /// How a step that cannot be opened is named.
  private static func named(_ event: Event, _ id: CaseID) -> String {
    "the step \(event.id) of \(id) by \(event.by)"
  }

  private static func settling(_ event: Event, _ id: CaseID) -> String {
    "a manager or focal point who reads the case sets it aside, once it is clear that nobody has "
      + "it: `daftar settle \(id) \(event.id) --reason -`"
  }

  private func notArrived(_ event: Event, _ id: CaseID) -> Diagnostic {
    Diagnostic(
      rule: "sealed.missing",
      message: "\(Self.named(event, id)) has not arrived here; the rest is shown",
      hint: vault?.waiting ?? "run `daftar sync`, here and where \(event.by) works; "
        + Self.settling(event, id))
  }

  private static func unreadable(
    _ event: Event, _ id: CaseID, _ problem: Diagnostic
  ) -> Diagnostic {
    Diagnostic(
      rule: problem.rule, at: problem.location,
      message: "\(named(event, id)) cannot be read, the rest is shown: \(problem.message)",
      hint: "run `daftar sync`: another copy may have it whole; " + settling(event, id))
  }

  private static func forNobody(_ event: Event, _ id: CaseID) -> Diagnostic {
    Diagnostic(
      rule: "sealed.nobody",
      message: "\(named(event, id)) is not sealed for those who read the case; the rest is shown",
      hint: "ask \(event.by) what it is; " + settling(event, id))
  }

  private static func incomplete(_ id: CaseID, _ contents: Contents) -> Diagnostic {
    let missing = contents.unreadable.values.count { $0.rule == "sealed.missing" }
    let unread = contents.closed.count + contents.unreadable.count
    let damage = contents.unreadable.sorted { $0.key < $1.key }.map(\.value)
      .first { $0.rule == "vault.damaged" }
    return Diagnostic(
      rule: "sealed.incomplete", at: damage?.location,
      message: "\(unread) of the \(unread + contents.opened.count) steps of \(id) cannot be read "
        + "here" + (missing > 0 ? " (\(missing) have not arrived)" : "")
        + (damage.map { ": " + $0.message.replacing(", the rest is shown", with: "") } ?? ""),
      hint: "run `daftar sync`; if that does not help, somebody who reads the whole case takes a "
        + "step in it, which seals it anew for all who may read it")
  }

  private static func noHistory(_ id: CaseID) -> Diagnostic {
    Diagnostic(
      rule: "sealed.history", message: "the sealed steps of \(id) do not form one case",
      hint: "run `daftar vault check`, and tell whoever recorded them")
  }

  private static func foreign(_ id: CaseID) -> Diagnostic {
    Diagnostic(
      rule: "sealed.foreign", message: "the sealed steps of \(id) belong to another case",
      hint: "run `daftar check`, and tell the others")
  }
}
