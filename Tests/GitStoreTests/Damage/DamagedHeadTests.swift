import Testing

@testable import GitStore

/// `HEAD`, its branch, and the folders without which git finds no repository.
@Suite struct DamagedHeadTests {
  private func scene() throws -> (scene: Scene, tip: ObjectID) {
    let scene = try Scene()
    try scene.commit([("a", "1")])
    return (scene, try scene.commit([("a", "2")]).id)
  }

  @Test(arguments: [
    ("ref: refs/heads/main\n", true), ("ref: refs/heads/main", true), ("ref: refs/heads/ma", false),
    ("ref: refs/heads/other\n", true), ("ref: refs/heads/", false), ("ref: ", false), ("", false),
    ("\0\0\0\0\0\0\0\0", false), ("0123456789012345678901234567890123456789\n", true),
    ("01234567\n", false), ("ref: refs/remotes/origin/main\n", false),
  ])
  func `HEAD names a branch or a commit, or is damaged`(content: String, isSound: Bool) throws {
    let (scene, _) = try scene()
    let repository = try scene.reopened()
    try writeFile(scene.path + "/.git/HEAD", content)
    #expect((repository.damagedHead == nil) == isSound)
  }

  @Test(arguments: ["", "0123", "\0\0\0\0", "no name of a commit, and longer than one would be"])
  func `a damaged branch stands where git noted it last`(content: String) throws {
    let (scene, tip) = try scene()
    try writeFile(scene.path + "/.git/refs/heads/main", content)
    let repository = try scene.reopened()
    let notes = try notes { () throws in #expect(try repository.head() == tip) }
    let damage = try #require(notes.files.first)
    #expect(damage.file == scene.path + "/.git/refs/heads/main")
    #expect(!damage.isHarmless)
    #expect(damage.remedy.contains("update-ref refs/heads/main \(tip)`"))
    #expect(notes.files.count == 1)
  }

  @Test func `without a note the common place tells where it stood`() throws {
    let (scene, tip) = try scene()
    try scene.git("update-ref", "refs/remotes/origin/main", tip.hex)
    try writeFile(scene.path + "/.git/refs/heads/main", "")
    removeTree(scene.path + "/.git/logs")
    _ = try notes { () throws in #expect(try scene.reopened().head() == tip) }
  }

  @Test func `where nothing tells it, the error stays`() throws {
    let (scene, _) = try scene()
    try writeFile(scene.path + "/.git/refs/heads/main", "")
    removeTree(scene.path + "/.git/logs")
    let repository = try scene.reopened()
    let notes = notes { () in _ = #expect(throws: GitError.self) { try repository.head() } }
    #expect(notes.files.first?.remedy.contains("fetch origin main") == true)
  }

  @Test func `a branch that is gone stands where it stood, and the way back is said`() throws {
    let (scene, tip) = try scene()
    removeFile(scene.path + "/.git/refs/heads/main")
    let repository = try scene.reopened()
    let notes = try notes { () throws in #expect(try repository.head() == tip) }
    #expect(notes.files.first?.remedy.contains("update-ref refs/heads/main \(tip)`") == true)
  }

  @Test func `a HEAD that names another branch is led back to the one with the register`() throws {
    let (scene, tip) = try scene()
    try writeFile(scene.path + "/.git/HEAD", "ref: refs/heads/typo\n")
    let damage = try #require(try scene.reopened().lostBranch)
    #expect(damage.message.contains("the register is on main"))
    #expect(damage.remedy.contains("symbolic-ref HEAD refs/heads/main"))
    #expect(damage.message.contains("\(tip)"))
  }

  @Test func `a branch that never had a commit is not lost`() throws {
    let scene = try Scene()
    #expect(scene.repository.lostBranch == nil)
    #expect(scene.repository.damagedHead == nil)
  }

  @Test func `a HEAD that is gone is found missing from anywhere in the register`() throws {
    let (scene, _) = try scene()
    makeFolder(scene.path + "/cases")
    #expect(Repository.missingHead(around: scene.path + "/cases") != nil)
    removeFile(scene.path + "/.git/HEAD")
    #expect(Repository.missingHead(around: scene.path + "/cases") == scene.path + "/.git/HEAD")
    let empty = try TemporaryFolder()
    #expect(Repository.missingHead(around: empty.path) == nil)
  }

  @Test func `empty folders that a copy left out are made`() throws {
    let scene = try Scene()
    removeTree(scene.path + "/.git/refs")
    #expect(throws: GitError.self) { try scene.reopened() }
    #expect(Repository.makeMissingFolders(around: scene.path))
    #expect(try scene.reopened().head() == nil)
    #expect(!Repository.makeMissingFolders(around: scene.path), "nothing is missing any more")
  }

  @Test func `a file in the place of a folder is named`() throws {
    let (scene, _) = try scene()
    #expect(Repository.fileInsteadOfFolder(around: scene.path) == nil)
    removeTree(scene.path + "/.git/refs")
    try writeFile(scene.path + "/.git/refs", "no folder")
    #expect(Repository.fileInsteadOfFolder(around: scene.path) == scene.path + "/.git/refs")
  }
}
