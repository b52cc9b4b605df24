internal import ArgumentParser

/// `daftar member`: the people of the register.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "The people of the register.",
    subcommands: [MemberAdd.self, MemberKey.self])
}
