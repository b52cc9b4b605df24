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

  /// Throws when a corrected day does not stand in the order of days: happened, received, registered.
  func requireOrder(of day: CalendarDate, as column: CaseColumn, _ theCase: Case) throws {
    guard column == .field(.received) else {
      return try Self.require(day, by: theCase.received, hint: "correct the day of receipt first")
    }
    if let happened = theCase.happened {
      try Self.require(happened, by: day, hint: "correct the day on which it happened first")
    }
    guard day > theCase.registered, !theCase.isImported else { return }
    throw Refusal(
      .amendReceived, "the case was registered on \(theCase.registered), before \(day)",
      hint: "what was received is registered afterwards: give that day or an earlier one")
  }

  /// Throws when something happened after it was reported.
  static func require(
    _ happened: CalendarDate, by received: CalendarDate, hint: Wording
  ) throws {
    guard happened > received else { return }
    throw Refusal(
      .dateHappened,
      "it cannot have happened (\(happened)) after it was reported (\(received))", hint: hint)
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
