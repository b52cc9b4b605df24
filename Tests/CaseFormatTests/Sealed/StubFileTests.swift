import CaseFormat
import CaseModel
import Diagnostics
import TestSupport
import Testing

/// The file of a sensitive case: nothing in it but what everybody may know.
@Suite struct StubFileTests {
  private func event(_ step: SealedStep, after history: History? = nil) throws -> Event {
    let name = "0123456789abcde" + String(history?.events.count ?? 0)
    let event = Event.recorded(
      number: history?.nextNumber ?? 1, previous: history?.heads ?? [],
      at: try moment("2026-03-01T21:00:00Z"), by: "omar", action: .sealed(step),
      seal: try reference(name))
    return try #require(event)
  }

  private func reference(_ name: String) throws -> SealReference {
    SealReference(
      entry: try #require(EntryID(name)), commitment: String(repeating: "1", count: 64),
      digest: String(repeating: "2", count: 64))
  }

  private func step(_ kind: SealedStep.Kind) throws -> SealedStep {
    SealedStep(
      kind: kind, caseID: kind == .register ? try .sample() : nil,
      state: kind == .register ? .registered : .open, sensitivity: .confidential,
      received: try #require(CalendarMonth("2026-03")), due: try date("2026-04-01"),
      actors: ["rana", "amal"])
  }

  private func document() throws -> CaseDocument {
    try CaseDocument(
      path: "a.md", history: try History([event(step(.register))]), zone: .utc)
  }

  @Test func `it is laid out as the format says, to the byte`() throws {
    let document = try document()
    let line = document.history.events[0].canonical
    let expected = """
      ---
      case: \(try CaseID.sample())
      state: registered
      sensitivity: confidential
      received: 2026-03
      due: 2026-04-01
      actors: [amal, rana]
      ---
      # *Sealed.*

      ```events
      \(line)
      ```

      """
    #expect(document.bytes(zone: .utc) == Array(expected.utf8))
    let read = try CaseDocument(reading: document.bytes(zone: .utc), path: "a.md", zone: .utc)
    #expect(read.differences.isEmpty && read.standing == document.standing)
    #expect(try FrontMatterReader.summary(Array(expected.utf8), path: "a.md") == document.standing)
  }

  @Test(arguments: ["category: fraud", "assignee: rana", "subjects: [karim]", "title: x"])
  func `nothing else may be written into it`(line: String) throws {
    let text = String(decoding: try document().bytes(zone: .utc), as: UTF8.self)
      .replacing("due: 2026-04-01", with: "due: 2026-04-01\n" + line)
    #expect(throws: Diagnostic.self) {
      try CaseDocument(reading: Array(text.utf8), path: "a.md", zone: .utc)
    }
  }

  @Test(arguments: [
    ("state: registered", "state: closed"), ("actors: [amal, rana]", "actors: [amal]"),
    ("confidential\nreceived", "restricted\nreceived"), ("# *Sealed.*", "# The driver"),
  ])
  func `an edit by hand is named`(from: String, to: String) throws {
    let text = String(decoding: try document().bytes(zone: .utc), as: UTF8.self)
      .replacing(from, with: to)
    let read = try CaseDocument(reading: Array(text.utf8), path: "a.md", zone: .utc)
    #expect(!read.differences.isEmpty)
  }

  @Test(arguments: [2, 4, 6, 8])
  func `a raised case keeps its events and loses its texts`(steps: Int) throws {
    var walk = try RandomWalk(seed: UInt64(steps), copies: 1)
    try walk.take(steps: steps)
    let ordinary = try walk.union()
    let raised = try History(ordinary.events + [event(step(.step), after: ordinary)])
    let document = try CaseDocument(path: "a.md", history: raised, zone: .utc)
    let text = String(decoding: document.bytes(zone: .utc), as: UTF8.self)
    for event in ordinary.events {
      #expect(text.contains(event.canonical))
      if let words = event.text, words.count > 12 { #expect(!text.contains(words)) }
    }
    let read = try CaseDocument(reading: document.bytes(zone: .utc), path: "a.md", zone: .utc)
    #expect(read.differences.isEmpty && read.history == document.history)
    #expect(read.history.holdsAll(of: ordinary))
  }

  @Test func `no event stands in clear behind a sealed step`() throws {
    let sealed = try History([event(step(.register))])
    let made = Event.recorded(
      number: 2, previous: sealed.heads, at: try moment("2026-03-02T09:00:00Z"), by: "omar",
      action: .acknowledge(via: "sms"))
    let history = try History(sealed.events + [try #require(made)])
    let problem = #expect(throws: Diagnostic.self) {
      try CaseDocument(path: "a.md", history: history, zone: .utc)
    }
    #expect(problem?.rule == "events.sealed")
  }

  @Test func `where words are sealed nothing else may stand`() throws {
    let ledger = try Ledger(.sample(), text: nil)
    let made = Event.recorded(
      number: 2, previous: ledger.history.heads, at: try moment("2026-03-02T09:00:00Z"),
      by: "rana", action: .note, seal: try reference("0123456789abcdef"))
    let note = try #require(made)
    let history = try History(ledger.history.events + [note])
    let document = try CaseDocument(path: "a.md", history: history, zone: .utc)
    let text = String(decoding: document.bytes(zone: .utc), as: UTF8.self)
    #expect(text.contains("\n\n*Sealed.*\n\n"))
    let changed = text.replacing("\n\n*Sealed.*\n\n", with: "\n\nThe driver did it.\n\n")
    let problem = #expect(throws: Diagnostic.self) {
      try CaseDocument(reading: Array(changed.utf8), path: "a.md", zone: .utc)
    }
    #expect(problem?.rule == "text.sealed" && problem?.location?.line != nil)
  }
}
