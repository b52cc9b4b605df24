internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar decide`: record the result and its reasons.
struct Decide: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Record the result and its reasons.",
    discussion: """
      Outcomes: upheld, partly-upheld, not-upheld, undetermined, answered, assisted,
      not-eligible, referred, unreachable, noted. (Partly) upheld needs a root cause.
      Example: daftar decide 7KQ4 --outcome upheld --root-cause data-error --reason "Entered twice."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("The result.", valueName: "outcome"))
  var outcome: Outcome

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String

  @Option(help: ArgumentHelp("Why it could happen, when (partly) upheld.", valueName: "code"))
  var rootCause: String?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.decide(outcome, rootCause: rootCause), text: try reason(why))]
  }
}
