internal import PersonalData
internal import CaseModel
internal import Diagnostics

/// The guard against an import whose coded columns hold what names or reaches a person.
///
/// Codes are stored in clear for ever and go into statistics; a column that holds telephone
/// numbers was mapped by mistake. Messages name column, kind and rows, never the value.
struct PersonalDataGuard {
  private var found: [String: [PersonalDataPattern.Kind: [Int]]] = [:]
  private var order: [String] = []
  private var harmless: Set<String> = []

  /// Looks at a cell; `allowing` is what the map says the column may hold.
  mutating func look(
    at cell: String, row: Int, column: String, allowing allowed: PersonalDataPattern.Kind? = nil
  ) {
    guard !harmless.contains(cell) else { return }
    let findings = PersonalDataPattern.findings(in: cell)
    guard !findings.isEmpty else {
      // Codes repeat; a table of different texts must not fill the memory.
      if harmless.count < 10_000 { harmless.insert(cell) }
      return
    }
    for kind in Set(findings.map(\.kind)) where kind != allowed {
      if found[column] == nil { order.append(column) }
      found[column, default: [:]][kind, default: []].append(row)
    }
  }

  /// One problem for every column and kind; `remedy` is asked for each column.
  func problems(path: String, remedy: (String) -> String) -> [Diagnostic] {
    order.flatMap { column in
      PersonalDataPattern.Kind.allCases.compactMap { kind in
        guard let rows = found[column]?[kind] else { return nil }
        return Diagnostic(
          rule: "import.personal-data", at: SourceLocation(path: path),
          message: "the column “\(column)” holds \(kind.rawValue) in \(Self.words(rows))",
          hint: remedy(column))
      }
    }
  }

  /// The same as notes, for columns of free text.
  func notes(path: String) -> [Diagnostic] {
    problems(path: path) { _ in
      "these words will be readable in the register for ever; make the column private if in doubt"
    }.map { problem in
      var note = problem
      note.severity = .warning
      note.rule = "import.personal-data-in-text"
      return note
    }
  }

  private static func words(_ rows: [Int]) -> String {
    let shown = rows.prefix(8).map(String.init).joined(separator: ", ")
    let more = rows.count > 8 ? " and \(rows.count - 8) more" : ""
    return (rows.count == 1 ? "row " : "rows ") + shown + more
  }
}
