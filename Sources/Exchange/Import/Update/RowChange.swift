package import CaseModel

/// Something that a row of a later export says otherwise than the row that was imported before.
package struct RowChange: Sendable, Hashable {
  /// What becomes of it.
  package enum Fate: Sendable, Hashable {
    /// It is recorded with the import, also without `--update`: it was left out before.
    case added
    /// It is recorded with `--update`.
    case taken
    /// It is not recorded, for the reason that is given.
    case left(String)
  }

  /// The row as a spreadsheet counts it.
  package let row: Int
  /// The case that the row became.
  package let caseID: CaseID
  /// The column, or the part of the contact data.
  package var column: String
  /// What the row said before; nil for nothing, and for words and what is private.
  package var old: String?
  /// What it says now; nil for nothing, and for words and what is private.
  package var new: String?
  /// What differs where no value may be shown, such as “differs from what the case holds”.
  package var words: String?
  package var fate: Fate

  /// What changed, without the row and the fate.
  package var what: String {
    words ?? "\(old ?? "(empty)") → \(new ?? "(empty)")"
  }
}
