internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar release`: end a hold; the case goes on where it stood.
struct ReleaseCommand: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "End a hold; the case goes on where it stood.",
    discussion: """
      Example:
        daftar release 113X
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.release)]
  }
}
