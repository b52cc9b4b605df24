internal import ArgumentParser

/// `daftar project`: the projects that cases concern.
struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "The projects that cases concern.",
    subcommands: [ProjectAdd.self])
}
