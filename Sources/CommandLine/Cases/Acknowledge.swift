internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar acknowledge`: record that the complainant was told: we have it.
struct Acknowledge: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Record that the complainant was told: we have it.",
    discussion: """
      Acknowledging is not answering; it has its own deadline.
      Example: daftar acknowledge 7KQ4 --via sms
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("The channel, such as hotline or sms.", valueName: "channel"))
  var via: String?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.acknowledge(via: via ?? file.channel))]
  }
}
