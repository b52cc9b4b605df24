import CaseModel
import TestSupport
import Testing

/// Two people who act without knowing of each other.
@Suite struct ConcurrencyTests {
  /// One step on each of two copies; some notes shift which one is replayed first.
  private func merged(
    _ base: Ledger, _ first: Action, _ second: Action, notesBefore: (Int, Int) = (0, 0)
  ) throws -> (folded: Case, first: EventID, second: EventID) {
    var (one, two) = (base, base)
    for _ in 0..<notesBefore.0 { try one.record(.note, by: "nadia", text: "A call.") }
    for _ in 0..<notesBefore.1 { try two.record(.note, by: "omar", text: "A visit.") }
    let left = try one.record(first, by: "lina", text: "Because.")
    let right = try two.record(second, by: "omar", text: "Because.")
    try one.merge(two)
    return (try one.folded, left, right)
  }

  private static let orders = [(0, 0), (3, 0), (0, 3)]

  @Test(arguments: orders)
  func `the stricter sensitivity stands`(order: (Int, Int)) throws {
    let (theCase, _, lost) = try merged(
      Ledger(.sample()), .raise(priority: nil, sensitivity: .restricted),
      .raise(priority: nil, sensitivity: .confidential), notesBefore: order)
    #expect(theCase.sensitivity == .restricted)
    #expect(theCase.attention == [lost])
  }

  @Test(arguments: orders)
  func `a raise stands against lowering`(order: (Int, Int)) throws {
    let lower = Action.amend(Amendment(field: "sensitivity", value: "open", was: "internal"))
    let (theCase, _, lost) = try merged(
      Ledger(.sample()), .raise(priority: nil, sensitivity: .confidential), lower,
      notesBefore: order)
    #expect(theCase.sensitivity == .confidential)
    #expect(theCase.attention == [lost])
  }

  @Test(arguments: orders)
  func `the higher priority stands`(order: (Int, Int)) throws {
    let (theCase, _, lost) = try merged(
      Ledger(.sample()), .raise(priority: .critical, sensitivity: nil),
      .raise(priority: .high, sensitivity: nil), notesBefore: order)
    #expect(theCase.priority == .critical)
    #expect(theCase.attention == [lost])
  }

  @Test(arguments: orders)
  func `each part of a raise stands for itself`(order: (Int, Int)) throws {
    let (theCase, _, lost) = try merged(
      Ledger(.sample()), .raise(priority: .critical, sensitivity: nil),
      .raise(priority: .high, sensitivity: .restricted), notesBefore: order)
    #expect(theCase.priority == .critical)
    #expect(theCase.sensitivity == .restricted)
    #expect(theCase.attention == [lost])
  }

  @Test(arguments: orders)
  func `the earlier due date stands`(order: (Int, Int)) throws {
    let (theCase, lost, _) = try merged(
      Ledger(.sample()), .extend(due: date("2026-04-20")), .extend(due: date("2026-04-01")),
      notesBefore: order)
    #expect(try theCase.due == date("2026-04-01"))
    #expect(theCase.attention == [lost])
  }

  @Test(arguments: orders)
  func `no due date is later than any`(order: (Int, Int)) throws {
    let (theCase, lost, _) = try merged(
      Ledger(.sample()), .amend(Amendment(field: "due", value: "", was: "2026-03-17")),
      .extend(due: date("2026-04-01")), notesBefore: order)
    #expect(try theCase.due == date("2026-04-01"))
    #expect(theCase.attention == [lost])
  }

  @Test(arguments: orders)
  func `of other fields the later write stands`(order: (Int, Int)) throws {
    func amend(_ value: String) -> Action {
      .amend(Amendment(field: "area", value: value, was: ""))
    }
    let (theCase, first, second) = try merged(
      Ledger(.sample()), amend("north"), amend("south"), notesBefore: order)
    // The event with the larger number, or with equal numbers the larger id, comes later.
    let firstIsLater = order.0 > order.1 || (order.0 == order.1 && first > second)
    #expect(theCase.area == (firstIsLater ? "north" : "south"))
    #expect(theCase.attention == [firstIsLater ? second : first])
  }

  @Test func `equal writes contradict nobody`() throws {
    let raise = Action.raise(priority: nil, sensitivity: .restricted)
    let amend = Action.amend(Amendment(field: "area", value: "north", was: ""))
    #expect(try merged(Ledger(.sample()), amend, amend).folded.attention.isEmpty)
    let raised = try merged(Ledger(.sample()), raise, raise).folded
    #expect(raised.sensitivity == .restricted && raised.attention.isEmpty)
  }

