import CaseModel
import TestSupport
import Testing

@Suite struct RetractTests {
  @Test func `an undo takes the effect back and keeps the event`() throws {
    var ledger = try Ledger.inProgress()
    let before = try ledger.folded
    let decision = try ledger.record(.decide(.notUpheld, rootCause: nil), text: "No.")
    try ledger.record(.retract(decision))
    #expect(try ledger.folded == before)
    #expect(ledger.history.events.count == 5)
    #expect(ledger.history.retracted == [decision])
  }

  @Test func `two steps are undone one after the other`() throws {
    var ledger = try Ledger.inProgress()
    let before = try ledger.folded
    let wait = try ledger.record(.wait(.other, until: ledger.day), text: "Which site?")
    let resume = try ledger.record(.resume)
    try ledger.record(.retract(resume))
    #expect(try ledger.folded.state == .waiting)
    try ledger.record(.retract(wait))
    #expect(try ledger.folded == before)
  }

  @Test func `a settled attention comes back when settling is undone`() throws {
    var ledger = try Ledger.inProgress()
    let lost = try ledger.force(.release)
    #expect(try ledger.folded.attention == [lost])
    let settle = try ledger.record(.settle([lost]))
    #expect(try ledger.folded.attention.isEmpty)
    try ledger.record(.retract(settle))
    #expect(try ledger.folded.attention == [lost])
  }

  @Test func `what one copy undoes is undone when another has built on it unknowingly`() throws {
    var one = try Ledger.inProgress()
    let decision = try one.record(.decide(.notUpheld, rootCause: nil), text: "No.")
    var two = one
    try one.record(.retract(decision))
    try two.record(.note, by: "omar", text: "Seen.")
    try one.merge(two)
    #expect(try one.folded.state == .inProgress)
    #expect(try one.folded.outcome == nil)
  }

  @Test func `a promise undone is no longer open`() throws {
    var ledger = try Ledger.informed()
    let promise = try ledger.record(.promise(.made(until: ledger.day)), text: "A basket.")
    try ledger.record(.retract(promise))
    #expect(try ledger.folded.promises.isEmpty)
    ledger.day = ledger.day.adding(days: 9)
    try ledger.record(.close(outcome: nil, of: nil))
    #expect(try ledger.folded.state == .closed)
  }
}
