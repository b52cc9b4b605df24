internal import Text

/// Steps that name an earlier day than that of their recording.
extension StepRules {
  /// Throws when a step is said to have happened before one without which it is impossible.
  ///
  /// What was done away from the register is recorded later, with its day; nobody decides a case
  /// before it was assigned.
  func requireOrder(of action: Action, on day: CalendarDate, in theCase: Case) throws {
    guard let earlier = Self.precondition(of: action, in: theCase), day < earlier else { return }
    throw Refusal(
      .dateOrder, "\(day) lies before \(earlier), the day of the step that it follows",
      hint: "give a later --on; if that step happened earlier too, whoever recorded it takes it "
        + "back with `daftar undo CASE` and records it with its day")
  }

  /// The day of the step without which an action is impossible; nil where there is none.
  private static func precondition(of action: Action, in theCase: Case) -> CalendarDate? {
    switch action {
    // They end a case from wherever it stands, so that nothing but its last opening precedes them.
    case .close(let outcome?, _) where outcome.endsWithoutDecision:
      theCase.closings.compactMap(\.reopened).last
    // People object to what they were told, also when it was closed meanwhile.
    case .object: theCase.informed ?? theCase.closed
    case .start, .wait, .resume, .decide, .approve, .inform, .close, .review, .reopen, .release:
      theCase.moved
    default: nil
    }
  }
}
