internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar raise`: raise the priority or the sensitivity of a case.
struct Raise: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Raise the priority or the sensitivity of a case.",
    discussion: """
      Everybody may raise; only a manager lowers the priority, with amend.

      Example:
        daftar raise YB7D --priority high --reason "Children play in the waste."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("The new priority.", valueName: "priority"))
  var priority: Priority?

  @Option(
    help: ArgumentHelp(
      "internal; confidential and restricted: not yet, they need sealing.", valueName: "sensitivity"
    ))
  var sensitivity: Sensitivity?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why it is raised.", valueName: "text"))
  var why: String?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [
      context.step(
        .raise(priority: priority, sensitivity: sensitivity), text: try why.map { try reason($0) })
    ]
  }
}
