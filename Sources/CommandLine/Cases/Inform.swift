internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar inform`: record that the complainant was told the result.
struct Inform: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "inform",
    abstract: "Record that the complainant was told the result.",
    discussion: """
      Explain the right to object; the record says that you did.

      If the person cannot be told, say why with --waive. Unreachable needs three tries on three \
      days before, each recorded with --tried.

      Examples:
        daftar inform BJV9 --via hotline
        daftar inform M8XR --tried hotline
        daftar inform M8XR --waive declined
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(
    help: ArgumentHelp(
      "The channel by which they were told.", valueName: "channel"),
    completion: Completions.codes(.channels))
  var via: String?

  @Option(help: ArgumentHelp("The language used (default: that of the case).", valueName: "code"))
  var language: String?

  @Option(
    help: ArgumentHelp("A try by this channel that did not reach them.", valueName: "channel"),
    completion: Completions.codes(.channels))
  var tried: String?

  @Option(help: ArgumentHelp("Nobody is told, for this reason.", valueName: "reason"))
  var waive: Waiver?

  func validate() throws {
    guard [via != nil, tried != nil, waive != nil].count(where: { $0 }) == 1 else {
      throw ValidationError("give one of --via, --tried and --waive")
    }
  }

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    if let tried { return [context.step(.inform(.tried(via: tried)))] }
    if let waive { return [context.step(.inform(.waived(waive)))] }
    let told = Informing.told(via: via ?? theCase.channel, language: language ?? theCase.language)
    return [context.step(.inform(told))]
  }
}
