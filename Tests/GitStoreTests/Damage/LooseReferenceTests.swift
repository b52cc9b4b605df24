import Testing

@testable import GitStore

/// Files of single references after a power cut.
@Suite struct LooseReferenceTests {
  @Test(arguments: [
    ("0123456789012345678901234567890123456789\n", false), ("ref: refs/heads/main\n", false),
    ("", true), ("\0\0\0\0", true), ("0123\n", true), ("ref: elsewhere\n", true),
  ])
  func `a reference names a commit or another reference`(content: String, isDamaged: Bool) throws {
    let folder = try TemporaryFolder()
    try writeFile(folder.path + "/main", content)
    #expect(LooseReference.isDamaged(folder.path + "/main") == isDamaged)
    #expect(LooseReference.damaged(below: folder.path).count == (isDamaged ? 1 : 0))
  }

  @Test func `one that is not there is not damaged, and a lock is none`() throws {
    let folder = try TemporaryFolder()
    try writeFile(folder.path + "/main.lock", "")
    #expect(!LooseReference.isDamaged(folder.path + "/main"))
    #expect(LooseReference.damaged(below: folder.path).isEmpty)
  }

  @Test func `a damaged one is kept where nothing looks for references`() throws {
    let scene = try Scene()
    try scene.commit([("a", "1")])
    let directory = scene.path + "/.git"
    makeFolder(directory + "/refs/daftar")
    try writeFile(directory + "/refs/daftar/x", "\0\0")
    let file = try #require(LooseReference.damaged(below: directory + "/refs").first)
    #expect(file == directory + "/refs/daftar/x")
    try LooseReference.putAside(file, in: directory)
    #expect(try readText(directory + "/daftar/damaged/refs-daftar-x") == "\0\0")
    #expect(LooseReference.damaged(below: directory + "/refs").isEmpty)
    #expect(try scene.reopened().references(under: "refs/").map(\.name) == ["refs/heads/main"])
  }
}
