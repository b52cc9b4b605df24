internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Text
internal import Vocabulary

/// `daftar amend`: correct one field of a case, with a reason.
struct Amend: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Correct one field of a case, with a reason.",
    discussion: """
      The narrative stays as it was told; add a note instead. Lists are given with commas. A new \
      category or day of receipt moves the deadline too, unless it was extended. What takes a case \
      out of the complaints, moves its day of receipt later or lengthens its time is only proposed: \
      a second person confirms it with `daftar approve`, or sends it back.

      Examples:
        daftar amend YB7D area RV0203 --reason "It was the site in Deir Zahra."
        daftar amend RHHA themes "delay, registration" --reason "Both were meant."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
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

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let isWords = CaseField(field) == .title || value == "-"
    let given =
      isWords
      ? try context.line(value, option: "the value", mayBeEmpty: true)
      : try oneLine(value, option: "the value")
    let text = try context.reason(why)
    let meant = try code(given, context.register.configuration)
    let new = try bounds(of: theCase, context).map { try date(meant, $0, context.today) } ?? meant
    let was = CaseColumn(field).map(theCase.text) ?? ""
    let amendments =
      [Amendment(field: field, value: new, was: was)] + newDeadline(theCase, new, context)
    let rule = SecondPerson(context.register.configuration)
    let member = context.register.configuration.team.member(context.member)
    let isProposal = amendments.contains { amendment in
      rule.effect(of: amendment, on: theCase, today: context.today) != nil
        && member.map { !rule.mayConfirm(amendment, by: $0, in: theCase) } ?? true
    }
    return amendments.map { amendment in
      context.step(isProposal ? .propose(.made(amendment)) : .amend(amendment), text: text)
    }
  }

  /// The code of a name, where the field holds one code that goes by its name; else what was given.
  private func code(_ given: String, _ configuration: Configuration) throws -> String {
    guard let column = CaseColumn(field), let list = column.codes, !given.isEmpty else {
      return given
    }
    switch list {
    case .concern, .members, .band(.age), .categories, .channels:
      // A case may hold what is configured no more, and bands may not be listed at all.
      guard configuration.codes(list).contains(given) == false,
        !configuration.codes(list).isEmpty, CaseField(field) != .subjects
      else { return given }
      return try configuration.code(meant: given, in: list)
    default:
      // Codes that the workflow fixes are named here: the fold that refuses others knows no words.
      guard let fixed = list.fixedCodes, !fixed.contains(given) else { return given }
      return try configuration.code(meant: given, in: list)
    }
  }

  /// How far the date may lie that a field holds; nil for a field without one.
  private func bounds(of theCase: Case, _ context: ActionContext) -> DateBounds? {
    switch CaseField(field) {
    case .received: .recorded
    case .happened: .happened
    case .due: context.register.configuration.targets.deadline(of: theCase.category)
    default: nil
    }
  }

  private func date(_ text: String, _ bounds: DateBounds, _ today: CalendarDate) throws -> String {
    guard !text.isEmpty, let word = DateWord(argument: text) else { return text }
    do {
      return try word.date(today: today, within: bounds).description
    } catch let problem as UsageError {
      throw Refusal(
        .amendValue, Wording(verbatim: problem.message), hint: Wording(verbatim: problem.hint))
    }
  }

  /// The deadline that follows from another category or day of receipt.
  private func newDeadline(
    _ theCase: Case, _ new: String, _ context: ActionContext
  ) -> [Amendment] {
    let corrected = CaseField(field)
    guard corrected == .category || corrected == .received, theCase.extended == nil else {
      return []
    }
    let received = corrected == .received ? CalendarDate(new) ?? theCase.received : theCase.received
    let due = context.register.configuration.targets.due(
      category: corrected == .category ? new : theCase.category, received: received)
    guard let due, due != theCase.due else { return [] }
    return [
      Amendment(
        field: CaseField.due.name, value: due.description, was: theCase.due?.description ?? "")
    ]
  }
}
