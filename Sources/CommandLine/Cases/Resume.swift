internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar resume`: go on with a case that waited.
struct Resume: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on with a case that waited.",
    discussion: """
      Example:
        daftar resume CQC1
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.resume)]
  }
}
