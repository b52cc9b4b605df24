internal import ArgumentParser

/// `daftar site`: the pages of statistics.
struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Build and look at the pages of statistics.",
    subcommands: [SiteBuild.self, SiteServe.self, SitePublish.self, SiteEject.self])
}
