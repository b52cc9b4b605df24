import CaseModel
import TestSupport
import Testing

/// A step that one rule refuses: the case's story so far and the event that comes too much.
struct GuardCase: Sendable, CustomTestStringConvertible {
  let rule: Rule
  let situation: String
  let story: @Sendable () throws -> (ledger: Ledger, event: Event)

  init(
    _ rule: Rule, _ situation: String,
    _ story: @escaping @Sendable () throws -> (ledger: Ledger, event: Event)
  ) {
    self.rule = rule
    self.situation = situation
    self.story = story
  }

  var testDescription: String { "\(rule): \(situation)" }
}

extension Ledger {
  /// This copy and the step that is to be tried on it.
  func trying(
    _ action: Action, by: String = "rana", text: String? = "Because.", on: CalendarDate? = nil
  ) throws -> (ledger: Ledger, event: Event) {
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
