internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar object`: record that the complainant objects to the answer.
struct ObjectCommand: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "object",
    abstract: "Record that the complainant objects to the answer.",
    discussion: """
      Within 30 days of being informed; later only a manager records it. At most two objections \
      to one case. Somebody who had no part in the case then looks at it: `daftar review`.

      Example:
        daftar object PDK3 --reason "Three families of the lane still wait."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("To what the complainant objects.", valueName: "text"))
  var why: String

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.object, text: try context.reason(why))]
  }
}
