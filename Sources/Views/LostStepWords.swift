internal import CaseFormat
package import CaseModel
package import Text

/// What is said of a step that had no effect, wherever the step is shown.
package enum LostStepWords {
  /// `no effect: rana closed …`; for the end of the step's line.
  package static func mark(_ step: LostStep) -> String {
    let others = step.meanwhile.map { "\($0.by) (\($0.action.name))" }
    let because =
      others.isEmpty ? step.reason : "at the same time acted " + others.joined(separator: ", ")
    return "— no effect: \(because)" + (step.isSettled ? "; settled" : "; see attention")
  }

  /// The same for programs.
  package static func document(_ step: LostStep) -> JSONDocument {
    .object([
      ("event", .text(step.event.description)), ("reason", .text(step.reason)),
      ("settled", .boolean(step.isSettled)),
      (
        "meanwhile",
        .list(
          step.meanwhile.map { event in
            .object([
              ("event", .text(event.id.description)), ("by", .text(event.by)),
              ("do", .text(event.action.name)),
            ])
          })
      ),
    ])
  }
}
