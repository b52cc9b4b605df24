internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar approve`: confirm somebody else's decision, or send it back.
struct Approve: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Confirm somebody else's decision, or send it back.",
    discussion: """
      Never by the handler or by who decided.
      Example: daftar approve 7KQ4
      Example: daftar approve 7KQ4 --reject --reason "The household list was not looked at."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Flag(help: "Send the decision back; needs a reason.")
  var reject = false

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.approve(accept: !reject), text: try why.map { try reason($0) })]
  }
}
