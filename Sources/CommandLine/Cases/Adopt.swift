internal import ArgumentParser
internal import CaseFormat
internal import Register

/// `daftar adopt`: records an edit that was made by hand in a file.
struct Adopt: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record an edit made by hand in a case or configuration file.",
    discussion: """
      The edit becomes the step that says the same, under the same rules, or is refused. Texts and
      event lines cannot be edited.
      Example: daftar adopt 7KQ4
      Example: daftar adopt team.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case, or a configuration file such as team.yml.", valueName: "case"))
  var caseArgument: String

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why it was edited.", valueName: "text"))
  var why: String?

  func run() throws {
    let session = try Session(acting.global)
    let member = try session.member(acting.member)
    let name = caseArgument.split(separator: "/").last.map(String.init) ?? caseArgument
    if name.hasSuffix(".yml") {
      try session.register.adoptConfiguration(name, as: member)
      try Output.line("cases/\(name) is recorded and in force")
      return
    }
    let typed = name.hasSuffix(".md") ? String(name.dropLast(3)) : caseArgument
    let id = try session.register.caseID(meant: typed)
    let why = try self.why.map { try reason($0) } ?? "Edited in the file."
    let recorded = try session.register.adopt(id, reason: why, as: member)
    try ActionReport.print(recorded, in: session.register)
  }
}
