package import CaseModel
package import GitStore

/// A case from another system's log: how it was registered, and the dated steps that followed.
package struct ImportedCase: Sendable {
  /// The registration; its id is replaced when a case of the register has it already.
  package var registration: Registration
  /// The narrative, normalised.
  package var text: String?
  /// What followed, in order; every step has its date.
  package var steps: [Step]
  /// How to reach the complainant, in the canonical form of a `ContactRecord`; always sealed.
  package var contact: String?

  /// Makes an imported case.
  package init(_ registration: Registration, text: String? = nil, steps: [Step] = []) {
    self.registration = registration
    self.text = text
    self.steps = steps
  }
}

/// What a later export of a log adds to a case that an earlier import brought in.
package struct ImportedUpdate: Sendable {
  /// The case.
  package let caseID: CaseID
  /// The file of the case with which the row was compared; another one is not written over.
  package let file: TreeEntry
  /// What is recorded, in order.
  package let steps: [Step]

  /// Describes what is added.
  package init(_ caseID: CaseID, in file: TreeEntry, _ steps: [Step]) {
    self.caseID = caseID
    self.file = file
    self.steps = steps
  }
}

/// A case that has an external id, and what is known of the row it came from.
package struct ImportedRow: Sendable, Hashable {
  /// The case.
  package let caseID: CaseID
  /// The digest of the imported row; nil when the case was entered by hand.
  package let digest: String?
  /// The file of the case; nil when this person cannot open it.
  package let file: TreeEntry?

  /// Describes what is known of a row.
  package init(caseID: CaseID, digest: String?, file: TreeEntry?) {
    self.caseID = caseID
    self.digest = digest
    self.file = file
  }
}

extension ImportedRow {
  /// The path of the case's file; nil when this person cannot open it.
  package var path: String? { file?.path }
}
