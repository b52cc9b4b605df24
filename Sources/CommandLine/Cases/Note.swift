internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar note`: write down what was done or learned.
struct Note: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write down what was done or learned.",
    discussion: """
      Without --text, --from or - an editor opens. Notes are possible in every state; the \
      assignee's first note starts the work.

      Examples:
        daftar note 15JC --text "Called the school; the trial goes on."
        daftar note 15JC --from visit.md
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @OptionGroup var text: TextOptions

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.note, text: context.words)]
  }

  var written: WrittenText? { WrittenText(input: text.input, purpose: "Your note on") }

  func words(sealed: Bool, composing composition: Composition?) throws -> String? {
    try text.input.require(composing: composition, sealed: sealed)
  }
}