  @Test func `different fields contradict nobody`() throws {
    let (theCase, _, _) = try merged(
      Ledger(.sample()), .amend(Amendment(field: "area", value: "north", was: "")),
      .amend(Amendment(field: "project", value: "FSL-04", was: "")))
    #expect(
      theCase.area == "north" && theCase.concern.project == "FSL-04" && theCase.attention.isEmpty)
  }

  @Test func `two assignments: one stands, the other needs attention`() throws {
    let (theCase, first, second) = try merged(
      Ledger(.sample()), .assign(.member("rana")), .assign(.unit("tabqa")))
    #expect(theCase.state == .assigned)
    #expect(theCase.attention == [first > second ? second : first])
    #expect(theCase.assignee == (first > second ? "rana" : nil))
  }

  @Test func `two decisions: one stands, the other needs attention`() throws {
    let (theCase, first, second) = try merged(
      Ledger.inProgress(), .decide(.notUpheld, rootCause: nil),
      .decide(.undetermined, rootCause: nil))
    #expect(theCase.state == .decided)
    #expect(theCase.outcome == (first > second ? .notUpheld : .undetermined))
    #expect(theCase.decidedBy == (first > second ? "lina" : "omar"))
    #expect(theCase.attention == [first > second ? second : first])
  }

  @Test(
    arguments: [
      Action.note, .assign(.member("sami")), .raise(priority: .high, sensitivity: nil), .object,
      .amend(Amendment(field: "area", value: "x", was: "")),
      .hold(until: CalendarDate(day: 20_540)),
      .close(outcome: nil, of: nil), .refer(organisation: "unhcr", consent: .yes),
    ], [(0, 0), (2, 0), (0, 2)])
  func `a closing against which somebody worked is contested`(
    action: Action, order: (Int, Int)
  ) throws {
    let (theCase, closing, other) = try merged(
      Ledger.informed(), .close(outcome: nil, of: nil), action, notesBefore: order)
    #expect(theCase.isOpen && theCase.closed == nil && theCase.closings.isEmpty)
    #expect(theCase.attention.contains(closing))
    #expect(theCase.attention.contains(other) == (action.name == "close"))
  }

  @Test(arguments: [
    Action.acknowledge(via: "sms"), .survey(.answered(.yes, score: 5)),
    .promise(.made(until: CalendarDate(day: 99_999))), .settle([]),
  ])
  func `a closing stands beside these`(action: Action) throws {
    let (theCase, _, _) = try merged(Ledger.informed(), .close(outcome: nil, of: nil), action)
    #expect(theCase.state == .closed)
    #expect(theCase.attention.isEmpty)
  }

  @Test func `a closing stands beside a link`() throws {
    let link = Action.link(.follows, try .sample(5))
    let (theCase, _, _) = try merged(Ledger.informed(), .close(outcome: nil, of: nil), link)
    #expect(theCase.state == .closed)
    #expect(try theCase.follows == .sample(5))
  }

  @Test func `a contested closing can be repeated once everything is known`() throws {
    var (one, two) = (try Ledger.informed(), try Ledger.informed())
    let closing = try one.record(.close(outcome: nil, of: nil), by: "lina")
    try two.record(.note, by: "omar", text: "They called again.")
    try one.merge(two)
    #expect(try one.folded.attention == [closing])
    try one.record(.close(outcome: nil, of: nil), by: "lina")
    try one.record(.settle([closing]), by: "lina")
    #expect(try one.folded.state == .closed)
    #expect(try one.folded.attention.isEmpty)
  }

  @Test func `a step that the other copy made impossible is kept without effect`() throws {
    var (one, two) = (try Ledger.decided(), try Ledger.decided())
    try one.record(.approve(accept: false), by: "lina", text: "Look again.")
    for _ in 0..<2 { try two.record(.note, by: "omar", text: "A call.") }
    let informed = try two.record(.inform(.told(via: "sms", language: "ar")))
    try one.merge(two)
    #expect(try one.folded.state == .inProgress)
    #expect(try one.folded.informed == nil)
    #expect(try one.folded.attention == [informed])
    try one.record(.settle([informed]))
    #expect(try one.folded.attention.isEmpty)
  }

  @Test func `what is written after the merge needs no attention`() throws {
    var (one, two) = (try Ledger(.sample()), try Ledger(.sample()))
    func amend(_ value: String) -> Action {
      .amend(Amendment(field: "area", value: value, was: ""))
    }
    try one.record(amend("north"), text: "Because.")
    try two.record(amend("south"), text: "Because.")
    try one.merge(two)
    let lost = try one.folded.attention
    #expect(lost.count == 1)
    try one.record(amend("west"), text: "Because.")
    #expect(try one.folded.area == "west")
    #expect(try one.folded.attention == lost)
    try one.record(.settle(lost))
    #expect(try one.folded.attention.isEmpty)
  }
}
