internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar settle`: settle what lost when two people worked at the same time.
struct Settle: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Settle what lost when two people worked at the same time.",
    discussion: """
      `daftar show CASE` lists it under attention. Without ids everything listed is settled.
      Example: daftar settle 7KQ4 --reason "Both agreed on the later date."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Argument(help: ArgumentHelp("Events to settle (default: all).", valueName: "id"))
  var events: [String] = []

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let chosen = events.isEmpty ? file.attention : try events.map { try listed($0, file) }
    guard !chosen.isEmpty else {
      throw Refusal(
        "settle.nothing", "nothing needs attention in this case", hint: "there is nothing to do")
    }
    return [context.step(.settle(chosen), text: try reason(why))]
  }

  private func listed(_ text: String, _ file: Case) throws -> EventID {
    let matches = file.attention.filter { $0.description.hasPrefix(text.lowercased()) }
    if matches.count == 1, !text.isEmpty { return matches[0] }
    throw Refusal(
      "settle.unknown", "“\(text)” is not listed under attention",
      hint: "listed: " + file.attention.map(\.description).joined(separator: ", "))
  }
}
