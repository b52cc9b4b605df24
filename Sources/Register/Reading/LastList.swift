internal import FileSystem
internal import Text
internal import CaseVault
package import CaseModel
package import GitStore

/// The memory of which case stood in which row of the last list, so that `daftar show 3` works.
///
/// Kept in `.git/daftar/last-list`, on this computer only; only ids, no text.
package enum LastList {
  private static func note(_ repository: Repository) -> WorkTreeNote {
    WorkTreeNote("last-list", of: repository)
  }

  /// Remembers the rows of a list that was just shown.
  ///
  /// A register that cannot be written is still listed; row numbers then do not work.
  package static func remember(_ rows: [CaseID], in repository: Repository) {
    try? note(repository).write(rows.map(\.description), for: .owner)
  }

  /// The case in a row of the last list; nil for no number or no such row.
  static func row(_ text: String, in repository: Repository) -> CaseID? {
    let values = text.unicodeScalars.map(Crockford.value(of:))
    guard !text.isEmpty, text.unicodeScalars.count <= 6,
      values.allSatisfy({ $0.map { $0 < 10 } ?? false })
    else { return nil }
    let number = values.reduce(0) { $0 * 10 + ($1 ?? 0) }
    guard let rows = note(repository).lines, number >= 1, number <= rows.count else { return nil }
    return CaseID(canonical: rows[number - 1])
  }
}
