internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// `daftar reopen`: open a closed case again, because of new information.
struct Reopen: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Open a closed case again, because of new information.",
    discussion: """
      Within 90 days of closing; later register a new case and link it. The new deadline is 15 days
      from today unless --due says otherwise.
      Example: daftar reopen 7KQ4 --reason "The kit never arrived."
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

  @Option(help: ArgumentHelp("The new deadline.", valueName: "date"))
  var due: DateWord?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let deadline = try due?.date(today: context.today)
    let usual = context.register.configuration.targets.due(
      category: file.category, received: context.today)
    let due = deadline ?? usual ?? context.today.adding(days: 15)
    return [context.step(.reopen(due: due), text: try reason(why))]
  }
}
