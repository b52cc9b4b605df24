internal import ArgumentParser

/// `daftar unit`: the units that answer for cases.
struct UnitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: "The units that answer for cases.", subcommands: [UnitAdd.self])
}
