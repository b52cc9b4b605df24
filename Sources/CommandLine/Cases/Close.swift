internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar close`: close a case.
struct Close: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close a case.",
    discussion: """
      Once the complainant is informed, no option is needed. Without a decision, --outcome says \
      how the case ends: withdrawn, duplicate or invalid, with a reason, for any case; answered, \
      noted or referred only for thanks, information, suggestion, rumour and out-of-scope. Every \
      other outcome needs a decision: `daftar decide` or `daftar resolve`.

      A complaint that was not closed within 15 days is duplicate or invalid only if two people say \
      so: the first one proposes it with this command, a second one confirms it with `daftar approve`.

      Examples:
        daftar close XWQ5
        daftar close S4ZZ --outcome noted
        daftar close 29WR --outcome withdrawn --reason "A neighbour mended it."
        daftar close P13G --outcome duplicate --of CPD6 --reason "Same call."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(
    help: ArgumentHelp(
      "How a case without a decision ends; only the six named above fit.",
      valueName: "outcome"))
  var outcome: Outcome?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why; needed for withdrawn, duplicate and invalid.", valueName: "text"))
  var why: String?

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("The case that a duplicate repeats.", valueName: "case"))
  var original: String?

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let other = try original.map { try context.register.caseID(meant: $0) }
    return [
      context.settingAside(
        .close(outcome: outcome, of: other), of: theCase,
        text: try why.map { try context.reason($0) })
    ]
  }
}
