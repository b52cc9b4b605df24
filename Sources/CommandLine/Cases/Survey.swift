internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar survey`: record how satisfied the complainant is.
struct Survey: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Record how satisfied the complainant is.",
    discussion: """
      Asked after the answer, never a condition of closing.

      Examples:
        daftar survey 4D1R --resolved yes --score 4
        daftar survey 4D1R --waive declined
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("Is it resolved for the person?", valueName: "answer"))
  var resolved: Resolved?

  @Option(
    help: ArgumentHelp("Satisfaction, from 1 (very bad) to 5 (very good).", valueName: "number"))
  var score: Int?

  @Option(help: ArgumentHelp("Why they were not asked, in a word or two.", valueName: "reason"))
  var waive: String?

  func validate() throws {
    guard (resolved == nil) != (waive == nil), waive == nil || score == nil else {
      throw ValidationError("give --resolved (and --score), or --waive")
    }
  }

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    if let resolved { return [context.step(.survey(.answered(resolved, score: score)))] }
    let why = try context.line(waive ?? "", option: "--waive")
    return [context.step(.survey(.waived(why)))]
  }
}
