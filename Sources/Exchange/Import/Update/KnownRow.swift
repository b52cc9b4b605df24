internal import CaseVault

/// A row that an earlier import brought in, as the table says it now.
struct KnownRow {
  /// The row as a spreadsheet counts it.
  let row: Int
  /// What the row would become if it were new.
  let new: ImportedCase
  let texts: [ColumnText]
  /// The case that it became.
  let old: ImportedRow
}
