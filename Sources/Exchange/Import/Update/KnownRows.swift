package import CaseModel
internal import CaseVault

/// What a table says of rows that an earlier import brought in.
package struct KnownRows: Sendable {
  /// What the rows say otherwise now, in the order of the table.
  package var changes: [RowChange] = []
  /// Rows with the id of a case that somebody entered by hand; nothing is added to those.
  package var enteredByHand: [(row: Int, caseID: CaseID)] = []
  /// Rows of earlier imports that the table does not hold any more; nothing is deleted.
  package var vanished: [(external: String, caseID: CaseID)] = []
  /// How many rows have contact data that cannot be compared: that of their cases does not open here.
  package var uncomparedContacts = 0
  /// How many rows say something else now of cases that do not open here.
  package var unopened = 0
  private var found: [Found] = []

  /// What would be recorded in one case.
  private struct Found {
    let row: ImportedRow
    let new: ImportedCase
    /// Recorded in any case.
    let added: [Step]
    /// Recorded by `--update`.
    let taken: [Step]
  }

  /// Adds what is to be recorded in the case of a row.
  mutating func add(_ row: KnownRow, added: [Step], taken: [Step]) {
    guard !added.isEmpty || !taken.isEmpty else { return }
    found.append(Found(row: row.old, new: row.new, added: added, taken: taken))
  }

  /// The rows whose changes are recorded, as they would come in if they were new.
  func updated(all: Bool) -> [ImportedCase] {
    found.filter { all || !$0.added.isEmpty }.map(\.new)
  }

  /// What is recorded: what was left out before, and with `all` what changed.
  func updates(all: Bool) -> [ImportedUpdate] {
    found.compactMap { item in
      let steps = item.added + (all ? item.taken : [])
      guard let file = item.row.file, !steps.isEmpty else { return nil }
      return ImportedUpdate(item.row.caseID, in: file, steps)
    }
  }

  /// How many rows say something else now.
  package var changedRows: Int { Set(changes.filter { $0.fate != .added }.map(\.row)).count }

  /// The changes that `--update` records.
  package var takeable: [RowChange] { changes.filter { $0.fate == .taken } }

  /// The changes that are not recorded, with `--update` either.
  package var left: [RowChange] {
    changes.filter { if case .left = $0.fate { true } else { false } }
  }

  /// The contact data that was left out before.
  package var added: [RowChange] { changes.filter { $0.fate == .added } }
}
