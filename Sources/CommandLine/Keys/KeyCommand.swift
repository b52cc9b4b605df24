internal import ArgumentParser

/// `daftar key`: the key with which this person reads what is sealed.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Your key: what is sealed for you opens with it.",
    subcommands: [KeyNew.self, KeyShow.self])
}
