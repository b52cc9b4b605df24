internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar start`: begin to work on a case that is assigned to you.
struct Start: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Begin to work on a case that is assigned to you.",
    discussion: """
      Whoever starts a case that only a unit holds becomes its assignee: a member of the unit, or \
      a manager.

      Example:
        daftar start GC2Y --as sami
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.start)]
  }
}
