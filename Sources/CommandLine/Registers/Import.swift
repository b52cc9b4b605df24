internal import ArgumentParser

/// `daftar import`: takes over what another system recorded.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take over complaints from another system's table.",
    subcommands: [ImportCSV.self])
}
