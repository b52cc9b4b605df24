internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Text

/// `daftar answer`: answer a question and close it, in one step.
struct Answer: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answer a question and close it, in one step.",
    discussion: """
      For a question that is simply answered. Acknowledges, takes the case, decides “answered”, \
      informs and closes, all in one commit.

      Example:
        daftar answer AVK0 --via sms --text "The clinic comes on Sundays, at nine."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @OptionGroup var text: TextOptions

  @Option(
    help: ArgumentHelp("How the answer was given, such as hotline or sms.", valueName: "channel"),
    completion: Completions.codes(.channels))
  var via: String

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    guard ShortPath.categories.contains(theCase.category), !theCase.sensitivity.isSensitive else {
      throw Self.needsDecision(theCase, on: context.today)
    }
    var steps: [Step] = []
    if theCase.acknowledged == nil { steps.append(context.step(.acknowledge(via: via))) }
    if theCase.assignee == nil { steps.append(context.step(.assign(.member(context.member)))) }
    steps.append(context.step(.decide(.answered, rootCause: nil), text: context.words))
    steps.append(context.step(.inform(.told(via: via, language: theCase.language))))
    steps.append(context.step(.close(outcome: nil, of: nil)))
    return steps
  }

  var written: WrittenText? { WrittenText(input: text.input, purpose: "Your answer in") }

  func words(sealed: Bool, composing composition: Composition?) throws -> String? {
    try text.input.require(composing: composition, sealed: sealed)
  }

  /// Says how a case is decided that is not simply answered, from where it stands.
  private static func needsDecision(_ theCase: Case, on day: CalendarDate) -> Refusal {
    if theCase.sensitivity.isSensitive {
      return Refusal(
        .answerSensitive, "a sensitive case is not answered and closed in one step",
        hint: WayForward(from: theCase, on: day).toApprovedDecision)
    }
    return Refusal(
      .answerShortPath,
      "only questions, thanks, suggestions, rumours and the like are answered so",
      hint: "a complaint needs a decision; " + WayForward(from: theCase, on: day).toResolving)
  }
}
