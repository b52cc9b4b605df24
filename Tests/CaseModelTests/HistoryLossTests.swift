import CaseModel
import TestSupport
import Testing

/// Steps that stand in a history and had no effect, and histories of which a part cannot be read.
@Suite struct HistoryLossTests {
  @Test func `a history that everybody knew loses nothing`() throws {
    let ledger = try Ledger.inProgress()
    #expect(ledger.history.lostSteps(in: .utc).isEmpty)
  }

  @Test func `of two raises the lesser is told with the one beside which it lost`() throws {
    var one = try Ledger(.sample())
    var two = one
    let stands = try one.record(
      .raise(priority: nil, sensitivity: .restricted), by: "lina", text: "Because.")
    let lost = try two.record(
      .raise(priority: nil, sensitivity: .confidential), by: "omar", text: "Because.")
    try two.record(.note, by: "omar", text: "A visit.")
    try one.merge(two)
    let step = try #require(one.history.lostSteps(in: .utc).first)
    #expect(step.event == lost)
    #expect(step.meanwhile.map(\.id) == [stands], "a note makes nobody's step idle")
    #expect(!step.reason.isEmpty)
    #expect(!step.isSettled)
    try one.record(.settle([lost]), by: "lina", text: "They know.")
    let settled = one.history.lostSteps(in: .utc)
    #expect(settled.map(\.event) == [lost])
    #expect(settled.map(\.isSettled) == [true])
  }

  @Test func `a history is read beside events that cannot be`() throws {
    var ledger = try Ledger(.sample())
    try ledger.record(.note, text: "One.")
    let gone = try ledger.record(.note, text: "Two.")
    try ledger.record(.note, text: "Three.")
    let left = ledger.history.events.filter { $0.id != gone }
    let history = try History(withGaps: left) { $0.by }
    #expect(history.events.map(\.id) == ledger.history.events.map(\.id))
    #expect(history.nextNumber == ledger.history.nextNumber)
    #expect(history.events.first { $0.id == gone }?.action == .unknown("unreadable"))
    #expect(Case.folding(history, in: .utc) == (try ledger.folded))
  }

  @Test func `several events in a row that cannot be read keep the numbers of the others`() throws {
    var ledger = try Ledger(.sample())
    let names = try (1...4).map { try ledger.record(.note, text: "Note \($0).") }
    let left = ledger.history.events.filter { !names[0...2].contains($0.id) }
    let history = try History(withGaps: left) { $0.by }
    #expect(history.events.count == 5)
    #expect(history.events.map(\.number) == [1, 2, 3, 4, 5])
    #expect(history.events.contains { $0.id == names[2] }, "the one that another names")
    #expect(history.heads == ledger.history.heads)
    let again = try History(withGaps: left) { $0.by }
    #expect(again == history, "every copy makes up the same")
  }

  @Test func `without its registration there is no case`() throws {
    var ledger = try Ledger(.sample())
    try ledger.record(.note, text: "One.")
    let left = Array(ledger.history.events.dropFirst())
    #expect(throws: History.Fault.notOneRegistration) { try History(withGaps: left) { $0.by } }
  }
}
