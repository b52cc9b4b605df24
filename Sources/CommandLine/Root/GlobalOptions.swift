internal import ArgumentParser

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: [.customShort("C")],
    help: ArgumentHelp(
      "The folder to work in (default: the current one).", valueName: "dir"))
  var directory: String?

  /// Moves these options, given before the command, behind it, where the parser expects them.
  ///
  /// `daftar -C DIR --as huda list` reads like git's own commands; both orders work.
  static func movedBehindCommand(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if ["-C", "--as", "--on"].contains(first), rest.count > 1 {
        moved += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if first.hasPrefix("--as=") || first.hasPrefix("--on=") {
        moved.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard !moved.isEmpty else { return arguments }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + moved + rest[end...]
  }
}

/// Who acts, and when it happened: the options of every command that writes.
struct ActingOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who acts (default: you).", valueName: "member"))
  var member: String?

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "When it happened, if before today.", valueName: "date"))
  var day: DateWord?

  @Option(
    name: .customLong("allow"), parsing: .unconditional,
    help: ArgumentHelp(
      "Why a telephone number or the like must stand in clear.", valueName: "reason"))
  var permission: String?
}
