internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar hold`: stop all work on a case by order, until a review day.
struct Hold: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Stop all work on a case by order, until a review day.",
    discussion: """
      At most 30 days. Meanwhile only acknowledge, note, amend, raise, link, survey, settle, undo \
      and release are possible.

      Example:
        daftar hold 15JC --until +20 --reason "The prosecutor asked us to wait."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("By whose order, and why.", valueName: "text"))
  var why: String

  @Option(help: ArgumentHelp("The review day: 2026-12-10, or +7 from today.", valueName: "date"))
  var until: DateWord

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let until = try until.date(today: context.today, within: .limited)
    return [context.step(.hold(until: until), text: try context.reason(why))]
  }
}
