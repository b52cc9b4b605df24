internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Figures
internal import Register
internal import Text
internal import Views
internal import Terminal

/// `daftar stats`: the figures of the register on a day.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "The figures: received, open, closed within 15 days, median days.",
    discussion: """
      Internal: counts as they are, not safe to publish. The default day is the last day of the \
      last full month.

      Examples:
        daftar stats
        daftar stats --as-of 2026-09-30
      """)

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp("The day of the figures: 2026-10-31, today …", valueName: "date")
  )
  var asOf: DateWord?
  @Flag(help: "For programs, with numerators and denominators.") var json = false
  @OptionGroup var pager: PagerOption

  func run() throws {
    let session = try Session(global)
    let register = session.register
    try session.warnOfEditedConfiguration()
    let day =
      try asOf?.date(today: register.today, within: .figures) ?? register.today.endOfLastMonth
    let all = try register.casesForFigures()
    let definition = try register.complaintRule()
    let figures = RegisterFigures(
      all.cases, raised: all.raised, importDays: all.importDays, asOf: day,
      complaints: definition.rule)
    let targets = register.configuration.targets.figures
    if json {
      try Output.write(FiguresJSON.document(figures, targets, definition.changes).document)
    } else {
      let lines = FiguresPage.lines(
        figures, targets, definition.changes, width: TerminalSize.columns)
      try pager.showing { for line in lines { try Output.line(line) } }
      if asOf == nil {
        Output.note("for \(day), the end of last month; for today: `daftar stats --as-of today`")
      }
    }
    Output.diagnostics(all.problems)
    if all.problems.contains(where: { $0.severity == .error }) { throw Failure() }
  }
}
