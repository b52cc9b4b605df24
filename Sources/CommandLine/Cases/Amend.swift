internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// `daftar amend`: correct one field of a case, with a reason.
struct Amend: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Correct one field of a case, with a reason.",
    discussion: """
      The narrative stays as it was told; add a note instead. Lists are given with commas. A new \
      category or day of receipt moves the deadline too, unless it was extended.

      Examples:
        daftar amend YB7D area RV0203 --reason "It was the site in Deir Zahra."
        daftar amend RHHA themes "delay, registration" --reason "Both were meant."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Argument(help: ArgumentHelp("The field, by its name in the file, or title.", valueName: "field"))
  var field: String

  @Argument(help: ArgumentHelp("The new value; \"\" removes an optional one.", valueName: "value"))
  var value: String

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why it is corrected.", valueName: "text"))
  var why: String

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let isWords = field == "title" || value == "-"
    let new =
      isWords
      ? try context.line(value, option: "the value", mayBeEmpty: true)
      : try oneLine(value, option: "the value")
    let text = try context.reason(why)
    let was = file.value(of: field) ?? ""
    let amendment = Amendment(field: field, value: new, was: was)
    return [context.step(.amend(amendment), text: text)] + newDeadline(file, new, text, context)
  }

  /// The deadline that follows from another category or day of receipt.
  private func newDeadline(
    _ file: Case, _ new: String, _ text: String, _ context: ActionContext
  ) -> [Step] {
    guard field == "category" || field == "received", file.extended == nil else { return [] }
    let received = field == "received" ? CalendarDate(new) ?? file.received : file.received
    let due = context.register.configuration.targets.due(
      category: field == "category" ? new : file.category, received: received)
    guard let due, due != file.due else { return [] }
    let change = Amendment(
      field: "due", value: due.description, was: file.due?.description ?? "")
    return [context.step(.amend(change), text: text)]
  }
}
