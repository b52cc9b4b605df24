/// What the common history tells of one command in a sensitive case; all else is in its entry.
///
/// Each step repeats the whole public standing of the case, so that copies merge by comparing
/// their last steps (see ``Stub``).
package struct SealedStep: Hashable, Sendable {
  /// The word under `do`.
  package enum Kind: String, Sendable, CaseIterable {
    case register
    case step
    case close
  }

  /// What is said to have been done.
  package var kind: Kind
  /// The case; only a registration names it.
  package var caseID: CaseID?
  /// The register in which the case began; only a registration names it, from format 2 on.
  package var registerID: String?
  /// Where the case stands after the step.
  package var state: StubState
  /// Confidential or restricted.
  package var sensitivity: Sensitivity
  /// The month of receipt.
  package var received: CalendarMonth
  /// Local date by which the case should be closed.
  package var due: CalendarDate?
  /// Members who act on the case, sorted.
  package var actors: [String]
  /// The digests of entries that were sealed anew with this step, because the readers changed.
  package var resealed: [EntryID: String]

  /// Describes a step.
  package init(
    kind: Kind, caseID: CaseID? = nil, state: StubState, sensitivity: Sensitivity,
    received: CalendarMonth, due: CalendarDate?, actors: [String],
    resealed: [EntryID: String] = [:]
  ) {
    self.kind = kind
    self.caseID = caseID
    self.state = state
    self.sensitivity = sensitivity
    self.received = received
    self.due = due
    self.actors = actors.sorted()
    self.resealed = resealed
  }
}

/// Where a sensitive case stands, as far as everybody may know.
package enum StubState: String, Sendable, CaseIterable {
  case registered
  case open
  case closed
}
