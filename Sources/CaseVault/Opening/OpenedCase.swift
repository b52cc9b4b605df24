package import CaseFormat
package import CaseModel
package import Diagnostics
internal import Text

/// A case as far as this person may read it: what its file says, and what was sealed.
package struct OpenedCase: Sendable {
  /// The file as it stands in the register.
  package let document: CaseDocument
  /// The events with all that could be opened; of a sensitive case, the real ones.
  package let history: History
  /// What they fold to.
  package let folded: Case
  /// What of its sealed parts could not be opened, and why.
  package let state: OpeningState
  /// The members for whom the last steps of a sensitive case were sealed, with their keys; one
  /// value for each last step, none for an ordinary case.
  package let readers: [[String: String]]
  /// Of a sensitive case: the step of the common history in which each real event lies.
  package let steps: [EventID: EventID]

  package init(
    document: CaseDocument, history: History, folded: Case, state: OpeningState = OpeningState(),
    readers: [[String: String]] = [], steps: [EventID: EventID] = [:]
  ) {
    self.document = document
    self.history = history
    self.folded = folded
    self.state = state
    self.readers = readers
    self.steps = steps
  }

  /// What is damaged, and which steps of a sensitive case cannot be read.
  package var problems: [Diagnostic] {
    let found = state.damaged.merging(state.unreadable) { one, _ in one }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The events whose sealed words have not arrived here.
  package var missing: Set<EventID> { state.missing }

  /// The steps of a sensitive case that cannot be read and were not set aside.
  package var unreadable: Set<EventID> { Set(state.unreadable.keys) }

  /// Everybody for whom one of the last steps was sealed.
  package var allReaders: [String: String] {
    readers.reduce(into: [:]) { all, readers in all.merge(readers) { one, _ in one } }
  }

  /// The step of the common history in which an event lies.
  package func commonStep(of event: EventID) -> EventID { steps[event] ?? event }
}

/// What became of the sealed parts of a case, other than those that opened or are for others.
package struct OpeningState: Sendable {
  /// Events whose sealed words have not arrived here.
  package var missing: Set<EventID> = []
  /// Events whose sealed words are damaged.
  package var damaged: [EventID: Diagnostic] = [:]
  /// Steps of a sensitive case that cannot be read, with the reason.
  package var unreadable: [EventID: Diagnostic] = [:]
  /// Steps that cannot be read and were set aside.
  package var setAside: Set<EventID> = []
}

extension Refusal {
  /// All that somebody learns who may not read a sensitive case.
  package static let handledByOthers = Refusal(
    .caseOthers, "This case is handled by others.", hint: "")
}
