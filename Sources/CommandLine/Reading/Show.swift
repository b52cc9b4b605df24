internal import CaseVault
internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Markdown
internal import Register
internal import Text
internal import Views
internal import Terminal

/// `daftar show`: one case, as a person reads it.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a case.",
    discussion: """
      Examples:
        daftar show 15JC
        daftar show 15JC --raw
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String
  @Flag(help: "For programs: everything, also the events.") var json = false
  @Flag(help: "The file as it is.") var raw = false
  @OptionGroup var pager: PagerOption

  func validate() throws {
    guard !(json && raw) else { throw ValidationError("give one of --json and --raw") }
  }

  func run() throws {
    let register = try Session(global).register
    let id = try register.caseID(meant: caseArgument)
    if raw {
      try Output.write(try register.rawFile(id))
      return
    }
    let opened = try register.opened(id, in: try register.head())
    if json {
      try Output.write(CaseJSON.document(opened, zone: register.zone).document)
    } else {
      let page = CasePage(
        opened, in: register, width: TerminalSize.columns, styled: Output.hasColour,
        commandsInPlace: HintInPlace.words)
      try pager.showing { try Output.write(page.text + "\n") }
    }
    var findings = opened.document.differences + opened.problems
    if let edited = try register.handEdit(of: opened.document.path) { findings.append(edited) }
    Output.diagnostics(findings)
    if findings.contains(where: { $0.severity == .error }) { throw Failure() }
  }
}
