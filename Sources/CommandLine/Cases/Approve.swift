internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar approve`: confirm somebody else's decision, or send it back.
struct Approve: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Confirm somebody else's decision, or send it back.",
    discussion: """
      By a second person: neither the one who handles the case nor the one who decided it. Sent \
      back, it is in progress again.

      Examples:
        daftar approve BJV9
        daftar approve M8XR --reject --reason "The contractor was not heard."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Flag(help: "Send the decision back; needs a reason.")
  var reject = false

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why it is sent back.", valueName: "text"))
  var why: String?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.approve(accept: !reject), text: try why.map { try context.reason($0) })]
  }
}
