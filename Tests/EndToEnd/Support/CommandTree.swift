import Testing

/// The commands of the program, as it lists them for tools.
enum CommandTree {
  /// The words of every command that has none below it.
  static func leaves() throws -> [[String]] { try all.get().filter(\.isLeaf).map(\.path) }

  /// The words of every command; of the program itself there are none.
  static func paths() throws -> [[String]] { try all.get().map(\.path) }

  private static let all = Swift.Result<[(path: [String], isLeaf: Bool)], any Error> {
    let place = try TemporaryRegister(empty: ())
    let dump = try place.run("--experimental-dump-help").json
    func below(_ command: JSON, _ path: [String]) -> [(path: [String], isLeaf: Bool)] {
      let commands = command["subcommands"].list
      return [(path, commands.isEmpty)]
        + commands.flatMap { below($0, path + [$0["commandName"].text ?? ""]) }
    }
    return below(dump["command"], []).filter { $0.path.first != "help" }
  }
}
