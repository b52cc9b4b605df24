internal import PersonalData
internal import CaseModel
internal import Diagnostics

/// The reason why a row is not imported, and what to do about it; never holds a private value.
package struct RefusedRow: Error, Sendable, Hashable {
  /// The row as a spreadsheet counts it.
  package var row: Int
  /// The column; empty when the whole row is meant.
  package var column: String
  /// What is wrong.
  package var reason: String
  /// What to do.
  package var remedy: String

  package init(row: Int, column: String = "", reason: String, remedy: String) {
    self.row = row
    self.column = column
    self.reason = reason
    self.remedy = remedy
  }

  /// The row in one line: where, why, what to do.
  package var words: String {
    let place = column.isEmpty ? "row \(row)" : "row \(row), \(column)"
    return visible("\(place): \(reason); \(remedy)")
  }
}

/// A value as a message may show it: between quotes, shortened, or hidden when it looks personal.
package func quotedValue(_ value: String) -> String {
  guard PersonalDataPattern.findings(in: value).isEmpty else { return "the value" }
  let scalars = value.unicodeScalars
  let shown = scalars.count > 40 ? String(scalars.prefix(40)) + "…" : value
  return "“\(shown)”"
}

/// The beginning of a text as a preview may show it: between quotes, or only what kind of personal
/// data it holds.
package func previewed(_ text: String) -> String {
  let kinds = Set(PersonalDataPattern.findings(in: text).map(\.kind.rawValue))
  guard kinds.isEmpty else {
    return "not shown, it holds \(kinds.sorted().joined(separator: ", "))"
  }
  let scalars = text.unicodeScalars
  return "“\(scalars.count > 60 ? String(scalars.prefix(60)) + "…" : text)”"
}
