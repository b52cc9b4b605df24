import GitStore
import Testing
import Text

/// A pack that is not compressed, judged by git itself.
@Suite struct StoredPackTests {
  private static let sizes = [0, 1, 15, 16, 2_047, 2_048, 65_534, 65_535, 65_536, 131_070, 200_000]

  private func request(_ files: [(String, [UInt8])]) -> CommitRequest {
    CommitRequest(
      parents: [], replacing: files.map { .init(path: $0.0, content: $0.1) },
      author: Scene.person(), committer: Scene.person(), message: "sealed\n")
  }

  @Test func `git reads every size back, and finds the pack whole`() throws {
    let scene = try Scene(bare: true)
    var generator = SeededGenerator(seed: 7)
    let contents = Self.sizes.map { size in
      (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
    let requests = contents.enumerated().map { request([("\($0.offset)", $0.element)]) }
    let commits = try scene.repository.writeSealedCommits(requests)
    for (index, commit) in commits.enumerated() {
      let shown = try scene.git.bytes(["cat-file", "blob", "\(commit.hex):\(index)"])
      #expect(shown == contents[index])
      #expect(try scene.repository.blob(at: "\(index)", in: commit) == contents[index])
      try scene.git("update-ref", "refs/heads/x\(index)", commit.hex)
    }
    try scene.fsck()
    let counts = try scene.git("count-objects", "-v")
    #expect(counts.contains("packs: 1") && counts.contains("count: 0"), "\(counts)")
  }

  @Test func `equal content is stored once, and every commit keeps its own files`() throws {
    let scene = try Scene(bare: true)
    let same = bytes("the same")
    let commits = try scene.repository.writeSealedCommits([
      request([("a", same), ("b", same)]), request([("a", same)]), request([("a", same)]),
    ])
    #expect(commits[1] == commits[2] && commits[0] != commits[1])
    for (index, commit) in commits.enumerated() {
      try scene.git("update-ref", "refs/heads/x\(index)", commit.hex)
    }
    try scene.fsck()
    // One blob, two folders, two commits.
    #expect(try scene.git("count-objects", "-v").contains("in-pack: 5"))
  }

  @Test func `nothing to write is no pack`() throws {
    let scene = try Scene(bare: true)
    #expect(try scene.repository.writeSealedCommits([]).isEmpty)
    #expect(try scene.git("count-objects", "-v").contains("packs: 0"))
  }
}
