internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar wait`: wait for an answer from the complainant or somebody else.
struct Wait: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "wait",
    abstract: "Wait for an answer from the complainant or somebody else.",
    discussion: """
      At most 14 days. The deadline of the case does not move.

      Example:
        daftar wait 15JC --for complainant --until +5 \\
          --question "At what hour does the water stop?"
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(name: .customLong("for"), help: ArgumentHelp("Who has to answer.", valueName: "who"))
  var party: WaitingFor

  @Option(parsing: .unconditional, help: ArgumentHelp("What was asked.", valueName: "text"))
  var question: String

  @Option(
    help: ArgumentHelp("The last day to wait: 2026-11-30, or +7 from today.", valueName: "date"))
  var until: DateWord

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let until = try until.date(today: context.today, within: .limited)
    let text = try context.reason(question, option: "--question")
    return [context.step(.wait(party, until: until), text: text)]
  }
}
