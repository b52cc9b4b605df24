internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Text
internal import Tables

/// The check, before any row is read, that a map fits the table and the register.
struct MapCheck {
  let map: ImportMap
  let mapPath: String
  let table: Table
  let configuration: Configuration

  /// The columns of the map with their places in the table; throws every misfit.
  func columns() throws(DiagnosticList) -> [(index: Int, column: ImportMap.Column)] {
    var problems = defaultProblems()
    var columns: [(index: Int, column: ImportMap.Column)] = []
    for column in map.columns {
      guard let index = table.column(column.name) else {
        problems.append(missing(column.name, at: column.location))
        continue
      }
      if let other = columns.first(where: { $0.index == index }) {
        problems.append(
          Diagnostic(
            rule: "import-map.twice", at: column.location,
            message: "the column “\(column.name)” was named already as “\(other.column.name)”",
            hint: "keep one of the two; the second column of a name is written “name#2”"))
      }
      columns.append((index, column))
    }
    if let name = map.external.column, table.column(name) == nil {
      problems.append(missing(name, at: map.external.location))
    }
    if let state = map.columns(for: .state).first, configuration.settings.format < 2 {
      problems.append(
        Diagnostic(
          rule: "import-map.format", at: state.location,
          message: "an ending without a day cannot be recorded in a register of format 1",
          hint: "a manager raises the format once (`daftar upgrade`), or make this column “drop”"))
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    return columns
  }

  private func missing(_ name: String, at place: SourceLocation) -> Diagnostic {
    let names = table.header.indices.compactMap(table.name)
    let shown = names.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
    return Diagnostic(
      rule: "import-map.column", at: place, message: "the table has no column “\(name)”",
      hint: nearest(to: name, among: names).map { "did you mean “\($0)”?" }
        ?? "its columns: \(shown)\(names.count > 12 ? " …" : "")")
  }

  private func defaultProblems() -> [Diagnostic] {
    let codes = FieldCodes(configuration)
    var problems: [Diagnostic] = []
    for field in ImportField.allCases {
      guard let value = map.defaults[field], !codes.knows(value.code, in: field) else { continue }
      let (reason, remedy) = codes.refusal(of: value.code, in: field, mapPath: mapPath)
      problems.append(
        Diagnostic(rule: "import-map.code", at: value.location, message: reason, hint: remedy))
    }
    if let receiver = map.receivedBy, !codes.knows(receiver.code, in: .assignee) {
      problems.append(
        Diagnostic(
          rule: "import-map.code", at: receiver.location,
          message: "the register has no member “\(receiver.code)”",
          hint: "name a member of cases/team.yml, or leave the line out"))
    }
    return problems
  }
}
