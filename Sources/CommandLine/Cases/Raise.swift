internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar raise`: raise the priority or the sensitivity of a case.
struct Raise: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "raise",
    abstract: "Raise the priority or the sensitivity of a case.",
    discussion: """
      Everybody may raise; only a manager lowers the priority, with amend. A case that becomes \
      confidential or restricted is sealed from then on: its texts leave the file, but what was \
      written before stays in the history for everybody who has a copy. The reason is sealed too; \
      “-” reads it from standard input.

      Examples:
        daftar raise YB7D --priority high --reason "Children play in the waste."
        daftar raise YB7D --sensitivity confidential --reason -
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("The new priority.", valueName: "priority"))
  var priority: Priority?

  @Option(
    help: ArgumentHelp(
      "internal, confidential or restricted; from confidential on, the case is sealed.",
      valueName: "sensitivity"))
  var sensitivity: Sensitivity?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why it is raised.", valueName: "text"))
  var why: String?

  var makesSensitive: Bool { sensitivity?.isSensitive ?? false }

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    [
      context.step(
        .raise(priority: priority, sensitivity: sensitivity),
        text: try why.map { try context.reason($0) })
    ]
  }
}
