internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Text
internal import Vocabulary

/// `daftar assign`: give a case to a member or a unit.
struct Assign: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Give a case to a member or a unit.",
    discussion: """
      The person complained about never gets it. A case given to a unit has no assignee: any \
      member of the unit may then start it.

      Examples:
        daftar assign YB7D rana
        daftar assign GC2Y --unit camps --reason "The tank stands in the camp."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Argument(
    help: ArgumentHelp("The member, by the id in cases/team.yml.", valueName: "member"),
    completion: Completions.codes(.members))
  var member: String?

  @Option(
    help: ArgumentHelp("A unit of cases/areas.yml instead of a member.", valueName: "unit"),
    completion: Completions.codes(.concern(.unit)))
  var unit: String?

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why this one, when that matters.", valueName: "text"))
  var why: String?

  /// Whoever names the member first meant the same: it is said, and not done.
  func hint(whenNoCaseIn register: Register) -> Wording? {
    guard let member, (try? register.caseID(meant: member)) != nil,
      let id = try? register.configuration.code(meant: caseArgument, in: .members)
    else { return nil }
    return "the case comes first: `daftar assign \(member) \(id)`"
  }

  func validate() throws {
    guard (member == nil) != (unit == nil) else {
      throw ValidationError("give a member, or a unit with --unit")
    }
  }

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let text = try why.map { try context.reason($0) }
    let configuration = context.register.configuration
    if let member {
      let id = try configuration.code(meant: member, in: .members)
      return [context.step(.assign(.member(id)), text: text)]
    }
    let code = try configuration.code(meant: unit ?? "", in: .concern(.unit))
    return [context.step(.assign(.unit(code)), text: text)]
  }
}
