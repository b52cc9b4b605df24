internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar close`: close a case.
struct Close: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Close a case.",
    discussion: """
      After the complainant was informed; or without a decision as withdrawn, duplicate or invalid.
      Example: daftar close 7KQ4
      Example: daftar close 7KQ4 --outcome duplicate --of 2611-7KQ4-M2XC --reason "Same call."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("withdrawn, duplicate or invalid.", valueName: "outcome"))
  var outcome: Outcome?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String?

  @Option(
    name: .customLong("of"), help: ArgumentHelp("The case that it repeats.", valueName: "case"))
  var original: String?

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let other = try original.map { try context.register.caseID(meant: $0) }
    return [context.step(.close(outcome: outcome, of: other), text: try why.map { try reason($0) })]
  }
}
