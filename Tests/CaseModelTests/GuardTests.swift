import CaseFormat
import CaseModel
import Diagnostics
import TestSupport
import Testing
import Text

@Suite struct GuardTests {
  /// Rules that no history can trigger, each with the reason.
  static let unreachable: Set<Rule> = [
    // Everything that is not allowed while held, a second hold too, is refused as `held` before.
    .holdHeld
  ]

  /// Rules about what an event is, not about whether the state allows it: imported ones obey too.
  private static let alsoForImported: Set<Rule> = [
    .raiseNothing, .amendField, .amendValue, .linkSelf, .promiseOpen, .surveyScore,
    .undoUnknown, .undoRegister, .undoRetract, .undoRaise, .undoOwn, .undoFollowed,
    .eventHistory,
  ]

  @Test(arguments: GuardCases.all)
  func `a step against the rule is refused`(_ guarded: GuardCase) throws {
    let (ledger, event) = try guarded.refused()
    let refusal = #expect(throws: Refusal.self) {
      try Replay(ledger.history, appending: event, in: ledger.zone)
    }
    #expect(refusal?.rule == guarded.rule)
    #expect(refusal?.message.text.isEmpty == false && refusal?.hint.text.isEmpty == false)
  }

  @Test(arguments: GuardCases.all)
  func `its neighbour is allowed, and has its effect`(_ guarded: GuardCase) throws {
    let (ledger, event) = try guarded.allowed()
    _ = try Replay(ledger.history, appending: event, in: ledger.zone)
    let theCase = try built(
      Case.folding(History(ledger.history.events + [event]), in: ledger.zone), "a fold")
    #expect(theCase.attention.isEmpty, "\(guarded.neighbour)")
    #expect(
      try guarded.refused().event.action.name == event.action.name,
      "a neighbour is a step of the same kind")
  }

  @Test(arguments: GuardCases.all.filter { $0.rule != .eventHistory })
  func `a step against the rule that is in the theCase all the same is kept without effect`(
    _ guarded: GuardCase
  ) throws {
    let (ledger, event) = try guarded.refused()
    let history = try History(ledger.history.events + [event])
    var expected = try ledger.folded
    expected.attention.append(event.id)
    #expect(Case.folding(history, in: ledger.zone) == expected)
  }

  @Test(arguments: GuardCases.all)
  func `imported history takes the state that it names`(_ guarded: GuardCase) throws {
    let (ledger, event) = try guarded.refused()
    let imported = try built(
      Event.recorded(
        number: event.number, previous: event.previous, at: event.at, by: event.by,
        action: event.action, on: event.on, isImported: true, text: event.text), "an event")
    let refusal: Refusal?
    do {
      _ = try Replay(ledger.history, appending: imported, in: ledger.zone)
      refusal = nil
    } catch {
      refusal = error
    }
    #expect((refusal?.rule == guarded.rule) == Self.alsoForImported.contains(guarded.rule))
    #expect(refusal == nil || Self.alsoForImported.contains(guarded.rule))
  }

  @Test func `every rule that is asked of a history has both sides here`() {
    let known = Set(Rule.allCases.filter { $0.moment == .reading } + [.eventHistory])
    let tried = Set(GuardCases.all.map(\.rule))
    let untried = known.subtracting(tried).subtracting(Self.unreachable)
    #expect(untried.isEmpty, "no case triggers \(untried)")
    #expect(tried.isSubset(of: known), "asked of no history: \(tried.subtracting(known))")
    #expect(tried.isDisjoint(with: Self.unreachable))
  }
}
