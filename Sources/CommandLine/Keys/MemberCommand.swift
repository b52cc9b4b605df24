internal import ArgumentParser

/// `daftar member`: the people of the register.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "The people of the register.",
    subcommands: [MemberKey.self])
}

/// `daftar member key`: the public keys of the people.
struct MemberKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The public keys of the people.",
    subcommands: [MemberKeySet.self])
}
