import CaseModel
import TestSupport
import Testing

/// A rule seen from both sides: a step that it refuses, and one as near as possible that passes.
///
/// The refused side shows that the rule is there, the allowed one that it refuses no more than it
/// says; a case with one side only does not compile.
struct GuardCase: Sendable, CustomTestStringConvertible {
  /// A case's story so far, and the event that is to be tried on it.
  typealias Attempt = (ledger: Ledger, event: Event)

  let rule: Rule
  let situation: String
  let neighbour: String
  let refused: @Sendable () throws -> Attempt
  let allowed: @Sendable () throws -> Attempt

  init(
    _ rule: Rule, _ situation: String, beside neighbour: String,
    _ refused: @escaping @Sendable () throws -> Attempt,
    allowed: @escaping @Sendable () throws -> Attempt
  ) {
    self.rule = rule
    self.situation = situation
    self.neighbour = neighbour
    self.refused = refused
    self.allowed = allowed
  }

  var testDescription: String { "\(rule): \(situation), beside: \(neighbour)" }
}

extension Ledger {
  /// This copy and the step that is to be tried on it.
  func trying(
    _ action: Action, by: String = "rana", text: String? = "Because.", on: CalendarDate? = nil
  ) throws -> GuardCase.Attempt {
    (self, try next(action, by: by, text: text, on: on))
  }

  /// This copy some days later.
  func later(days: Int) -> Ledger {
    var copy = self
    copy.day = day.adding(days: days)
    return copy
  }

  /// This copy after one more allowed step.
  func after(_ action: Action, by: String = "rana", text: String? = "Because.") throws -> Ledger {
    var copy = self
    try copy.record(action, by: by, text: text)
    return copy
  }
}
