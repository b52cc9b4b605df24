internal import ArgumentParser

/// `daftar member key`: the public keys of the people.
struct MemberKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The public keys of the people.",
    subcommands: [MemberKeySet.self])
}
