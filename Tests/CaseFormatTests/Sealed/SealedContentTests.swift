import CaseFormat
import CaseModel
import Diagnostics
import TestSupport
import Testing
import Text

/// What is inside a sealed entry: read back as it was written, and never a crash on anything else.
@Suite struct SealedContentTests {
  private func steps(_ seed: UInt64) throws -> SealedSteps {
    var walk = try RandomWalk(seed: seed, copies: 2)
    try walk.take(steps: 12)
    var random = SeededGenerator(seed: seed)
    let earlier = try (0..<Int.random(in: 0...2, using: &random)).map { index in
      (try EventID.sample(index), try RandomText.text(using: &random))
    }
    return SealedSteps(
      readers: ["huda": "age1huda", "amal": "age1amal"], events: try walk.union().events,
      earlierTexts: Dictionary(uniqueKeysWithValues: earlier))
  }

  @Test(arguments: Seeds.first(40))
  func `the steps of a sensitive case read back as they were`(seed: UInt64) throws {
    let steps = try steps(seed)
    #expect(try SealedSteps(reading: steps.bytes, name: "entry") == steps)
  }

  @Test(arguments: Seeds.first(10))
  func `a changed byte is never taken for what was recorded`(seed: UInt64) throws {
    let steps = try steps(seed)
    let bytes = steps.bytes
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var changed = bytes
      let place = Int.random(in: bytes.indices, using: &random)
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
      let read = try? SealedSteps(reading: changed, name: "entry")
      guard let read else { continue }
      // The readers and the texts from the file itself have their proofs elsewhere.
      #expect(read.events == steps.events)
    }
    for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      let read = try? SealedSteps(reading: Array(bytes[..<end]), name: "entry")
      #expect(read == nil || read?.events.count ?? 0 <= steps.events.count)
    }
  }

  @Test(arguments: Seeds.first(40))
  func `the words of an event come back into their place`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reference = SealReference(
      entry: try #require(EntryID("0123456789abcdef")),
      commitment: String(repeating: "1", count: 64), digest: String(repeating: "2", count: 64))
    for action in try RandomAction.everyKind(using: &random) where action != .unknown("mediate") {
      let text = Bool.random(using: &random) ? try RandomText.text(using: &random) : nil
      let words = SealedWords(of: action, text: text)
      let made = Event.recorded(
        number: 1, previous: [], at: try moment("2026-03-02T08:00:00Z"), by: "omar",
        action: action, seal: reference)
      let common = try #require(made)
      let line = common.canonical
      for value in words.fields.values.compactMap(\.text) where value.count > 12 {
        #expect(!line.contains(value), "\(action.name) shows a private field")
      }
      let read = try EventReader.read(Array(line.utf8)[...], path: "a.md", line: 1).event
      #expect(read.canonical == line)
      let again = try SealedWords(reading: words.bytes, name: "entry")
      #expect(again == words)
      let opened = try read.opened(with: again, name: "entry")
      #expect(opened.action == action && opened.text == text && opened.seal == nil)
      #expect(opened.id == common.id)
    }
  }

  @Test(arguments: [
    "", "{}", "{\"readers\":[]}", "{\"readers\":{}}\n{}\n", "not json\n",
    "{\"readers\":{}}\n\n## x\n",
    "{\"readers\":{\"a\":1}}\n{\"id\":\"0000000000000000\"}\n",
  ])
  func `what is no entry is refused or empty`(text: String) {
    let read = try? SealedSteps(reading: Array(text.utf8), name: "entry")
    #expect(read?.events ?? [] == [])
  }
}
