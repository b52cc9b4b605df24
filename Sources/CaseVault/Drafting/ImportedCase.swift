package import CaseModel
package import GitStore
package import Text

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
  /// Whether a later import recorded something too: then the digest does not tell what the row said
  /// last.
  package let isUpdated: Bool

  /// Describes what is known of a row.
  package init(caseID: CaseID, digest: String?, file: TreeEntry?, isUpdated: Bool = false) {
    self.caseID = caseID
    self.digest = digest
    self.file = file
    self.isUpdated = isUpdated
  }
}

extension ImportedRow {
  /// The path of the case's file; nil when this person cannot open it.
  package var path: String? { file?.path }
}

extension History {
  /// Whether an import recorded something after the one that registered the case.
  package var hasLaterImport: Bool {
    events.contains { $0.isImported && ($0.action.isAmendment || $0.at != events.first?.at) }
  }
}

extension Action {
  /// Whether it corrects a field, which the import that registers a case never does.
  fileprivate var isAmendment: Bool { if case .amend = self { true } else { false } }
}

/// What stands in the line of every correction; a text that holds it costs time and nothing else.
package let amendmentMark = BytePattern("\"do\":\"amend\"")
/// What stands in the line of every event of an import.
package let importMark = BytePattern("\"imported\":true")

extension Span<UInt8> {
  /// ``History/hasLaterImport`` of the file of a case that was registered at a moment.
  package func hasImport(after moment: String) -> Bool {
    let moment = BytePattern(Array("\"at\":\"\(moment)\"".utf8))
    var next = 0
    while let mark = index(of: importMark, in: next..<count) {
      let line = beginOfLine(before: mark)..<endOfLine(from: mark)
      guard index(of: moment, in: line) != nil, index(of: amendmentMark, in: line) == nil else {
        return true
      }
      next = line.upperBound
    }
    return false
  }
}
