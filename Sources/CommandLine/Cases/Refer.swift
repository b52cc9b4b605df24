internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Vocabulary

/// `daftar refer`: pass a case to another organisation.
struct Refer: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "refer",
    abstract: "Pass a case to another organisation.",
    discussion: """
      --consent records what the person said. Pass a case on only with yes, or with \
      vital-interest when life is at risk and they could not be asked. The organisations stand in \
      cases/register.yml under partners. The case stays open here until it is closed.

      Example:
        daftar refer 15JC --to water-board --consent yes \\
          --text "The pressure log of two evenings."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(
    name: .customLong("to"), help: ArgumentHelp("The organisation's code.", valueName: "code"),
    completion: Completions.codes(.partners))
  var organisation: String

  @Option(help: ArgumentHelp("Does the person consent?", valueName: "answer"))
  var consent: ReferralConsent

  @Option(parsing: .unconditional, help: ArgumentHelp("What was passed on.", valueName: "text"))
  var text: String?

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    // Words that must not stand in an option come before anything else that may be wrong.
    let words = try text.map { try context.reason($0, option: "--text") }
    let code = try context.register.configuration.code(meant: organisation, in: .partners)
    return [context.step(.refer(organisation: code, consent: consent), text: words)]
  }
}
