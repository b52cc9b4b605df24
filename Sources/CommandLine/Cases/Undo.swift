internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar undo`: takes back one's own last step, as long as nobody else has seen it.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back your own last step, before it was sent.",
    discussion: """
      Nothing is deleted: the undo is recorded as a retraction. Of a command with several steps \
      (answer, resolve) it takes back the last one; repeat it for the one before.

      Example:
        daftar undo GC2Y --as omar
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who acts (default: you).", valueName: "member"))
  var member: String?

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case")
  )
  var caseArgument: String

  func run() throws {
    let session = try Session(global)
    let member = try session.member(member)
    let id = try session.register.caseID(meant: caseArgument)
    let (recorded, event) = try namingCase(id) { try session.register.undo(id, as: member) }
    Output.note("taken back: \(event.action.name) of \(event.date(in: session.register.zone))")
    try ActionReport.print(recorded, in: session.register)
  }
}
