internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Text

/// `daftar settle`: settle a step that had no effect, because two people worked at once.
struct Settle: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Settle a step that had no effect, because two people worked at once.",
    discussion: """
      The step stays in the case as it was written. `daftar list --attention` finds such cases, \
      and `daftar show CASE` marks the step. If it is still needed, do it again; then settle. \
      Without ids everything listed is settled.

      Example:
        daftar settle GC2Y --reason "We spoke: Sami keeps the case."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Argument(
    help: ArgumentHelp("Events to settle, by their ids (default: all listed).", valueName: "id"))
  var events: [String] = []

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("What was agreed.", valueName: "text"))
  var why: String

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let chosen =
      events.isEmpty ? theCase.attention : try events.map { try listed($0, theCase, context) }
    guard !chosen.isEmpty else {
      throw Refusal(
        .settleNothing, "nothing needs attention in this case", hint: "there is nothing to do")
    }
    return [context.step(.settle(chosen), text: try context.reason(why))]
  }

  private func listed(
    _ text: String, _ theCase: Case, _ context: ActionContext
  ) throws -> EventID {
    let known = theCase.attention + context.unreadable.sorted()
    let matches = known.filter { $0.description.hasPrefix(text.lowercased()) }
    if matches.count == 1, !text.isEmpty { return matches[0] }
    throw Refusal(
      .settleUnknown, "“\(text)” is not listed under attention",
      hint: "listed: \(known.map(\.description).joined(separator: ", "))")
  }
}
