import CaseModel
import TestSupport
import Testing

@Suite struct HistoryTests {
  @Test func `no events are no history`() {
    #expect(throws: History.Fault.empty) { try History([Event]()) }
  }

  @Test func `a case begins with exactly one registration`() throws {
    let ledger = try Ledger(.sample())
    let other = try Ledger(.sample(category: "minor"))
    #expect(throws: History.Fault.notOneRegistration) {
      try History(ledger.history.events + other.history.events)
    }
    let second = try ledger.next(.register(.sample(category: "minor")))
    #expect(throws: History.Fault.notOneRegistration) {
      try History(ledger.history.events + [second])
    }
    var root = try ledger.next(.note)
    root.previous = []
    root.number = 1
    #expect(throws: History.Fault.notOneRegistration) { try History([root]) }
    #expect(throws: History.Fault.notOneRegistration) {
      try History(ledger.history.events + [root])
    }
  }

  @Test func `an absent predecessor is named`() throws {
    var ledger = try Ledger(.sample())
    let first = try ledger.record(.note, text: "One.")
    let second = try ledger.record(.note, text: "Two.")
    let events = ledger.history.events.filter { $0.id != first }
    #expect(throws: History.Fault.missing(first, predecessorOf: second)) { try History(events) }
  }

  @Test(arguments: [0, 1, 3, -1, Int.max, Int.min])
  func `a wrong number is named`(number: Int) throws {
    let ledger = try Ledger(.sample())
    var event = try ledger.next(.note)
    event.number = number
    #expect(throws: History.Fault.self) { try History(ledger.history.events + [event]) }
  }

  @Test func `two events with one id collide, a repeated event does not`() throws {
    let ledger = try Ledger.inProgress()
    var other = ledger.history.events[1]
    other.by = "karim"
    #expect(throws: History.Fault.collision(other.id)) {
      try History(ledger.history.events + [other])
    }
    #expect(try History(ledger.history.events + ledger.history.events) == ledger.history)
  }

  @Test func `events that name each other are no history`() throws {
    let ledger = try Ledger(.sample())
    var one = try ledger.next(.note, text: "One.")
    var two = try ledger.next(.note, text: "Two.")
    one.previous = [two.id]
    two.previous = [one.id]
    two.number = 3
    #expect(throws: History.Fault.self) { try History(ledger.history.events + [one, two]) }
  }

  @Test func `the heads are the events without successors`() throws {
    var one = try Ledger(.sample())
    var two = one
    #expect(one.history.heads == one.history.events.map(\.id))
    let left = try one.record(.note, text: "One.")
    let right = try two.record(.note, text: "Two.")
    try one.merge(two)
    #expect(one.history.heads == [left, right].sorted())
    #expect(one.history.nextNumber == 3)
    let joined = try one.record(.note, text: "Three.")
    #expect(one.history.heads == [joined])
  }
}
