internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar review`: accept or reject an objection.
struct Review: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Accept or reject an objection.",
    discussion: """
      By somebody who neither handled, decided nor approved the case. Accepted: work begins \
      again. Rejected: say with --remedy to whom outside the organisation the person can still \
      turn.

      Examples:
        daftar review 4R7Y --accept --reason "A deaf person cannot use a phone."
        daftar review MSW6 --reject --remedy "Directorate of Social Affairs" \\
          --reason "The signed list shows all blankets."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Flag(help: "The objection is right.")
  var accept = false

  @Flag(help: "The objection is not right; needs --remedy.")
  var reject = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("To whom outside the person can still turn.", valueName: "text"))
  var remedy: String?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("The reasons, for the person too.", valueName: "text"))
  var why: String

  func validate() throws {
    guard accept != reject else { throw ValidationError("give --accept or --reject") }
  }

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let outside = try remedy.map { try context.line($0, option: "--remedy") }
    return [context.step(.review(accept: accept, remedy: outside), text: try context.reason(why))]
  }
}
