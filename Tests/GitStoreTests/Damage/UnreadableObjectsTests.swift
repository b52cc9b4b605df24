import Testing

@testable import GitStore

/// The search for everything that a history names and the store cannot give.
@Suite struct UnreadableObjectsTests {
  private func history() throws -> Scene {
    let scene = try Scene()
    try scene.commit([("c/d/a", "one"), ("c/d/b", "two"), ("c/e", "three")])
    try scene.commit([("c/d/a", "one more")])
    try scene.commit([("c/d/a", nil), ("f", "four")])
    scene.abandonWorkTree()
    return scene
  }

  @Test func `a whole history has none`() throws {
    let scene = try history()
    let repository = try scene.reopened()
    #expect(repository.unreadableObjects(below: [try scene.object("HEAD")]).isEmpty)
    #expect(repository.damagedFiles().isEmpty)
    #expect(repository.brokenReferences(except: []).isEmpty)
    #expect(repository.storedCommits().count == 3)
    #expect(Set(repository.storedBlobs()).count == 5)
  }

  @Test(
    arguments: [
      "HEAD", "HEAD~1", "HEAD~2", "HEAD:", "HEAD~1:c", "HEAD~2:c/d", "HEAD~2:c/d/a", "HEAD~1:c/d/a",
      "HEAD:c/e", "HEAD:f",
    ], Harm.allCases)
  func `each lost object is found once, of whatever state`(revision: String, harm: Harm) throws {
    let scene = try history()
    let (head, id) = (try scene.object("HEAD"), try scene.object(revision))
    try scene.harm(id, harm)
    let repository = try scene.reopened()
    let found = repository.unreadableObjects(below: [head])
    #expect(found.map(\.id) == [id])
    #expect(found.first?.file == repository.looseFile(id))
    #expect(repository.damagedFiles().map(\.id) == (harm == .removed ? [] : [id]))
    #expect(repository.brokenReferences(except: []).map(\.tip) == (id == head ? [head] : []))
    #expect(repository.brokenReferences(except: ["refs/heads/main"]).isEmpty)
  }

  @Test func `what lies below an excepted commit is not looked at`() throws {
    let scene = try history()
    let (head, known) = (try scene.object("HEAD"), try scene.object("HEAD~1"))
    let lost = [try scene.object("HEAD~2:c/d/a"), try scene.object("HEAD:f")]
    for id in lost { try scene.harm(id) }
    let repository = try scene.reopened()
    #expect(repository.unreadableObjects(below: [head], except: [known]).map(\.id) == [lost[1]])
    #expect(Set(repository.unreadableObjects(below: [head]).map(\.id)) == Set(lost))
  }

  @Test func `what came again is not told any more`() throws {
    let scene = try history()
    let (head, folder) = (try scene.object("HEAD"), try scene.object("HEAD:c"))
    let content = try readFile(scene.repository.looseFile(folder))
    try scene.harm(folder)
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      _ = try repository.entries(under: "", in: head)
      let lost = repository.unreadableObjects(below: [head])
      #expect(!repository.forgetHealed(lost))
      #expect(RepositoryNotes.current.isHistoryUncertain)
      try writeBytes(repository.looseFile(folder), content)
      repository.forgetWhatCame()
      #expect(RepositoryNotes.current.isEmpty)
      #expect(repository.forgetHealed(lost))
    }
    #expect(notes.isEmpty)
  }

  @Test func `a damaged file is put aside and back`() throws {
    let scene = try history()
    let id = try scene.object("HEAD:f")
    try scene.harm(id, .cut)
    let repository = try scene.reopened()
    let lost = try #require(repository.unreadableObjects(below: [try scene.object("HEAD")]).first)
    makeFolder(repository.gitDirectory + "/daftar")
    makeFolder(repository.gitDirectory + "/daftar/damaged")
    try lost.putAside()
    #expect(!exists(lost.file))
    #expect(exists(GitError.LostObject.aside(of: id, in: repository.gitDirectory)))
    try lost.putBack()
    #expect(exists(lost.file))
  }

  @Test func `an object in a pack is named with its pack`() throws {
    let scene = try history()
    let (head, id) = (try scene.object("HEAD"), try scene.object("HEAD:c/e"))
    try scene.git("repack", "-adq")
    let folder = scene.path + "/.git/objects/pack/"
    let pack = try #require(list(folder).first { $0.hasSuffix(".pack") })
    var content = try readFile(folder + pack)
    for place in 12..<content.count - 20 { content[place] ^= 0x55 }
    removeFile(folder + pack)
    try writeBytes(folder + pack, content)
    let repository = try scene.reopened()
    #expect(repository.damagedFile(id) == folder + pack)
    #expect(repository.unreadableObjects(below: [head]).map(\.file) == [folder + pack])
  }
}
