internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar object`: record that the complainant objects to the answer.
struct ObjectCommand: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "object",
    abstract: "Record that the complainant objects to the answer.",
    discussion: """
      Within 30 days of being informed; later a manager records it. At most two objections.
      Example: daftar object 7KQ4 --reason "The household still is not on the list."
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

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.object, text: try reason(why))]
  }
}
