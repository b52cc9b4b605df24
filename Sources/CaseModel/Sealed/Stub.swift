/// What everybody may know of a sensitive case: that it is there, how urgent, and who acts on it.
package struct Stub: Hashable, Sendable {
  /// The case's id.
  package var id: CaseID
  /// Whether work is still to be done.
  package var state: StubState
  /// Confidential or restricted.
  package var sensitivity: Sensitivity
  /// The month of receipt.
  package var received: CalendarMonth
  /// Local date by which the case should be closed.
  package var due: CalendarDate?
  /// Members who act on the case, sorted; those complained about are never among them.
  package var actors: [String]

  /// Describes a stub.
  package init(
    id: CaseID, state: StubState, sensitivity: Sensitivity, received: CalendarMonth,
    due: CalendarDate?, actors: [String]
  ) {
    self.id = id
    self.state = state
    self.sensitivity = sensitivity
    self.received = received
    self.due = due
    self.actors = actors
  }

  /// Whether work on the case is still to be done.
  package var isOpen: Bool { state != .closed }

  /// Joins what the last steps of a history say; nil for a history without a sealed step.
  ///
  /// Copies that went on apart are joined without looking inside: open where one is open, the
  /// stricter sensitivity, the earlier due date, all actors. The order plays no part.
  package static func folding(_ history: History) -> Stub? {
    guard history.isSealed, let id = history.caseID else { return nil }
    let covered = history.covered
    let last = history.events.filter { !covered.contains($0.id) }.compactMap(\.action.sealedStep)
    guard let first = last.first else { return nil }
    var stub = Stub(
      id: id, state: first.state, sensitivity: first.sensitivity, received: first.received,
      due: first.due, actors: [])
    for step in last {
      stub.state = joined(stub.state, step.state)
      stub.sensitivity = max(stub.sensitivity, step.sensitivity)
      stub.received = min(stub.received, step.received)
      stub.due = [stub.due, step.due].compactMap(\.self).min()
      stub.actors = Set(stub.actors + step.actors).sorted()
    }
    return stub
  }

  private static func joined(_ one: StubState, _ other: StubState) -> StubState {
    one == other ? one : .open
  }
}

extension History {
  /// Whether the case is sensitive: then its file is a stub.
  package var isSealed: Bool { events.contains { $0.action.sealedStep != nil } }

  /// What was recorded when the case began; nil while that is sealed.
  package var registration: Registration? {
    for case .register(let registration) in events.lazy.map(\.action) { return registration }
    return nil
  }

  /// The case that the registration names.
  package var caseID: CaseID? {
    for event in events {
      switch event.action {
      case .register(let registration): return registration.caseID
      case .sealed(let step) where step.kind == .register: return step.caseID
      default: continue
      }
    }
    return nil
  }

  /// The register in which the case began; nil before format 2.
  package var registerID: String? {
    for event in events {
      switch event.action {
      case .register(let registration): return registration.registerID
      case .sealed(let step) where step.kind == .register: return step.registerID
      default: continue
      }
    }
    return nil
  }

  /// All events on which an event builds.
  package func predecessors(of event: Event) -> Set<EventID> {
    var known = Set(event.previous)
    for earlier in events.reversed() where known.contains(earlier.id) {
      known.formUnion(earlier.previous)
    }
    return known
  }

  /// The digest that each sealed entry should have now: of entries sealed anew, the later one.
  package var digests: [EntryID: String] {
    var digests: [EntryID: String] = [:]
    for event in events {
      if let seal = event.seal { digests[seal.entry] = seal.digest }
      for (entry, digest) in event.action.sealedStep?.resealed ?? [:] { digests[entry] = digest }
    }
    return digests
  }
}
