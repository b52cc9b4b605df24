/// What a case's file shows: an ordinary case, or the stub of a sensitive one.
package enum CaseStanding: Hashable, Sendable {
  case ordinary(Case)
  case stub(Stub)

  /// The case's id.
  package var id: CaseID {
    switch self {
    case .ordinary(let theCase): theCase.id
    case .stub(let stub): stub.id
    }
  }

  /// The ordinary case; nil for a stub.
  package var ordinary: Case? { if case .ordinary(let theCase) = self { theCase } else { nil } }

  /// The stub; nil for an ordinary case.
  package var stub: Stub? { if case .stub(let stub) = self { stub } else { nil } }

  /// Folds a history: as soon as one step is sealed, only the stub is told.
  package static func folding(_ history: History, in zone: TimeZoneRules) -> CaseStanding? {
    if history.isSealed { return Stub.folding(history).map(CaseStanding.stub) }
    return Case.folding(history, in: zone).map(CaseStanding.ordinary)
  }
}
