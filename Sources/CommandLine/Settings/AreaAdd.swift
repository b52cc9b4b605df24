internal import ArgumentParser
internal import CaseModel

/// `daftar area add`: add an area.
struct AreaAdd: EntryAdding {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an area.",
    discussion: """
      The code stays for ever; a name may be improved at any time. An area may lie in another one.

      Examples:
        daftar area add RV04 --name "Far Valley" --name "ar=الوادي البعيد"
        daftar area add RV0401 --in RV04 --name "New Well"
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var named: NamedCode

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("The larger area in which it lies.", valueName: "area"),
    completion: Completions.codes(.concern(.area)))
  var parent: String?

  var list: CodeList { .concern(.area) }
}
