import CaseFormat
import CaseModel
import GitStore
import Register
import TestSupport
import Testing

/// What is noticed of a file that somebody edited by hand.
@Suite struct FileJudgementTests {
  /// A case with an event of a kind that nobody knows.
  private static func file(_ edit: (String) -> String = { $0 }) throws -> (CaseID, [UInt8]) {
    var ledger = try Ledger.inProgress()
    try ledger.record(.unknown("explode"), text: "With the elders.")
    let bytes = try CaseDocument(path: "a.md", history: ledger.history, zone: .utc)
      .bytes(zone: .utc)
    return (try ledger.folded.id, Array(edit(String(decoding: bytes, as: UTF8.self)).utf8))
  }

  private static func verdict(_ id: CaseID, _ bytes: [UInt8]) throws -> FileJudgement.Verdict {
    let place = try TemporaryRepository()
    let path = CasePath.path(of: id, layout: .month)
    let signature = Signature(name: "Omar", email: "omar@example.org", seconds: 1_795_000_000)
    let commit = try place.repository.writeCommit(
      CommitRequest(
        parents: [], replacing: [.init(path: path, content: bytes)], author: signature,
        committer: signature, message: "one\n"))
    let entry = try #require(try place.repository.entry(at: path, in: commit))
    return try FileJudgement(repository: place.repository, zone: .utc).judge(entry, at: path)
  }

  @Test func `an event of a kind that is not known leaves a file whole`() throws {
    let (id, bytes) = try Self.file()
    guard case .whole(let history) = try Self.verdict(id, bytes) else {
      Issue.record("it is called edited or wrong")
      return
    }
    #expect(history.events.last?.action == .unknown("explode"))
  }

  @Test(arguments: [
    ("state: in-progress", "state: closed\nclosed: 2026-03-04"),
    ("category: major", "category: minor"),
  ])
  func `such an event excuses no edit beside it`(old: String, new: String) throws {
    let (id, bytes) = try Self.file { text in
      #expect(text.contains("\n" + old + "\n"))
      return text.replacing("\n" + old + "\n", with: "\n" + new + "\n")
    }
    if case .whole = try Self.verdict(id, bytes) { Issue.record("the edit was passed over") }
  }
}
