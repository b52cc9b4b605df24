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
  @OptionGroup var named: NamedCode

  var list: CodeList { .concern(.unit) }
}
