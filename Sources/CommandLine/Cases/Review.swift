internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar review`: accept or reject an objection.
struct Review: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Accept or reject an objection.",
    discussion: """
      By somebody who neither handled, decided nor approved the case. Accepted: work begins again.
      Rejected: the outside remedy is named.
      Example: daftar review 7KQ4 --accept --reason "The list was not complete."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Flag(help: "The objection is right.")
  var accept = false

  @Flag(help: "The objection is wrong; needs --remedy.")
  var reject = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where the person can still turn.", valueName: "text"))
  var remedy: String?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String

  func validate() throws {
    guard accept != reject else { throw ValidationError("give --accept or --reject") }
  }

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let outside = try remedy.map { try oneLine($0, option: "--remedy") }
    return [context.step(.review(accept: accept, remedy: outside), text: try reason(why))]
  }
}
