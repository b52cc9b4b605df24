import CaseModel
import Diagnostics
import TestSupport
import Testing

@testable import CaseFormat

@Suite struct CaseFileTests {
  private static let zone = TimeZoneRules(name: "Test/East", initialOffset: 10_800, transitions: [])

  @Test(arguments: Seeds.first(30))
  func `reading and writing back changes no byte`(seed: UInt64) throws {
    var walk = try RandomWalk(seed: seed, copies: 3, zone: Self.zone)
    try walk.take(steps: 15)
    let written = try CaseDocument(path: "a.md", history: try walk.union(), zone: Self.zone)
    let bytes = written.bytes(zone: Self.zone)
    let read = try CaseDocument(reading: bytes, path: "a.md", zone: Self.zone)
    #expect(read.differences.isEmpty)
    #expect(read.history == written.history)
    #expect(read.standing == written.standing)
    #expect(read.bytes(zone: Self.zone) == bytes)
    for (one, other) in zip(read.history.events, written.history.events) {
      #expect((one.text ?? "").utf8.elementsEqual((other.text ?? "").utf8))
    }
    #expect(bytes.last == 0x0A && !bytes.contains(0x0D))
  }

  @Test(arguments: Seeds.first(30))
  func `the front matter tells what the events say`(seed: UInt64) throws {
    var walk = try RandomWalk(seed: seed, copies: 2)
    try walk.take(steps: 15)
    let document = try CaseDocument(path: "a.md", history: try walk.union(), zone: .utc)
    let read = try FrontMatterReader.summary(document.bytes(zone: .utc), path: "a.md")
    var summary = try #require(read.ordinary)
    let folded = try #require(document.standing.ordinary)
    // Earlier closings are known to the events only.
    #expect(summary.closings.last?.closed == folded.closed)
    let inForce = folded.closings.last.flatMap { $0.reopened == nil ? $0.outcome : nil }
    #expect(summary.closings.last?.outcome == inForce)
    summary.closings = folded.closings
    summary.moved = folded.moved
    summary.corrections = folded.corrections
    #expect(summary == folded)
  }

  @Test func `a file is laid out as the format says`() throws {
    var ledger = try Ledger(.sample(), text: "They were left out.\n\n## twice")
    try ledger.record(.assign(.member("rana")), by: "omar")
    ledger.day = try date("2026-03-04")
    let note = try ledger.record(.note, text: "Called the team.  \n```", on: date("2026-03-03"))
    let document = try CaseDocument(path: "a.md", history: ledger.history, zone: .utc)
    let lines = ledger.history.events.map(\.canonical)
    let expected = """
      ---
      case: \(try CaseID.sample())
      state: in-progress
      category: major
      themes: [selection]
      sensitivity: internal
      priority: normal
      channel: hotline
      language: ar
      received: 2026-03-02
      received-by: omar
      registered: 2026-03-02
      due: 2026-03-17
      assignee: rana
      consent: yes
      ---
      # Left off the list at site 4

      They were left out.

      \\## twice

      ## \(note) · note · rana · 2026-03-03

      Called the team.\u{20}\u{20}
      \\```

      ```events
      \(lines.joined(separator: "\n"))
      ```

      """
    #expect(String(decoding: document.bytes(zone: .utc), as: UTF8.self) == expected)
  }

  @Test func `what a later version wrote is kept and named`() throws {
    var ledger = try Ledger.inProgress()
    try ledger.record(.unknown("mediate"), text: "With the elders.")
    let bytes = try CaseDocument(path: "a.md", history: ledger.history, zone: .utc).bytes(
      zone: .utc)
    let read = try CaseDocument(reading: bytes, path: "a.md", zone: .utc)
    #expect(read.unknownParts == ["do: mediate"])
    #expect(read.bytes(zone: .utc) == bytes)
  }

  @Test func `a text of the size limit is read, a larger file is refused`() throws {
    let text = String(repeating: "words and words\n", count: 60_000) + "end"
    let ledger = try Ledger(.sample(), text: text)
    let bytes = try CaseDocument(path: "a.md", history: ledger.history, zone: .utc).bytes(
      zone: .utc)
    #expect(bytes.count < CaseFileLayout.maximumSize)
    let read = try CaseDocument(reading: bytes, path: "a.md", zone: .utc)
    #expect(read.history.events[0].text == text)
    let larger = bytes + Array(repeating: 0x0A, count: CaseFileLayout.maximumSize + 1 - bytes.count)
    let finding = #expect(throws: Diagnostic.self) {
      try CaseDocument(reading: larger, path: "a.md", zone: .utc)
    }
    #expect(finding?.rule == "file.size")
  }

  @Test func `a long history is read in no time`() throws {
    var ledger = try Ledger(.sample())
    for number in 0..<150 { try ledger.force(.note, text: "Call \(number)") }
    let bytes = try CaseDocument(path: "a.md", history: ledger.history, zone: .utc).bytes(
      zone: .utc)
    let start = ContinuousClock.now
    #expect(try CaseDocument(reading: bytes, path: "a.md", zone: .utc).history == ledger.history)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
