internal import ArgumentParser

/// `daftar area`: where the organisation works: areas of cases/areas.yml.
struct AreaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "area", abstract: "Where the organisation works: areas of cases/areas.yml.",
    subcommands: [AreaAdd.self])
}
