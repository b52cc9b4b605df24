internal import ArgumentParser
internal import CaseModel

/// `daftar project add`: add a project.
struct ProjectAdd: EntryAdding {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a project.",
    discussion: """
      The code stays for ever; a name may be improved at any time.

      Example:
        daftar project add WASH-05 --name "Water for the Far Valley"
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var named: NamedCode

  var list: CodeList { .concern(.project) }
}
