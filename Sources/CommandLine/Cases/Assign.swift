internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar assign`: give a case to a member or a unit.
struct Assign: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Give a case to a member or a unit.",
    discussion: """
      The person complained about never gets it. Assigning to a unit removes the assignee: any
      member of the unit may then start.
      Example: daftar assign 7KQ4 rana
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Argument(help: ArgumentHelp("The member.", valueName: "member"))
  var member: String?

  @Option(help: ArgumentHelp("A unit instead of a member.", valueName: "unit"))
  var unit: String?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why.", valueName: "text"))
  var why: String?

  func validate() throws {
    guard (member == nil) != (unit == nil) else {
      throw ValidationError("give a member, or a unit with --unit")
    }
  }

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let text = try why.map { try reason($0) }
    if let member { return [context.step(.assign(.member(member)), text: text)] }
    return [context.step(.assign(.unit(unit ?? "")), text: text)]
  }
}
