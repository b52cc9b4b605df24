internal import ArgumentParser
internal import Register

/// `daftar undo`: takes back one's own last step, as long as nobody else has seen it.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back your own last step, before it was sent.",
    discussion: """
      Nothing is deleted: the undo is recorded as a retraction. Of a command with several steps
      (answer, resolve) it takes back the last one; repeat it for the one before.
      Example: daftar undo 7KQ4
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  func run() throws {
    let session = try Session(acting.global)
    let member = try session.member(acting.member)
    let id = try session.register.caseID(meant: caseArgument)
    try ActionReport.print(try session.register.undo(id, as: member), in: session.register)
  }
}
