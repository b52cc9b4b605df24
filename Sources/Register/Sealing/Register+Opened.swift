package import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
package import GitStore

extension Register {
  /// Who may read what, by the roster of today.
  var readerPolicy: ReaderPolicy { ReaderPolicy(configuration: configuration, today: today) }

  /// Whether words that are recorded in a case are sealed.
  package func sealsWords(of opened: OpenedCase) -> Bool {
    opened.document.standing.stub != nil || configuration.settings.seal == .everything
  }

  /// How this register's case files are read.
  var reader: CaseReader { CaseReader(zone: zone, isNewer: configuration.settings.isNewer) }

  /// Opens what this person may read of a case in a commit.
  ///
  /// Throws as ``document(_:in:)``; `Refusal` (`case.others`) for a sensitive case sealed for
  /// others; `Diagnostic` when a sealed part is missing or damaged.
  package func opened(_ id: CaseID, in commit: ObjectID) throws -> OpenedCase {
    try opened(try document(id, in: commit))
  }

  /// Opens what this person may read of a case whose file was read already.
  func opened(_ document: CaseDocument) throws -> OpenedCase {
    let hasSeals = document.history.events.contains { $0.seal != nil }
    var opening = CaseOpening(
      vault: hasSeals ? try Vault.open(of: repository) : nil,
      identities: hasSeals ? try keys.identities : [], reader: reader)
    return try opening.open(document)
  }
}
