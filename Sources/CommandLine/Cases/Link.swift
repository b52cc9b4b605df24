internal import ArgumentParser
internal import CaseModel
internal import Register

/// `daftar link`: link a case to another one.
struct Link: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Link a case to another one.",
    discussion: """
      Duplicate: same person, same matter, counted once. Same issue: different people, each \
      counted and answered. Follows: a later matter that grew out of the other case.

      That a complaint is a duplicate which was not closed within 15 days is only proposed: a second \
      person confirms it with `daftar approve`.

      Examples:
        daftar link M8XR --same-issue YFD1
        daftar link P13G --duplicate-of CPD6
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Option(help: ArgumentHelp("It repeats that case.", valueName: "case"))
  var duplicateOf: String?

  @Option(help: ArgumentHelp("Another person raised the same issue there.", valueName: "case"))
  var sameIssue: String?

  @Option(help: ArgumentHelp("It grew out of that case.", valueName: "case"))
  var follows: String?

  func validate() throws {
    guard [duplicateOf, sameIssue, follows].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("give one of --duplicate-of, --same-issue and --follows")
    }
  }

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let named: (Relation, String)
    if let duplicateOf {
      named = (.duplicateOf, duplicateOf)
    } else if let sameIssue {
      named = (.sameIssue, sameIssue)
    } else {
      named = (.follows, follows ?? "")
    }
    let other = try context.register.caseID(meant: named.1)
    return [
      context.settingAside(
        .link(named.0, other), of: theCase, reason: "It is linked as a duplicate of \(other).")
    ]
  }
}
