import CaseModel
import TestSupport
import Testing

/// A rule that only a writer asks, seen from both sides: what it refuses, and what passes beside it.
struct RecordedCase: Sendable, CustomTestStringConvertible {
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

/// Something that somebody tries to record.
struct Attempt {
  /// Asks the writer's rules; throws the refusal.
  let check: () throws -> Void
  /// The case and the event, when it is a step: what the history would be asked.
  let step: GuardCase.Attempt?

  init(_ check: @escaping () throws -> Void, step: GuardCase.Attempt? = nil) {
    self.check = check
    self.step = step
  }
}

extension Desk {
  /// Tries a step on a ledger's day.
  func trying(
    _ action: Action, by id: String = "rana", on day: CalendarDate? = nil, in ledger: Ledger
  ) throws -> Attempt {
    let step = Step(action, text: "Because.", on: day)
    let rules = steps(on: ledger.day)
    let (member, theCase) = (try member(id), try ledger.folded)
    return Attempt(
      { try rules.check(step, by: member, in: theCase) },
      step: try ledger.trying(action, by: id, on: day))
  }

  /// Tries to register a complaint by the hotline, in Arabic.
  func registering(
    _ category: String = "major", by id: String = "omar",
    _ change: (inout NewCase) throws -> Void = { _ in }
  ) throws -> Attempt {
    var new = NewCase(category: category, channel: "hotline", language: "ar")
    try change(&new)
    let (complaint, member) = (new, try member(id))
    return Attempt { _ = try registering.registration(of: complaint, by: member, as: .sample()) }
  }
}
