internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar link`: link a case to another one.
struct Link: CaseAction {
  static let configuration = CommandConfiguration(
    abstract: "Link a case to another one.",
    discussion: """
      Duplicate: same person, same matter, counted once. Same issue: different people, each counted.
      Follows: a later matter that grew out of the other.
      Example: daftar link 7KQ4 --same-issue 2611-7KQ4-M2XC
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("The case: id, its beginning, or a row of the last list.", valueName: "case")
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("It repeats this case.", valueName: "case"))
  var duplicateOf: String?

  @Option(help: ArgumentHelp("Another person has the same issue.", valueName: "case"))
  var sameIssue: String?

  @Option(help: ArgumentHelp("It grew out of this case.", valueName: "case"))
  var follows: String?

  func validate() throws {
    guard [duplicateOf, sameIssue, follows].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("give one of --duplicate-of, --same-issue and --follows")
    }
  }

  func steps(for file: Case, in context: ActionContext) throws -> [Step] {
    let named: (Relation, String)
    if let duplicateOf {
      named = (.duplicateOf, duplicateOf)
    } else if let sameIssue {
      named = (.sameIssue, sameIssue)
    } else {
      named = (.follows, follows ?? "")
    }
    let other = try context.register.caseID(meant: named.1)
    return [context.step(.link(named.0, other))]
  }
}
