internal import ArgumentParser

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: [.customShort("C")],
    help: ArgumentHelp(
      "The folder to work in (default: the current one).", valueName: "dir"))
  var directory: String?

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who acts (default: you).", valueName: "member"))
  var member: String?
}

/// When it happened, and what may stand in clear: the options of every command that records a step.
struct ActingOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions

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

  var member: String? { global.member }
}
