internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar note`: write down what was done or learned.
struct Note: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Write down what was done or learned.",
    discussion: """
      Without --text, --from or - an editor opens. Notes are possible in every state; the
      assignee's first note starts the work.
      Example: daftar note 7KQ4 --text "Called the site team; the list is being checked."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @OptionGroup var text: TextOptions

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let words = try text.input.require(editing: "Your note on \(file.id)")
    return [context.step(.note, text: words)]
  }
}
