internal import ArgumentParser

/// `daftar partner`: the organisations to which cases may be referred.
struct PartnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner", abstract: "The organisations to which cases may be referred.",
    subcommands: [PartnerAdd.self])
}
