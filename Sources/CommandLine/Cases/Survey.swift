internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar survey`: record how satisfied the complainant is.
struct Survey: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Record how satisfied the complainant is.",
    discussion: """
      Asked after the answer, never a condition of closing.
      Example: daftar survey 7KQ4 --resolved yes --score 4
      Example: daftar survey 7KQ4 --waive declined
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("Was it resolved: yes, partly or no.", valueName: "answer"))
  var resolved: Resolved?

  @Option(help: ArgumentHelp("1 (very bad) to 5 (very good).", valueName: "number"))
  var score: Int?

  @Option(help: ArgumentHelp("Why nobody asked.", valueName: "reason"))
  var waive: String?

  func validate() throws {
    guard (resolved == nil) != (waive == nil), waive == nil || score == nil else {
      throw ValidationError("give --resolved (and --score), or --waive")
    }
  }

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    if let resolved { return [context.step(.survey(.answered(resolved, score: score)))] }
    let why = try oneLine(waive ?? "", option: "--waive")
    return [context.step(.survey(.waived(why)))]
  }
}
