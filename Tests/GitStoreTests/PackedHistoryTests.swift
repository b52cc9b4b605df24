import GitStore
import Testing

/// A history that is made in memory and stored as one pack, judged by git itself.
@Suite struct PackedHistoryTests {
  private struct Stopped: Error {}

  /// Commits on top of each other, each of which changes one of three files.
  private func history(_ length: Int, in repository: Repository) throws -> ObjectID {
    var head: ObjectID?
    for number in 0..<length {
      head = try repository.writeCommit(
        CommitRequest(
          parents: head.map { [$0] } ?? [],
          replacing: [
            .init(path: "folder/\(number % 3)", content: bytes("file \(number)\n"))
          ],
          author: Scene.person(), committer: Scene.person(), message: "step \(number)\n"))
    }
    return try #require(head)
  }

  @Test func `the same commits as written one by one, in one pack`() throws {
    let (packed, loose) = (try Scene(bare: true), try Scene(bare: true))
    let head = try packed.repository.packing { try history(40, in: $0) }
    #expect(head == (try history(40, in: loose.repository)))
    #expect(try packed.repository.history(from: head).count == 40)
    try packed.git("update-ref", "refs/heads/main", head.hex)
    try packed.fsck()
    let counts = try packed.git("count-objects", "-v")
    // A blob, two folders and a commit for each step.
    #expect(counts.contains("packs: 1") && counts.contains("count: 0"), "\(counts)")
    #expect(counts.contains("in-pack: 160"), "\(counts)")
    #expect(try packed.git.bytes(["show", "\(head.hex):folder/0"]) == bytes("file 39\n"))
  }

  @Test func `a history that is not finished leaves nothing`() throws {
    let scene = try Scene(bare: true)
    #expect(throws: Stopped.self) {
      try scene.repository.packing { repository in
        _ = try history(3, in: repository)
        throw Stopped()
      }
    }
    let counts = try scene.git("count-objects", "-v")
    #expect(counts.contains("packs: 0") && counts.contains("count: 0"), "\(counts)")
  }
}
