internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Terminal

/// `daftar undo`: takes back one's own last command in a case, as long as nobody else has seen it.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back your own last command in a case, before it was sent.",
    discussion: """
      Nothing is deleted: the undo is recorded as a retraction. All steps of the command are taken \
      back together (answer, resolve, new --answered). A registration stays with its number and \
      ends as invalid.

      Example:
        daftar undo GC2Y --as omar
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  func run() throws {
    let session = try Session(global)
    let member = try session.member(global.member)
    let id = try session.register.caseID(meant: caseArgument)
    let (recorded, events) = try namingCase(id) { try session.register.undo(id, as: member) }
    let names = events.map(\.action.name).joined(separator: ", ")
    if let last = events.last {
      Output.note("taken back: \(names) of \(last.date(in: session.register.zone))")
    }
    try ActionReport.print(recorded, in: session.register)
  }
}
