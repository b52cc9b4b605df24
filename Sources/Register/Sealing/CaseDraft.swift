internal import CaseVault
internal import CaseFormat
internal import CaseModel

/// A case with new steps that are checked but not yet recorded.
struct CaseDraft {
  /// The events that everybody may read; none before a registration.
  var common: [Event]
  /// The history as its author reads it; nil before a registration.
  var opened: History?
  /// What that folds to.
  var file: Case
  /// The new events, with their words.
  var events: [Event] = []
  /// The step that hides them all, in a sensitive case.
  var step: Event?
  /// Entries for the vault.
  var sealed: [SealedFile] = []
  /// What the author should know.
  var warnings: [String] = []

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
