internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar wait`: wait for an answer from the complainant or somebody else.
struct Wait: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Wait for an answer from the complainant or somebody else.",
    discussion: """
      At most 14 days; the 15-day clock does not pause.
      Example: daftar wait 7KQ4 --for complainant --question "Which distribution day?" --until +5
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(name: .customLong("for"), help: ArgumentHelp("Who has to answer.", valueName: "who"))
  var party: WaitingFor

  @Option(parsing: .unconditional, help: ArgumentHelp("What was asked.", valueName: "text"))
  var question: String

  @Option(help: ArgumentHelp("The last day: 2026-11-30, or +7 from today.", valueName: "date"))
  var until: DateWord

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let until = try until.date(today: context.today)
    let text = try reason(question, option: "--question")
    return [context.step(.wait(party, until: until), text: text)]
  }
}
