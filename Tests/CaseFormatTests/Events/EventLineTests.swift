import CaseFormat
import CaseModel
import Diagnostics
import TestSupport
import Testing
import Text

@Suite struct EventLineTests {
  private func read(_ line: String) throws(Diagnostic) -> EventReader.Line {
    try EventReader.read(ArraySlice(line.utf8), path: "a.md", line: 30)
  }

  @Test(arguments: Seeds.first(12))
  func `an event of every kind reads back from its line`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for action in try RandomAction.everyKind(using: &random) {
      let text = Bool.random(using: &random) ? try RandomText.text(using: &random) : nil
      let previous = try (0..<Int.random(in: 0...3, using: &random)).map { try EventID.sample($0) }
      let event = try built(
        Event.recorded(
          number: Int.random(in: 1...900, using: &random), previous: previous.reversed(),
          at: Timestamp(seconds: Int64.random(in: 0...4_000_000_000, using: &random)),
          by: RandomText.word(using: &random), action: action,
          on: Bool.random(using: &random) ? CalendarDate(day: 20_000) : nil,
          isImported: Bool.random(using: &random), text: text), "an event")
      let line = try read(event.canonical)
      var back = line.event
      #expect(line.textDigest == text.map(Digest.ofText))
      back.text = text
      #expect(back == event, "\(event.canonical)")
      #expect(back.canonical.utf8.elementsEqual(event.canonical.utf8))
      #expect(event.previous == event.previous.sorted())
    }
  }

  @Test func `the random actions are of every kind there is`() throws {
    let source = try SourceTree.text(SourceTree.root + "/Sources/CaseModel/Event/Action.swift")
    var names = Set(source.matches(of: /case \.\w+: "([a-z]+)"/).map { String($0.output.1) })
    #expect(names.count > 20)
    names.insert("mediate")
    var random = SeededGenerator(seed: 1)
    #expect(Set(try RandomAction.everyKind(using: &random).map(\.name)) == names)
  }

  @Test func `a line is what the format says, to the byte`() throws {
    let ledger = try Ledger(.sample(), text: nil)
    let first = ledger.history.events[0]
    let event = try ledger.next(.decide(.upheld, rootCause: "data-error"), text: "Twice.")
    // Nothing of the encoder's is used here but the two digests.
    let rest =
      #""n":2,"prev":["\#(first.id)"],"at":"2026-03-02T08:02:00Z","by":"rana","do":"decide","#
      + #""outcome":"upheld","root-cause":"data-error","text":"\#(Digest.hex("Twice.".utf8).prefix(32))"}"#
    #expect(try event.canonical == Sealing.line(rest))
  }

  @Test func `digests are those of SHA-256`() {
    #expect(
      Digest.hex("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest.ofText("") == "e3b0c44298fc1c149afbf4c8996fb924")
  }

  @Test(arguments: [
    #""do":"mediate","to":"x","until":7}"#,
    #""do":"note","stamp":"e1/a","tags":["a",{"b":[true,-4]}],"ش":"é\n"}"#,
    #""do":"start","extra":{"b":1,"c":{"d":""}}}"#, #""do":"acknowledge","via":"sms","zz":false}"#,
  ])
  func `what is unknown is kept to the byte`(end: String) throws {
    let line = try Sealing.line(#""n":1,"prev":[],"at":"2026-03-02T08:02:00Z","by":"rana","# + end)
    let event = try read(line).event
    #expect(!event.unknownFields.isEmpty)
    #expect(event.canonical.utf8.elementsEqual(line.utf8))
  }

  @Test(arguments: Seeds.first(4))
  func `a line of which one byte was changed is refused`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let actions = try RandomAction.everyKind(using: &random)
    let event = try Ledger(.sample())
      .next(actions.randomElement(using: &random) ?? .note, text: "Twice.")
    let line = Array(event.canonical.utf8)
    for index in line.indices {
      for change in [0, 1, 2] {
        var changed = line
        switch change {
        case 0: changed.remove(at: index)
        case 1: changed[index] = changed[index] == 0x30 ? 0x31 : 0x30
        default: changed.insert(changed[index], at: index)
        }
        guard changed != line else { continue }
        #expect(throws: Diagnostic.self, "byte \(index) of \(event.canonical)") {
          try EventReader.read(changed[...], path: "a.md", line: 1)
        }
      }
    }
  }

  @Test func `a tampered line says so`() throws {
    let line = try Ledger(.sample()).next(.assign(.member("rana"))).canonical
    let finding = #expect(throws: Diagnostic.self) {
      try read(line.replacing("\"to\":\"rana\"", with: "\"to\":\"omar\""))
    }
    #expect(finding?.rule == "event.id")
    #expect(finding?.location == SourceLocation(path: "a.md", line: 30, column: 1))
  }

  @Test(arguments: [
    #""do":"assign"}"#, #""do":"assign","to":7}"#, #""do":"start"},"#, #""do":7}"#,
    #""do":"acknowledge"}"#, #""do":"acknowledge","via":["sms"]}"#,
    #""do":"wait","for":"me","until":"2026-03-05"}"#,
    #""do":"wait","for":"other","until":"2026-03-5"}"#, #""do":"wait","for":"other"}"#,
    #""do":"decide","outcome":"lost"}"#, #""do":"approve","accept":"yes"}"#, #""do":"approve"}"#,
    #""do":"inform","via":"sms"}"#, #""do":"inform","waive":"tired"}"#,
    #""do":"inform","tried":1}"#,
    #""do":"close","of":"2611-7KQ4-M2XX"}"#, #""do":"close","of":"x"}"#,
    #""do":"close","outcome":1}"#,
    #""do":"review"}"#, #""do":"reopen"}"#, #""do":"hold","until":"tomorrow"}"#,
    #""do":"raise","priority":"top"}"#,
    #""do":"raise","sensitivity":"secret"}"#, #""do":"extend"}"#,
    #""do":"amend","field":"area","value":"x"}"#,
    #""do":"link","rel":"near","case":"2611-7KQ4-M2XC"}"#, #""do":"link","rel":"follows"}"#,
    #""do":"promise"}"#,
    #""do":"promise","kept":"x"}"#, #""do":"promise","moved":"4t9qxb7m2ek8v0aw"}"#,
    #""do":"refer","organisation":"x"}"#,
    #""do":"refer","consent":"maybe","organisation":"x"}"#, #""do":"survey"}"#,
    #""do":"survey","resolved":"yes","score":"5"}"#,
    #""do":"settle"}"#, #""do":"settle","settles":"x"}"#, #""do":"settle","settles":[1]}"#,
    #""do":"retract"}"#,
    #""do":"retract","event":"X"}"#, #""do":"note","on":"2026-02-30"}"#, #""do":"note","text":5}"#,
    #""do":"register","case":"2611-7KQ4-M2XC"}"#, #""by":"x"}"#,
  ])
  func `a known field without a value of its kind is refused`(end: String) throws {
    let line = try Sealing.line(#""n":1,"prev":[],"at":"2026-03-02T08:02:00Z","by":"rana","# + end)
    let finding = #expect(throws: Diagnostic.self) { try read(line) }
    #expect(["event.field", "event.json"].contains(finding?.rule))
    #expect(finding?.location?.line == 30)
  }

  @Test(arguments: [
    #""prev":[],"at":"2026-03-02T08:02:00Z","by":"r","do":"note"}"#,
    #""n":"1","prev":[],"at":"2026-03-02T08:02:00Z","by":"r","do":"note"}"#,
    #""n":1,"at":"2026-03-02T08:02:00Z","by":"r","do":"note"}"#,
    #""n":1,"prev":["x"],"at":"2026-03-02T08:02:00Z","by":"r","do":"note"}"#,
    #""n":1,"prev":[],"at":"2026-03-02T08:02:00","by":"r","do":"note"}"#,
    #""n":1,"prev":[],"at":"2026-03-02T08:02:00Z","do":"note"}"#,
    #""n":1,"prev":[],"at":"2026-03-02T08:02:00Z","by":"r"}"#,
  ])
  func `a line without one of the first fields is refused`(rest: String) throws {
    let line = try Sealing.line(rest)
    #expect(throws: Diagnostic.self) { try read(line) }
  }

  @Test func `what follows the id must begin where it must`() throws {
    let line = try Ledger(.sample()).next(.start).canonical
    for bad in [
      "", "{}", "{\"id\":\"4t9qxb7m2ek8v0aw\"}", " " + line, line + " ", line.dropLast() + " }",
    ] {
      #expect(throws: Diagnostic.self, "\(bad)") { try read(String(bad)) }
    }
  }
}
