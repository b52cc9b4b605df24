internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar decide`: record the result and its reasons.
struct Decide: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Record the result and its reasons.",
    discussion: """
      An upheld or partly-upheld complaint needs a root cause. The outcomes withdrawn, duplicate \
      and invalid are no decisions: give them to `daftar close`.

      Example:
        daftar decide 15JC --outcome upheld --root-cause capacity \\
          --reason "The pump is too weak for the lane."
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
      """
      Why it could happen, when (partly) upheld: information, targeting, procedure, capacity, \
      conduct, supplier, data-error, external or other.
      """, valueName: "code"), completion: Completions.codes(.rootCauses))
  var rootCause: String?

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    [context.step(.decide(outcome, rootCause: rootCause), text: try context.reason(why))]
  }
}
