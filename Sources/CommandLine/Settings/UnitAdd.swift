internal import ArgumentParser
internal import CaseModel

/// `daftar unit add`: add a unit.
struct UnitAdd: EntryAdding {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a unit.",
    discussion: """
      The code stays for ever; a name may be improved at any time.

      Example:
        daftar unit add far --name "Far Valley team" --name "ru=Команда Дальней долины"
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The code that cases hold.", valueName: "code")) var code: String
  @Option(
    name: .customLong("name"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What it is called, in the first language or in another one; once for each.",
      valueName: "[language=]name"))
  var names: [String] = []

  var list: CodeList { .concern(.unit) }
}
