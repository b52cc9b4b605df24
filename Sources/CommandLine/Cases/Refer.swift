internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar refer`: pass a case to another organisation.
struct Refer: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Pass a case to another organisation.",
    discussion: """
      With the person's consent; vital-interest when life is at risk and they could not be asked.
      The organisations stand in cases/register.yml under partners.
      Example: daftar refer 7KQ4 --to water-board --consent yes
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(
    name: .customLong("to"), help: ArgumentHelp("The organisation's code.", valueName: "code"))
  var organisation: String

  @Option(help: ArgumentHelp("yes, no or vital-interest.", valueName: "answer"))
  var consent: ReferralConsent

  @Option(parsing: .unconditional, help: ArgumentHelp("What was passed on.", valueName: "text"))
  var text: String?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [
      context.step(
        .refer(organisation: organisation, consent: consent),
        text: try text.map { try reason($0, option: "--text") })
    ]
  }
}
