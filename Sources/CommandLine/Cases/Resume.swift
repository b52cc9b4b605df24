internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar resume`: go on with a case that waited.
struct Resume: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Go on with a case that waited.",
    discussion: """
      Example: daftar resume 7KQ4
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.resume)]
  }
}
