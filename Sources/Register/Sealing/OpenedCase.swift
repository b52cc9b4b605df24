package import CaseFormat
package import CaseModel
package import Diagnostics

/// A case as far as this person may read it: what its file says, and what was sealed.
package struct OpenedCase: Sendable {
  /// The file as it stands in the register.
  package let document: CaseDocument
  /// The events with all that could be opened; of a sensitive case, the real ones.
  package let history: History
  /// What they fold to.
  package let file: Case
  /// What is damaged.
  package let problems: [Diagnostic]
  /// The members for whom the last steps of a sensitive case were sealed, with their keys; one
  /// value for each last step, none for an ordinary case.
  let readers: [[String: String]]
  /// Of a sensitive case: the step of the common history in which each real event lies.
  let steps: [EventID: EventID]

  init(
    document: CaseDocument, history: History, file: Case, problems: [Diagnostic] = [],
    readers: [[String: String]] = [], steps: [EventID: EventID] = [:]
  ) {
    self.document = document
    self.history = history
    self.file = file
    self.problems = problems
    self.readers = readers
    self.steps = steps
  }

  /// Everybody for whom one of the last steps was sealed.
  var allReaders: [String: String] {
    readers.reduce(into: [:]) { all, readers in all.merge(readers) { one, _ in one } }
  }

  /// The step of the common history in which an event lies.
  func commonStep(of event: EventID) -> EventID { steps[event] ?? event }
}

extension Refusal {
  /// All that somebody learns who may not read a sensitive case.
  package static let handledByOthers = Refusal(
    "case.others", "This case is handled by others.", hint: "")
}
