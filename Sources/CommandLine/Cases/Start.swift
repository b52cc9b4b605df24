internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar start`: begin to work on a case that is assigned to you.
struct Start: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Begin to work on a case that is assigned to you.",
    discussion: """
      Whoever starts a case that only a unit holds becomes its assignee.
      Example: daftar start 7KQ4
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.start)]
  }
}
