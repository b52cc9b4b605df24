internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Tables
internal import Layout
internal import Register
internal import Text
internal import Views
internal import Terminal

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
        daftar list --to-approve
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
  @OptionGroup var pager: PagerOption

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
      try printTable(rows, in: register)
    }
    Output.diagnostics(all.problems)
    if all.problems.contains(where: { $0.severity == .error }) { throw Failure() }
  }

  /// Prints the rows; only a list with rows takes the place of the numbers of the one before.
  private func printTable(_ rows: [CaseStanding], in register: Register) throws {
    guard !rows.isEmpty else {
      Output.note("no case passes these filters")
      return
    }
    LastList.remember(rows.map(\.id), in: register.repository)
    let today = register.today
    var table = TextTable(
      ["", "case", "state", "category", "received", "due", "assignee", "title"],
      concessions: [
        .leavesOut("received"), .shortens("due"), .cuts("category", to: 8), .leavesOut("category"),
        .cuts("assignee", to: 8), .leavesOut("assignee"),
      ])
    for (index, row) in rows.enumerated() {
      let cells =
        switch row {
        case .ordinary(let theCase): Self.cells(theCase, today)
        case .stub(let stub): Self.cells(stub, today)
        }
      table.append(
        [String(index + 1)] + cells.map(visible), short: ["due": Self.shortDue(row, today)],
        standsOut: Self.isOverdue(row, today))
    }
    let red = { (line: String) in Output.hasColour ? "\u{1B}[31m\(line)\u{1B}[0m" : line }
    try pager.showing {
      for line in table.lines(width: TerminalSize.columns, emphasis: red) {
        try Output.prepared(line)
      }
    }
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
      // Who acts on it is no assignee, and only its readers know whether it has one.
      "–", "handled by others",
    ]
  }

  private static func due(_ due: CalendarDate?, isOpen: Bool, _ today: CalendarDate) -> String {
    guard let due else { return "–" }
    return due.description + (isOpen && due < today ? " late" : "")
  }

  /// The deadline in days from today; of a case that is closed nothing is left to do.
  private static func shortDue(_ row: CaseStanding, _ today: CalendarDate) -> String {
    guard let (due, isOpen) = deadline(of: row), isOpen else { return "–" }
    return due < today ? "\(today - due) d late" : due == today ? "today" : "in \(due - today) d"
  }

  private static func isOverdue(_ row: CaseStanding, _ today: CalendarDate) -> Bool {
    deadline(of: row).map { $0.isOpen && $0.due < today } ?? false
  }

  private static func deadline(of row: CaseStanding) -> (due: CalendarDate, isOpen: Bool)? {
    switch row {
    case .ordinary(let theCase): theCase.due.map { ($0, theCase.isOpen) }
    case .stub(let stub): stub.due.map { ($0, stub.isOpen) }
    }
  }
}
