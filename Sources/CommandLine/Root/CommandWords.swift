internal import ArgumentParser

/// The command that the words of a call name, with the options of every command behind it.
///
/// `daftar -C DIR --as huda site build` reads like git's own commands; the parser expects options
/// behind the last word of the command.
struct CommandWords {
  /// What the parser is given.
  let words: [String]
  /// The words that name the command.
  let path: [String]

  /// Throws `UsageError` for an option without its value, without a command, or without meaning.
  init(_ arguments: [String], in root: any ParsableCommand.Type) throws {
    var command = root
    var path: [String] = []
    var moved: [String] = []
    var rest = arguments[...]
    while let first = rest.first, command == root || !Self.subcommands(of: command).isEmpty {
      if let count = Self.length(of: first) {
        guard rest.count >= count else { throw Self.missingValue(first) }
        moved += rest.prefix(count)
        rest = rest.dropFirst(count)
      } else if let next = Self.subcommands(of: command).first(where: { $0._commandName == first })
      {
        command = next
        path.append(first)
        rest = rest.dropFirst()
      } else {
        try UnknownCommand.refuse(rest, below: path, of: command)
        break
      }
    }
    self.path = path
    let isComplete = command != root && Self.subcommands(of: command).isEmpty
    if isComplete {
      if !Self.has(PagerOption.self, command) { moved.removeAll { $0 == Self.noPager } }
      words = path + moved + rest
      try Self.refuseDay(in: moved + rest, of: command, named: path)
    } else {
      guard moved.isEmpty || !path.isEmpty || !rest.isEmpty else {
        throw UsageError(
          message: "no command is named", hint: "for instance `daftar list`; see `daftar help`")
      }
      // Help and what is said of an unknown word do not depend on the register or on who asks.
      words = path + Self.withoutOptions(rest)
    }
  }

  /// The folder that `-C` names before any option of a command, for what is said of unknown words.
  static func folder(in arguments: [String]) -> String? {
    var folder: String?
    var rest = arguments[...]
    while let first = rest.first, !first.hasPrefix("-") || length(of: first) != nil {
      if first == "-C" { folder = rest.dropFirst().first }
      rest = rest.dropFirst(length(of: first) ?? 1)
    }
    return folder
  }

  private static let noPager = "--no-pager"

  /// The commands below a command, in the order of the help.
  static func subcommands(
    of command: any ParsableCommand.Type
  ) -> [any ParsableCommand.Type] {
    command.configuration.subcommands
      + command.configuration.groupedSubcommands
      .flatMap(\.subcommands)
  }

  /// The command that some words name below another one.
  static func command(
    _ path: [String], below root: any ParsableCommand.Type
  ) -> any ParsableCommand.Type {
    path.reduce(root) { command, word in
      subcommands(of: command).first { $0._commandName == word } ?? command
    }
  }

  /// Of how many words one of these options consists; nil for any other word.
  private static func length(of word: String) -> Int? {
    if word == noPager { return 1 }
    let names = ["-C", "--as", "--on"]
    if names.contains(word) { return 2 }
    return names.contains { word.hasPrefix($0 + "=") } ? 1 : nil
  }

  private static func withoutOptions(_ words: ArraySlice<String>) -> [String] {
    var kept: [String] = []
    var rest = words
    while let first = rest.first {
      let count = length(of: first)
      if count == nil { kept.append(first) }
      rest = rest.dropFirst(count ?? 1)
    }
    return kept
  }

  /// Refuses a day for a command that records no step: it would be taken for more than it does.
  private static func refuseDay(
    in words: [String], of command: any ParsableCommand.Type, named path: [String]
  ) throws {
    let options = words.prefix { $0 != "--" }
    guard options.contains(where: { $0 == "--on" || $0.hasPrefix("--on=") }),
      !has(ActingOptions.self, command)
    else { return }
    throw UsageError(
      message: "`daftar \(path.joined(separator: " "))` records no step, so --on says nothing",
      hint: "leave --on out; it goes with a step that happened on an earlier day")
  }

  private static func has<Options: ParsableArguments>(
    _ options: Options.Type, _ command: any ParsableCommand.Type
  ) -> Bool {
    Mirror(reflecting: command.init()).children.contains { $0.value is OptionGroup<Options> }
  }

  private static func missingValue(_ option: String) -> UsageError {
    UsageError(
      message: "\(option) stands without its value",
      hint: option == "-C"
        ? "name a folder: -C DIR"
        : option == "--as"
          ? "name a member: --as MEMBER"
          : "name a day: --on yesterday")
  }
}
