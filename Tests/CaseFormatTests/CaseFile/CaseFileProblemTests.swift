import CaseFormat
import CaseModel
import Diagnostics
import TestSupport
import Testing

/// What a reader says about a file that somebody edited, cut or damaged.
@Suite struct CaseFileProblemTests {
  /// A file of about thirty lines with a text, two sections and five events.
  static func sample() throws -> (lines: [String], document: CaseDocument) {
    var ledger = try Ledger.inProgress()
    try ledger.record(.note, text: "Called the team.\n\n# 3 households")
    try ledger.record(.decide(.upheld, rootCause: "data-error"), text: "Entered twice.")
    let document = try CaseDocument(path: "a.md", history: ledger.history, zone: .utc)
    let text = String(decoding: document.bytes(zone: .utc), as: UTF8.self)
    return (
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), document
    )
  }

  private func read(_ lines: [String]) throws(Diagnostic) -> CaseDocument {
    try CaseDocument(reading: Array(lines.joined(separator: "\n").utf8), path: "a.md", zone: .utc)
  }

  private static let asWritten = "this line is not as the program writes it"

  /// An edit of the sample's lines and what must be said about it.
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    let line: Int
    let change: @Sendable (inout [String]) -> Void

    init(
      _ name: String, _ rule: String, _ line: Int,
      _ change: @escaping @Sendable (inout [String]) -> Void
    ) {
      (testDescription, self.rule, self.line, self.change) = (name, rule, line, change)
    }
  }

  // The sample's lines: 1 to 20 front matter, 21 title, 23 narrative, 25 note, 31 decision, 35 to 41
  // events; the array counts from 0.
  @Test(arguments: [
    Edit("no first fence", "file.layout", 1) { $0[0] = "--" },
    Edit("no second fence", "file.layout", 41) { $0[19] = "----" },
    Edit("no title", "file.layout", 21) { $0[20] = "## Title" },
    Edit("an empty title", "file.layout", 21) { $0[20] = "# " },
    Edit("no events", "file.layout", 41) { $0[34] = "```" },
    Edit("no last fence", "file.layout", 40) { $0.remove(at: 40) },
    Edit("something after the events", "file.layout", 43) { $0.append("more\n") },
    Edit("a heading without an event", "file.layout", 25) { $0[24] = "## My own heading" },
    Edit("a section of another event", "text.missing", 39) {
      $0[24] = "## 0000000000000000 · note · x · 2026-03-02"
    },
    Edit("a section more", "file.layout", 35) {
      $0.insert("## 0000000000000000 · note · x · 2026-03-02", at: 34)
    },
    Edit("a section twice", "file.layout", 31) { $0[30] = $0[24] },
    Edit("a changed narrative", "text.changed", 23) { $0[22] += "!" },
    Edit("a changed note", "text.changed", 25) { $0[26] = "Called nobody." },
    Edit("a lost heading mark", "text.changed", 25) { $0[28] = "3 households" },
    Edit("a missing narrative", "text.missing", 36) { $0[22] = "" },
    Edit("a missing section", "text.missing", 33) { $0.removeSubrange(24...29) },
    Edit("a section without its event", "file.layout", 25) { $0.remove(at: 38) },
    Edit("a missing event in the middle", "events.history", 37) { $0.remove(at: 36) },
    Edit("a missing registration", "events.history", 36) { $0.remove(at: 35) },
    Edit("no event at all", "file.layout", 25) { $0.removeSubrange(35...39) },
    Edit("an event changed", "event.id", 37) { $0[36].replace("omar", with: "omer") },
    Edit("an event with spaces", "event.id", 37) { $0[36].replace(",\"by\"", with: ", \"by\"") },
    Edit("an event with an escape too many", "event.id", 37) {
      $0[36].replace("omar", with: "om\\u0061r")
    },
    Edit("an event that is no JSON", "event.json", 37) { $0[36] = "oops" },
    Edit("an empty line among the events", "event.json", 37) { $0.insert("", at: 36) },
    Edit("a control character", "text.character", 27) { $0[26] += "\u{7}" },
    Edit("a direction override", "text.character", 23) { $0[22] += "\u{202E}" },
    Edit("a carriage return", "file.layout", 1) { $0[0] += "\r" },
    Edit("a field more", "front-matter.key", 4) { $0.insert("assignees: x", at: 3) },
    Edit("a field less", "front-matter.missing", 1) { $0.remove(at: 3) },
    Edit("a field twice", "yaml.duplicate-key", 4) { $0.insert($0[2], at: 3) },
  ])
  func `an edit is refused with its place`(edit: Edit) throws {
    var lines = try Self.sample().lines
    edit.change(&lines)
    let finding = #expect(throws: Diagnostic.self) { try read(lines) }
    #expect(finding?.rule == edit.rule)
    #expect(finding?.location?.line == edit.line)
    #expect(finding?.location?.path == "a.md" && finding?.hint != nil)
  }

  @Test(arguments: [
    Edit("a changed field", "state is “closed” here, but the events say “decided”", 3) {
      $0[2] = "state: closed"
    },
    Edit("another order", asWritten, 3) { $0.swapAt(2, 3) },
    Edit("a comment", asWritten, 2) { $0.insert("# hello", at: 1) },
    Edit("another title", asWritten, 21) { $0[20] = "# Another" },
    Edit("another heading", asWritten, 25) { $0[24] += " edited" },
    Edit("a backslash less", asWritten, 29) { $0[28] = "# 3 households" },
    Edit("a blank line more", asWritten, 25) { $0.insert("", at: 23) },
    Edit("events in another order", asWritten, 37) { $0.swapAt(36, 37) },
    Edit("an event twice", asWritten, 38) { $0.insert($0[36], at: 37) },
    Edit("sections in another order", asWritten, 25) { lines in
      lines.insert(contentsOf: lines[24...29], at: 34)
      lines.removeSubrange(24...29)
    },
  ])
  func `an edit beside the events is reported with its line`(edit: Edit) throws {
    let (original, document) = try Self.sample()
    var lines = original
    edit.change(&lines)
    let read = try read(lines)
    #expect(read.history == document.history)
    #expect(read.standing == document.standing)
    #expect(read.differences.map(\.message) == [edit.rule])
    #expect(read.differences.first?.location?.line == edit.line)
    #expect(read.differences.first?.rule == "file.edited")
    #expect(read.bytes(zone: .utc) == document.bytes(zone: .utc))
  }

  @Test(arguments: [
    #""by":"rana","do":"start", "x":1}"#, #""by":"rana","do":"start","x":1} "#,
    #""do":"start","by":"rana"}"#, #""by":"rana","do":"start","z":1,"x":1}"#,
    #""by":"r\u0061na","do":"start"}"#, #""by":"rana","do":"start","x":"\/"}"#,
    #""by":"rana","do":"start","imported":false}"#, #""by":"rana","do":"start","imported":1}"#,
    #""by":"rana","do":"settle","settles":["x"]}"#,
    #""by":"rana","do":"inform","via":"a","language":"b"}"#,
    #""by":"rana","do":"inform","language":"b","objection-explained":false,"via":"a"}"#,
  ])
  func `an event that nobody changed but that is not canonical is refused`(end: String) throws {
    let ledger = try Ledger(.sample())
    let bytes = try CaseDocument(path: "a.md", history: ledger.history, zone: .utc).bytes(
      zone: .utc)
    let first = ledger.history.events[0].id
    let line = try Sealing.line(#""n":2,"prev":["\#(first)"],"at":"2026-03-02T08:02:00Z","# + end)
    _ = try EventReader.read(ArraySlice(line.utf8), path: "a.md", line: 1)
    let text = String(decoding: bytes.dropLast(4), as: UTF8.self) + line + "\n```\n"
    let finding = #expect(throws: Diagnostic.self) {
      try CaseDocument(reading: Array(text.utf8), path: "a.md", zone: .utc)
    }
    #expect(finding?.rule == "file.layout")
    #expect(finding?.message.hasSuffix("is not in its canonical form") == true)
  }

  @Test func `several edits are reported one by one, in the order of the lines`() throws {
    var lines = try Self.sample().lines
    lines[2] = "state: closed"
    lines[12] = "due: 2027-01-01"
    lines.removeAll { $0.hasPrefix("assignee:") }
    let differences = try read(lines).differences
    #expect(differences.map { $0.location?.line } == [1, 3, 13])
  }
}
