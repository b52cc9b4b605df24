internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Publishing
internal import Register
internal import Terminal

/// `daftar adopt`: records an edit that was made by hand in a file.
struct Adopt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Record an edit made by hand in a case, a configuration file or the site's template.",
    discussion: """
      In a case you may edit the front matter and the title; texts and event lines cannot be \
      edited. The edit becomes the step that says the same, under the same rules, or is refused \
      and stays in the file. An edited configuration file comes into force when it is adopted. \
      What was changed in site-template reaches the other copies when it is adopted.

      Examples:
        daftar adopt CQC1
        daftar adopt team.yml
        daftar adopt site-template
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var farDates: FarDatesOption

  @Argument(
    help: ArgumentHelp(
      "A case, a configuration file such as team.yml, or site-template.",
      valueName: "case-or-file"))
  var caseArgument: String

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why it was edited (a case only).", valueName: "text"))
  var why: String?

  /// What was named of the site's template, without a slash at the end; nil for anything else.
  private var templatePath: String? {
    let parts = caseArgument.split(separator: "/").filter { $0 != "." }
    return parts.first.map(String.init) == Register.templateFolder
      ? parts.joined(separator: "/") : nil
  }

  func run() throws {
    let session = try Session(global)
    let member = try session.member(global.member)
    if let path = templatePath {
      let paths = try session.register.adoptTemplate(path, as: member)
      Output.isDone(
        "\(paths.joined(separator: ", ")) recorded", hint: "do not run the command again")
      for path in paths {
        try Output.line("\(path) is recorded")
      }
      return
    }
    let name = caseArgument.split(separator: "/").last.map(String.init) ?? caseArgument
    if name.hasSuffix(".yml") {
      let today = session.register.today
      for day in session.register.newDays(inEdited: name) where Output.canAsk {
        try DateWord.require(day, today: today, within: .planned)
      }
      if name == "publication.yml" { try RegisterNumbers.requireCloseable(session.register) }
      let changes = try session.register.adoptConfiguration(name, as: member)
      Output.isDone("cases/\(name) recorded and in force", hint: "see `daftar log`")
      try Output.line("cases/\(name) is recorded and in force")
      // A line that went with another one is seen now, and not when the next case has no deadline.
      for change in changes { try Output.line("  " + change) }
      return
    }
    let typed = name.hasSuffix(".md") ? String(name.dropLast(3)) : caseArgument
    let id = try session.register.caseID(meant: typed)
    let why = try self.why.map { try reason($0) } ?? "Edited in the file."
    let recorded = try namingCase(id) {
      try session.register.adopt(id, reason: why, as: member)
    }
    try ActionReport.print(recorded, in: session.register)
  }
}
