internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Text

/// `daftar resolve`: decide, inform and close, in one step.
struct Resolve: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Decide, inform and close, in one step.",
    discussion: """
      For a case that needs no second person. One commit, with the same rules as the single \
      steps: decide, inform (explain the right to object), close.

      Examples:
        daftar resolve 29WR --outcome assisted --via desk \\
          --reason "A new pipe was fitted."
        daftar resolve 15JC --outcome upheld --root-cause capacity --via field \\
          --reason "The pump was too weak and is replaced."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(
    help: ArgumentHelp(
      "The result; not withdrawn, duplicate or invalid.", valueName: "outcome"))
  var outcome: Outcome

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("The reasons for the result.", valueName: "text"))
  var why: String

  @Option(
    help: ArgumentHelp(
      "How the complainant was told, such as hotline or sms.", valueName: "channel"),
    completion: Completions.codes(.channels))
  var via: String

  @Option(
    help: ArgumentHelp(
      """
      Why it could happen, when (partly) upheld: information, targeting, procedure, capacity, \
      conduct, supplier, data-error, external or other.
      """, valueName: "code"), completion: Completions.codes(.rootCauses))
  var rootCause: String?

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    if theCase.sensitivity.isSensitive {
      throw Refusal(
        .resolveApproval, "a sensitive case needs a second person's approval",
        hint: WayForward(from: theCase, on: context.today).toApprovedDecision)
    }
    return [
      context.step(.decide(outcome, rootCause: rootCause), text: try context.reason(why)),
      context.step(.inform(.told(via: via, language: theCase.language))),
      context.step(.close(outcome: nil, of: nil)),
    ]
  }
}
