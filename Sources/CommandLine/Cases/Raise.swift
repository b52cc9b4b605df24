internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar raise`: raise the priority or the sensitivity of a case.
struct Raise: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Raise the priority or the sensitivity of a case.",
    discussion: """
      Anybody may raise; only a manager lowers, with amend.
      Example: daftar raise 7KQ4 --priority high --reason "The family has no water."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("low, normal, high or critical.", valueName: "priority"))
  var priority: Priority?

  @Option(help: ArgumentHelp("open or internal.", valueName: "sensitivity"))
  var sensitivity: Sensitivity?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [
      context.step(
        .raise(priority: priority, sensitivity: sensitivity), text: try why.map { try reason($0) })
    ]
  }
}
