internal import ArgumentParser

/// `daftar vault`: the sealed entries of the register.
struct VaultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vault", abstract: "The sealed entries of the register.",
    subcommands: [VaultCheck.self])
}
