internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Tables
internal import Register
internal import Text

/// `daftar list`: the cases that pass all filters.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List cases; the row number then names a case.",
    discussion: """
      A filter given several times takes any of its values; different filters must all hold.

      Examples:
        daftar list --open --mine --as rana
        daftar list --state waiting --state held --sort due
        daftar list --category major --area RV01 --received-from 2026-09-01 --csv
        daftar list --where root-cause=capacity
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup(title: "Filters") var filter: CaseFilter
  @Option(help: ArgumentHelp("At most so many cases.", valueName: "number")) var limit: Int?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A field of the file; -field for descending.", valueName: "field"))
  var sort = "received"
  @Flag(help: "For programs: all fields of each case.") var json = false
  @Flag(help: "A table for spreadsheets.") var csv = false

  func validate() throws {
    guard !(json && csv) else { throw ValidationError("give one of --json and --csv") }
    guard limit.map({ $0 >= 0 }) ?? true else { throw ValidationError("--limit is 0 or more") }
  }

  func run() throws {
    let session = try Session(global)
    try session.warnOfEditedConfiguration()
    let register = session.register
    let me = filter.mine ? try session.member(global.member).id : nil
    let passes = try filter.predicate(in: register, member: me)
    let order = try CaseOrder(sort)
    let all = try register.openedSummaries()
    var rows = all.cases.filter(passes).map(CaseStanding.ordinary)
    rows += all.stubs.filter { filter.passes($0, today: register.today) }.map(CaseStanding.stub)
    rows.sort(by: order.precedes)
    if let limit { rows = Array(rows.prefix(limit)) }
    if json || csv {
      let counted = try CountedCategories(register)
      try Output.write(
        json
          ? JSONDocument.list(
            rows.map { row in
              .object(
                JSONDocument.frontMatter(row)
                  + [(CountedCategories.column, counted[row].map(JSONDocument.text))])
            }
          ).document
          : CaseTable.csv(rows, counted))
    } else {
      LastList.remember(rows.map(\.id), in: register.repository)
      try printTable(rows, today: register.today)
    }
    Output.diagnostics(all.problems)
    if all.problems.contains(where: { $0.severity == .error }) { throw Failure() }
  }

  private func printTable(_ rows: [CaseStanding], today: CalendarDate) throws {
    guard !rows.isEmpty else {
      Output.note("no case passes these filters")
      return
    }
    var table = TextTable(["", "case", "state", "category", "received", "due", "assignee", "title"])
    for (index, row) in rows.enumerated() {
      switch row {
      case .ordinary(let theCase): table.append([String(index + 1)] + Self.cells(theCase, today))
      case .stub(let stub): table.append([String(index + 1)] + Self.cells(stub, today))
      }
    }
    for line in table.lines(width: TerminalSize.columns) { try Output.line(line) }
    if Output.isTerminal { Output.note("\(rows.count) cases; `daftar show 1` shows the first") }
  }

  private static func cells(_ theCase: Case, _ today: CalendarDate) -> [String] {
    [
      theCase.id.description, theCase.state.rawValue, theCase.category,
      theCase.received.description,
      due(theCase.due, isOpen: theCase.isOpen, today),
      theCase.assignee ?? theCase.unit.map { "(\($0))" } ?? "–", theCase.title,
    ]
  }

  private static func cells(_ stub: Stub, _ today: CalendarDate) -> [String] {
    [
      stub.id.description, stub.state.rawValue, stub.sensitivity.rawValue,
      stub.received.description, due(stub.due, isOpen: stub.isOpen, today),
      stub.actors.joined(separator: ", "), "handled by others",
    ]
  }

  private static func due(_ due: CalendarDate?, isOpen: Bool, _ today: CalendarDate) -> String {
    guard let due else { return "–" }
    return due.description + (isOpen && due < today ? " late" : "")
  }
}

/// In which order cases are listed: by a field, then by id.
struct CaseOrder {
  private let field: String
  private let isDescending: Bool

  init(_ text: String) throws {
    isDescending = text.hasPrefix("-")
    field = isDescending ? String(text.dropFirst()) : text
    let known = CaseTable.columns + ["title"]
    guard known.contains(field) else {
      throw UsageError(
        message: "there is no field “\(field)” to sort by",
        hint: nearest(to: field, among: known).map { "did you mean “\($0)”?" }
          ?? "fields: " + known.joined(separator: ", "))
    }
  }

  func precedes(_ left: CaseStanding, _ right: CaseStanding) -> Bool {
    let (one, other) = (key(left), key(right))
    if one != other { return isDescending ? one > other : one < other }
    return left.id < right.id
  }

  private func key(_ row: CaseStanding) -> String {
    switch row {
    case .ordinary(let theCase): key(theCase)
    case .stub(let stub): key(stub)
    }
  }

  private func key(_ stub: Stub) -> String {
    switch field {
    case "received": stub.received.description
    case "due": stub.due?.description ?? "9999"
    case "case": stub.id.description
    default: ""
    }
  }

  private func key(_ theCase: Case) -> String {
    switch field {
    case "received": return theCase.received.description
    case "due": return theCase.due?.description ?? "9999"
    case "case": return theCase.id.description
    case "title": return theCase.title
    case "priority":
      return String(Priority.allCases.firstIndex(of: theCase.priority) ?? 0)
    case "state":
      return String(CaseState.allCases.firstIndex(of: theCase.state) ?? 0)
    default:
      return CaseTable.cells(theCase).first { $0.0 == field }?.1 ?? ""
    }
  }
}
