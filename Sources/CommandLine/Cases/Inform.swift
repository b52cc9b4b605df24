internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar inform`: record that the complainant was told the result.
struct Inform: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Record that the complainant was told the result.",
    discussion: """
      The right to object is explained with it. Who cannot be told: --tried on three days, then
      --waive unreachable; or --waive anonymous, unsafe, declined, no-answer-expected.
      Example: daftar inform 7KQ4 --via hotline
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("The channel, such as hotline or sms.", valueName: "channel"))
  var via: String?

  @Option(help: ArgumentHelp("The language used (default: that of the case).", valueName: "code"))
  var language: String?

  @Option(help: ArgumentHelp("An attempt that failed, by this channel.", valueName: "channel"))
  var tried: String?

  @Option(help: ArgumentHelp("Why nobody is told.", valueName: "reason"))
  var waive: Waiver?

  func validate() throws {
    guard [via != nil, tried != nil, waive != nil].count(where: { $0 }) == 1 else {
      throw ValidationError("give one of --via, --tried and --waive")
    }
  }

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    if let tried { return [context.step(.inform(.tried(via: tried)))] }
    if let waive { return [context.step(.inform(.waived(waive)))] }
    let told = Informing.told(via: via ?? file.channel, language: language ?? file.language)
    return [context.step(.inform(told))]
  }
}
