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
  @OptionGroup var named: NamedCode

  var list: CodeList { .partners }
}
