import Register
import GitStore
import CaseVault
import CaseFormat
import CaseModel
import Diagnostics
import Exchange
import Testing

/// Columns that say that a case is over, who has it and what was answered, without a day.
@Suite struct UnknownDayTests {
  private static let map = """
    defaults: {category: minor, channel: box, language: ar}
    external: {prefix: t-, column: No}
    columns:
      - {column: Date, as: coded, to: received}
      - column: Status
        as: coded
        to: state
        values: {Closed: closed, Done: closed, Pending: open}
      - {column: Closed, as: coded, to: closed}
      - {column: Decided, as: coded, to: decided}
      - {column: Who, as: coded, to: assignee}
      - {column: Text, as: text, to: narrative}
      - {column: Action taken, as: text, to: answer}
    """
  private static let head = "No,Date,Status,Closed,Decided,Who,Text,Action taken\n"

  @Test func `closed without a day is closed on a day that nobody knows`() throws {
    let scene = try ImportScene(format: 2)
    try scene.run(Self.head + "1,2026-10-01,Done,,,rana,Loud.,Spoke with them.\n", Self.map)
    let document = try #require(try scene.document(external: "t-1"))
    let theCase = try #require(document.standing.ordinary)
    #expect(theCase.state == .closed && theCase.closed == nil && theCase.isClosedOnUnknownDay)
    #expect(theCase.outcome == .undetermined && theCase.assignee == "rana")
    #expect(document.differences.isEmpty)
    let events = document.history.events
    #expect(events.map(\.action.name) == ["register", "assign", "close"])
    #expect(events[1].on == theCase.received)
    #expect(events[2].isDayUnknown && events[2].on == nil && events[2].text == "Spoke with them.")
    #expect(events[2].canonical.contains("\"day-unknown\":true"))
    let file = try #require(try scene.files().first)
    #expect(file.contains("\nstate: closed\n") && file.contains("\nclosed: unknown\n"))
    #expect(try scene.cases().map(\.isClosedOnUnknownDay) == [true])
  }

  @Test func `a later export that knows the day gives it`() throws {
    let scene = try ImportScene(format: 2)
    try scene.run(Self.head + "1,2026-10-01,Done,,,,Loud.,\n", Self.map)
    let report = try scene.run(
      Self.head + "1,2026-10-01,Done,2026-10-09,,,Loud.,\n", Self.map, updating: true)
    #expect(report.plan.known.takeable.map(\.what) == ["unknown → 2026-10-09"])
    let theCase = try #require(try scene.document(external: "t-1")?.standing.ordinary)
    #expect(theCase.closed?.description == "2026-10-09" && !theCase.isClosedOnUnknownDay)
    #expect(theCase.closings.map(\.isDayUnknown) == [false] && theCase.reopened == 0)
  }

  @Test func `the answer goes with the decision, and into a note where nothing is decided`() throws
  {
    let scene = try ImportScene(format: 2)
    try scene.run(
      Self.head + "1,2026-10-01,Done,2026-10-09,2026-10-05,,Loud.,Moved the pump.\n"
        + "2,2026-10-01,Pending,,,,Dry.,Called them.\n", Self.map)
    let decided = try scene.events(of: "t-1")
    #expect(decided.map(\.text) == ["Loud.", "Moved the pump.", nil])
    let open = try scene.events(of: "t-2")
    #expect(open.map(\.action.name) == ["register", "note"])
    #expect(open[1].text == "Called them." && open[1].on == nil)
    #expect(try scene.theCase("t-2").state == .registered)
    let again = try scene.run(
      Self.head + "1,2026-10-01,Done,2026-10-09,2026-10-05,,Loud.,Moved the pump.\n"
        + "2,2026-10-01,Done,,,,Dry.,Called them twice.\n", Self.map, updating: true)
    #expect(again.plan.present == 1)
    #expect(
      again.plan.known.takeable.map { "\($0.column): \($0.what)" } == [
        "Status: (empty) → unknown"
      ])
    #expect(try scene.events(of: "t-2").last?.text == "Called them twice.")
  }

  @Test func `open with a date of closing is refused`() throws {
    let scene = try ImportScene(format: 2)
    let plan = try scene.plan(Self.head + "1,2026-10-01,Pending,2026-10-09,,,Loud.,\n", Self.map)
    #expect(plan.refused.map(\.column) == ["Status"])
  }

  @Test func `a register of the first format is raised before`() throws {
    let scene = try ImportScene()
    let error = #expect(throws: DiagnosticList.self) {
      try scene.plan(Self.head + "1,2026-10-01,Done,,,,Loud.,\n", Self.map)
    }
    #expect(error?.diagnostics.map(\.rule) == ["import-map.format"])
  }
}
