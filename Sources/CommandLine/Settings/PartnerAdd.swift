internal import ArgumentParser
internal import CaseModel

/// `daftar partner add`: add an organisation to which cases may be referred.
struct PartnerAdd: EntryAdding {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an organisation to which cases may be referred.",
    discussion: """
      The code stays for ever; a name may be improved at any time.

      Example:
        daftar partner add legal-aid --name "Legal aid centre" --name "ar=مركز المساعدة القانونية"
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The code that cases hold.", valueName: "code")) var code: String
  @Option(
    name: .customLong("name"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What it is called, in the first language or in another one; once for each.",
      valueName: "[language=]name"))
  var names: [String] = []

  var list: CodeList { .partners }
}
