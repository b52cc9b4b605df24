internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// `daftar reopen`: open a closed case again, because of new information.
struct Reopen: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Open a closed case again, because of new information.",
    discussion: """
      Within 90 days of closing; later register a new case and link it with --follows. The new \
      deadline is the category's target from today (as delivered 7 days for information, 15 for \
      most kinds), unless --due says otherwise, at most the category's longest time from today.

      Examples:
        daftar reopen 4D1R --reason "The kit never arrived."
        daftar reopen 4D1R --due +10 --reason "The kit never arrived."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("The new information.", valueName: "text"))
  var why: String

  @Option(help: ArgumentHelp("The new deadline: 2026-12-10, or +7 from today.", valueName: "date"))
  var due: DateWord?

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let deadline = try due?.date(
      today: context.today,
      within: context.register.configuration.targets.deadline(of: theCase.category))
    let usual = context.register.configuration.targets.due(
      category: theCase.category, received: context.today)
    let due = deadline ?? usual ?? context.today.adding(days: 15)
    return [context.step(.reopen(due: due), text: try context.reason(why))]
  }
}
