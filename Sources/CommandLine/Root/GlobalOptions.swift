internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Terminal

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: [.customShort("C")],
    help: ArgumentHelp(
      "The folder to work in (default: the current one).", valueName: "dir"))
  var directory: String?

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who acts (default: you).", valueName: "member"),
    completion: Completions.codes(.members))
  var member: String?

  mutating func validate() throws {
    Environment.current.hintPlace.remember(folder, named: directory)
  }

  /// Where that folder is.
  var folder: String {
    let environment = Environment.current
    return directory.map(environment.place) ?? environment.folder
  }
}

/// The option that says that days of far years are meant.
///
/// Every command has it that takes days into the register.
struct FarDatesOption: ParsableArguments {
  @Flag(
    name: .customLong("far-dates"),
    help: "Days before 1990, or more than ten years ahead, are meant.")
  var areMeant = false

  mutating func validate() throws {
    if areMeant { Environment.current.farDates.meanAll() }
  }
}

/// When it happened, and what may stand in clear: the options of every command that records a step.
struct ActingOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var farDates: FarDatesOption

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
