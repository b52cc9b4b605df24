import CaseModel
import TestSupport
import Testing

@Suite struct ImportedTests {
  @Test func `an imported history takes the state that it names`() throws {
    var ledger = try Ledger(.sample(), isImported: true)
    try ledger.record(.decide(.upheld, rootCause: nil), on: date("2026-03-20"), imported: true)
    try ledger.record(.close(outcome: nil, of: nil), on: date("2026-03-28"), imported: true)
    let theCase = try ledger.folded
    #expect(theCase.state == .closed && theCase.outcome == .upheld && theCase.attention.isEmpty)
    #expect(try theCase.closed == date("2026-03-28"))
  }

  @Test func `the first step of our own is guarded again`() throws {
    var ledger = try Ledger(.sample(), isImported: true)
    try ledger.record(.close(outcome: nil, of: nil), imported: true)
    let refusal = #expect(throws: Refusal.self) { try ledger.record(.start) }
    #expect(refusal?.rule == .startAssigned)
  }

  @Test func `an imported start makes nobody the assignee`() throws {
    var ledger = try Ledger(.sample(), isImported: true)
    try ledger.record(.start, by: "import", imported: true)
    #expect(try ledger.folded.state == .inProgress)
    #expect(try ledger.folded.assignee == nil)
  }
}
