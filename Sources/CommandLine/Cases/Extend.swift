internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// `daftar extend`: extend the deadline of a case, once and before it passes.
struct Extend: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: "Extend the deadline of a case, once and before it passes.",
    discussion: """
      Tell the complainant too. How long a case may take in all stands in cases/targets.yml: as \
      delivered 30 days from receipt for most kinds, 15 for information.

      Example:
        daftar extend RHHA --until 2026-12-10 --reason "The road is closed by snow."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("The new deadline: 2026-12-10, or +7 from today.", valueName: "date"))
  var until: DateWord

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why more time is needed.", valueName: "text"))
  var why: String

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let due = try until.date(
      today: context.today,
      within: context.register.configuration.targets.deadline(of: theCase.category))
    return [context.step(.extend(due: due), text: try context.reason(why))]
  }
}
