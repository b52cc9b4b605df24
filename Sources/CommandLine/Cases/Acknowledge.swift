internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar acknowledge`: record that the complainant was told: we have it.
struct Acknowledge: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge",
    abstract: "Record that the complainant was told: we have it.",
    discussion: """
      Acknowledging is not answering: it has its own deadline, and it is recorded once. `daftar \
      new` records it by itself when the person is present or on the telephone.

      Example:
        daftar acknowledge 95QD --via sms
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(
    help: ArgumentHelp("The channel (default: that of the case).", valueName: "channel"),
    completion: Completions.codes(.channels))
  var via: String?

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.acknowledge(via: via ?? theCase.channel))]
  }
}
