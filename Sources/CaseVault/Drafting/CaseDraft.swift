package import CaseModel

/// A case with new steps that are checked but not yet recorded.
package struct CaseDraft: Sendable {
  /// The events that everybody may read; none before a registration.
  package var common: [Event]
  /// The history as its author reads it; nil before a registration.
  var opened: History?
  /// What that folds to.
  package var folded: Case
  /// The new events, with their words.
  package var events: [Event] = []
  /// The step that hides them all, in a sensitive case.
  package var step: Event?
  /// Entries for the vault.
  package var sealed: [SealedFile] = []
  /// What the author should know.
  package var warnings: [String] = []

  /// Number and predecessors of the next event that everybody may read.
  var nextCommon: (number: Int, previous: [EventID]) {
    get throws {
      guard !common.isEmpty else { return (1, []) }
      let history = try History(common)
      return (history.nextNumber, history.heads)
    }
  }

  /// Number and predecessors of the next event as its author reads the case.
  var nextOpened: (number: Int, previous: [EventID]) {
    (opened?.nextNumber ?? 1, opened?.heads ?? [])
  }
}
