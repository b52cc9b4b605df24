internal import ArgumentParser
internal import CaseModel
internal import Demo
internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Publishing
internal import Register
internal import Terminal

/// `daftar site build`: writes the pages.
struct SiteBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Write the pages of statistics into a folder.",
    discussion: """
      The public pages show closed blocks only (see `daftar publish`), after everything was proved \
      again. With --internal: the same pages for the team, from all cases that are not sensitive, \
      every count as it is; they are marked and never go into the folder of the public ones.

      Examples:
        daftar site build
        daftar site build --internal --as-of today
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var choice: SiteChoice
  @Option(
    help: ArgumentHelp(
      "The folder (default: public or internal in the register).", valueName: "dir"))
  var out: String?

  func run() throws {
    let session = try Session(global)
    let register = session.register
    try session.warnOfEditedConfiguration()
    let kind: BuiltSite.Kind = choice.isInternal ? .internal : .public
    let folder =
      out.map(Environment.current.place)
      ?? ((register.repository.workTree ?? ".") + "/" + kind.rawValue)
    // Before the pages are made, which takes its time.
    let target = try SiteFolder(path: folder, kind: kind, option: "--out", of: register)
    let site = try choice.site(of: register)
    try target.replace(with: site.files)
    Output.isDone("the pages are in \(folder)", hint: "nothing is to be done again")
    try Output.line(folder + "/index.html")
    if Output.isTerminal {
      let advice =
        switch site.kind {
        case .internal: "Not safe to publish."
        case .public:
          site.release == nil ? "No block is closed yet: see `daftar publish plan`." : ""
        }
      Output.note("\(site.files.count) files; open the first in a browser. \(advice)")
    }
    Output.diagnostics(site.problems)
    if site.problems.contains(where: { $0.severity == .error }) { throw Failure() }
  }
}

/// Which of the two sites, and for which day.
struct SiteChoice: ParsableArguments {
  @Flag(name: .customLong("internal"), help: "The team's own pages: not safe to publish.")
  var isInternal = false
  @Option(
    help: ArgumentHelp("The day of the figures: 2026-10-31, today …", valueName: "date")
  )
  var asOf: DateWord?

  func site(of register: Register) throws -> BuiltSite {
    let day = try asOf?.date(today: register.today, within: .figures)
    return isInternal
      ? try BuiltSite.internalSite(
        of: register, over: EmbeddedFiles.siteTemplate, asOf: day ?? register.today.endOfLastMonth)
      : try BuiltSite.publicSite(of: register, over: EmbeddedFiles.siteTemplate, asOf: day)
  }
}
