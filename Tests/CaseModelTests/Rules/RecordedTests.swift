import CaseModel
import Diagnostics
import TestSupport
import Testing
import Text

/// The rules of a writer, on values alone: no process, no file, no repository.
@Suite struct RecordedTests {
  /// Rules of recording that are seen elsewhere, each with the reason.
  private static let elsewhere: Set<Rule> = [
    // Asked when an event is put behind a history, so it stands among the rules of reading.
    .eventHistory
  ]

  /// Rules of another moment that a writer asks too, some of them with more than the case shows.
  private static let alsoAsked: Set<Rule> = [
    .subjectBarred, .dateFuture, .assignSubjectUnit, .closeApproved, .closeOpen, .closeShortPath,
    .notToSensitive, .externalKnown, .dateHappened, .sealingNobody, .sealingTooMany,
  ]

  @Test(arguments: RecordedCases.all)
  func `what a writer must not record is refused`(_ recorded: RecordedCase) throws {
    let attempt = try recorded.refused()
    let refusal = #expect(throws: Refusal.self) { try attempt.check() }
    #expect(refusal?.rule == recorded.rule)
    #expect(refusal?.message.text.isEmpty == false && refusal?.hint.text.isEmpty == false)
  }

  @Test(arguments: RecordedCases.all)
  func `its neighbour is recorded, and has its effect`(_ recorded: RecordedCase) throws {
    let attempt = try recorded.allowed()
    try attempt.check()
    guard let (ledger, event) = attempt.step else { return }
    let replay = try Replay(ledger.history, appending: event, in: ledger.zone)
    #expect(replay.current?.attention.isEmpty == true)
  }

  @Test(arguments: RecordedCases.all.filter { $0.rule.moment == .recording })
  func `what only a writer refuses keeps its effect where it stands in a history`(
    _ recorded: RecordedCase
  ) throws {
    guard let (ledger, event) = try recorded.refused().step else { return }
    let history = try History(ledger.history.events + [event])
    let theCase = try built(Case.folding(history, in: ledger.zone), "a fold")
    #expect(theCase.attention.isEmpty)
  }

  @Test func `every rule that a writer asks has both sides here`() {
    let known = Set(Rule.allCases.filter { $0.moment == .recording })
      .subtracting(Self.elsewhere).union(Self.alsoAsked)
    let tried = Set(RecordedCases.all.map(\.rule))
    #expect(known.subtracting(tried).isEmpty, "no case tries \(known.subtracting(tried))")
    #expect(tried.subtracting(known).isEmpty, "not known here: \(tried.subtracting(known))")
    #expect(Self.elsewhere.isSubset(of: GuardCases.all.map(\.rule)))
  }
}
