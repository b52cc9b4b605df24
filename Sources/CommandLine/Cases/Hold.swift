internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar hold`: stop all work on a case by order, until a review day.
struct Hold: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Stop all work on a case by order, until a review day.",
    discussion: """
      At most 30 days. Meanwhile only acknowledge, note, amend, raise, link and survey are possible.
      Example: daftar hold 7KQ4 --reason "The prosecutor asked us to wait." --until +20
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String

  @Option(help: ArgumentHelp("The last day: 2026-11-30, or +7 from today.", valueName: "date"))
  var until: DateWord

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let until = try until.date(today: context.today)
    return [context.step(.hold(until: until), text: try reason(why))]
  }
}
