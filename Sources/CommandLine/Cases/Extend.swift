internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar extend`: extend the deadline of a case, once and before it passes.
struct Extend: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Extend the deadline of a case, once and before it passes.",
    discussion: """
      Tell the complainant too. Most kinds take at most 30 days in all.
      Example: daftar extend 7KQ4 --until 2026-12-02 --reason "The road is closed by snow."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("The last day: 2026-11-30, or +7 from today.", valueName: "date"))
  var until: DateWord

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let due = try until.date(today: context.today)
    return [context.step(.extend(due: due), text: try reason(why))]
  }
}
