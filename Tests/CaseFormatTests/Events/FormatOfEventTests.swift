import CaseFormat
import CaseModel
import Diagnostics
import TestSupport
import Testing

@Suite struct FormatOfEventTests {
  private func event(_ action: Action, format: Int) throws -> Event {
    try built(
      Event.recorded(
        number: 2, previous: [.sample(1)], at: Timestamp(seconds: 1_700_000_000), by: "rana",
        action: action, format: format), "an event")
  }

  private func read(_ line: String, isNewer: Bool = false) throws(Diagnostic) -> Event {
    try EventReader.read(ArraySlice(line.utf8), path: "a.md", line: 9, isNewer: isNewer).event
  }

  @Test func `an event of the first format does not name it, a later one does`() throws {
    #expect(try !event(.start, format: 1).canonical.contains("format"))
    let later = try event(.start, format: 2)
    #expect(later.canonical.contains("\"do\":\"start\",\"format\":2"))
    #expect(try read(later.canonical) == later)
  }

  @Test(arguments: ["0", "1", "-2", "\"2\""])
  func `no event says that it is of the first format or of none`(value: String) throws {
    let line = try event(.start, format: 2).canonical
      .replacing("\"format\":2", with: "\"format\":" + value)
    #expect(throws: Diagnostic.self) { try read(line) }
  }

  @Test func `of a later format what is not known is kept to the byte`() throws {
    let known = try event(.decide(.upheld, rootCause: nil), format: 9)
    let body = known.canonicalBody.replacing("\"upheld\"", with: "\"mediated\"")
    let line = try withID(body)
    #expect(throws: Diagnostic.self) { try read(line) }
    let kept = try read(line, isNewer: true)
    #expect(kept.action == .unknown("decide") && kept.format == 9)
    #expect(kept.canonical == line)
  }

  /// A line whose id is the digest of the rest.
  private func withID(_ body: String) throws -> String {
    let digest = Digest.hex(body.utf8)
    var bytes: [UInt8] = []
    var rest = Substring(digest)
    while let byte = UInt8(rest.prefix(2), radix: 16) {
      bytes.append(byte)
      rest = rest.dropFirst(2)
      if rest.isEmpty { break }
    }
    let id = try built(EventID(digest: bytes), "an id")
    return "{\"id\":\"\(id)\"," + body.dropFirst()
  }
}

extension Event {
  /// The line without its id.
  fileprivate var canonicalBody: String { "{" + canonical.dropFirst(25) }
}
