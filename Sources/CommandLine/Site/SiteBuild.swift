internal import ArgumentParser
internal import CaseModel
internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Register

/// `daftar site build`: writes the pages.
struct SiteBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Write the pages of statistics into a folder.",
    discussion: """
      A draft for the team: every count as it is, marked “not safe to publish”. The default day \
      is the last day of the last full month.

      Examples:
        daftar site build
        daftar site build --as-of today --out draft
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("The folder (default: public in the register).", valueName: "dir"))
  var out: String?
  @Option(
    help: ArgumentHelp("The day of the figures: 2026-10-31, today …", valueName: "date")
  )
  var asOf: DateWord?

  func run() throws {
    let register = try Session(global).register
    let day = try asOf?.date(today: register.today) ?? register.today.endOfLastMonth
    let site = try DraftSite(register: register, asOf: day)
    let folder = out ?? ((register.repository.workTree ?? ".") + "/public")
    try SiteFolder(path: folder).replace(with: site.files)
    try Output.line(folder + "/index.html")
    if Output.isTerminal {
      Output.note("\(site.files.count) files; open the first in a browser. Not safe to publish.")
    }
    for problem in site.problems { Output.diagnostic(problem) }
    if site.problems.contains(where: { $0.severity == .error }) { throw Failure() }
  }
}
