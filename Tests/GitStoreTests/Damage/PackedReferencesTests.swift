import Testing

@testable import GitStore

/// Git's list of references after a power cut.
@Suite struct PackedReferencesTests {
  private func packed() throws -> (scene: Scene, tip: ObjectID, list: String) {
    let scene = try Scene()
    let tip = try scene.commit([("a", "1")]).id
    try scene.git("tag", "-a", "v1", "-m", "one")
    try scene.git("pack-refs", "--all")
    return (scene, tip, try readText(scene.path + "/.git/packed-refs"))
  }

  @Test func `a sound list is left as it is`() throws {
    let (scene, _, list) = try packed()
    #expect(!scene.repository.mendPackedReferences())
    #expect(try readText(scene.path + "/.git/packed-refs") == list)
  }

  @Test func `a line that a power cut left is taken out, and what was there is kept`() throws {
    let (scene, tip, list) = try packed()
    let damaged = "\0\0\0\0\0\0\0\0\n" + list
    try writeFile(scene.path + "/.git/packed-refs", damaged)
    let repository = try scene.reopened()
    let notes = try notes { () throws in #expect(try repository.tip(of: "refs/heads/main") == tip) }
    #expect(notes.files.map(\.isHarmless) == [true])
    #expect(try readText(scene.path + "/.git/daftar/damaged/packed-refs") == damaged)
    #expect(try scene.git("rev-parse", "refs/tags/v1^{commit}") == tip.hex + "\n")
    #expect(PackedReferences(in: scene.path + "/.git")?.isSound == true)
  }

  @Test(arguments: [
    "", "# pack-refs with: peeled fully-peeled sorted \n",
    "0123456789012345678901234567890123456789 refs/heads/a\n",
    "0123456789012345678901234567890123456789 refs/tags/a\n^0123456789012345678901234567890123456789\n",
  ])
  func `what git writes is sound`(list: String) throws {
    let folder = try TemporaryFolder()
    try writeFile(folder.path + "/packed-refs", list)
    #expect(PackedReferences(in: folder.path)?.isSound == true)
  }

  @Test(arguments: [
    "0123 refs/heads/a\n", "0123456789012345678901234567890123456789 heads/a\n",
    "0123456789012345678901234567890123456789 refs/heads/a..b\n",
    "0123456789012345678901234567890123456789 refs/heads/a",
    "0123456789012345678901234567890123456789\n", "\0\0\0\n", "^0123\n",
    "^0123456789012345678901234567890123456789\n",
  ])
  func `what git does not write is not`(list: String) throws {
    let folder = try TemporaryFolder()
    try writeFile(folder.path + "/packed-refs", list)
    #expect(PackedReferences(in: folder.path)?.isSound == false)
  }

  @Test func `there may be no list`() throws {
    let folder = try TemporaryFolder()
    #expect(PackedReferences(in: folder.path) == nil)
    #expect(throws: Never.self) { try PackedReferences.requireNoFolder(in: folder.path) }
    makeFolder(folder.path + "/packed-refs")
    let error = #expect(throws: GitError.self) {
      try PackedReferences.requireNoFolder(in: folder.path)
    }
    #expect(error?.kind == .folderOfReferences)
    #expect(error?.file == folder.path + "/packed-refs")
  }
}
