internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Text

/// `daftar promise`: record a remedy that was promised, kept, or moved.
struct Promise: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "promise",
    abstract: "Record a remedy that was promised, kept, or moved.",
    discussion: """
      Tell the complainant the day, and record it here with --what and --until. A case does not \
      close while a promise is past its day: record that it was kept, or move it with a reason. \
      `daftar show CASE` names the open promises; the beginning of an id is enough.

      Examples:
        daftar promise 304X --what "Both transfers, in one sum" --until +7
        daftar promise PDK3 --kept 8bgh
        daftar promise PDK3 --move 8bgh --until +10 --reason "The bank is closed."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(parsing: .unconditional, help: ArgumentHelp("What is promised.", valueName: "text"))
  var what: String?

  @Option(help: ArgumentHelp("The promise that was kept, by its id.", valueName: "id"))
  var kept: String?

  @Option(help: ArgumentHelp("The promise that moves to another day, by its id.", valueName: "id"))
  var move: String?

  @Option(help: ArgumentHelp("The day promised: 2026-12-10, or +7 from today.", valueName: "date"))
  var until: DateWord?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why it moves.", valueName: "text"))
  var why: String?

  func validate() throws {
    guard [what, kept, move].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("give one of --what, --kept and --move")
    }
    guard (kept == nil) == (until != nil) else {
      throw ValidationError("--until belongs to --what and --move")
    }
  }

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let until = try until?.date(today: context.today, within: .planned) ?? context.today
    if let kept {
      return [context.step(.promise(.kept(try open(kept, theCase))))]
    }
    if let move {
      return [
        context.step(
          .promise(.moved(try open(move, theCase), until: until)),
          text: try why.map { try context.reason($0) })
      ]
    }
    let text = try context.reason(what ?? "", option: "--what")
    return [context.step(.promise(.made(until: until)), text: text)]
  }

  /// Finds an open promise by its id or the beginning of it.
  private func open(_ text: String, _ theCase: Case) throws -> EventID {
    let matches = theCase.promises.filter { $0.description.hasPrefix(text.lowercased()) }
    if matches.count == 1, !text.isEmpty { return matches[0] }
    let known = theCase.promises.map(\.description).joined(separator: ", ")
    throw Refusal(
      .promiseOpen, "there is no open promise “\(text)”",
      hint: known.isEmpty ? "no promise is open" : "open promises: \(known)")
  }
}
