import Testing

@testable import GitStore

/// What is shown in the stead of an object that git has lost, and what is said of it.
@Suite struct LostObjectTests {
  private func scene() throws -> Scene {
    let scene = try Scene()
    try scene.commit([("c/a", "one"), ("c/d/b", "two"), ("top", "three")], message: "first")
    try scene.commit([("c/a", "one more")], message: "second")
    return scene
  }

  @Test(arguments: ["HEAD:c/a", "HEAD:c/d/b", "HEAD:c", "HEAD:c/d", "HEAD:"], Harm.allCases)
  func `what the work tree holds is made anew from there`(_ revision: String, _ harm: Harm) throws {
    let scene = try scene()
    let id = try scene.object(revision)
    try scene.harm(id, harm)
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      let head = try #require(try repository.head())
      for entry in try repository.entries(under: "", in: head) {
        #expect(throws: Never.self) { try repository.blob(entry.id) }
      }
    }
    let damage = try #require(notes.objects.first)
    #expect(notes.objects.count == 1)
    #expect(damage.id == id)
    #expect(damage.remedy == .restored)
    #expect(!notes.isHistoryUncertain)
    try scene.fsck()
    let aside = GitError.LostObject.aside(of: id, in: repository.gitDirectory)
    #expect(exists(aside) == (harm != .removed), "what was damaged is kept")
  }

  @Test func `a file that was edited by hand since is not taken for what is lost`() throws {
    let scene = try scene()
    let id = try scene.object("HEAD:c/a")
    try scene.harm(id)
    try writeFile(scene.path + "/c/a", "one less")
    let repository = try scene.reopened()
    let notes = notes {
      let error = #expect(throws: GitError.self) { try repository.blob(id) }
      #expect(error?.object == id)
      #expect(error?.kind == .notFound)
      #expect(error?.lost?.file == repository.looseFile(id))
    }
    #expect(notes.isEmpty, "whoever asked says what it was")
    #expect(!repository.exists(id))
  }

  @Test func `of many files one that is lost is noted, and the others are lent`() throws {
    let scene = try scene()
    let id = try scene.object("HEAD:c/a")
    try scene.harm(id, .cut)
    scene.abandonWorkTree()
    let repository = try scene.reopened()
    var read: [String] = []
    let notes = try notes { () throws in
      let head = try #require(try repository.head())
      let entries = try repository.entries(under: "c", in: head)
      try repository.forEachBlob(of: entries) { entry, _ in read.append(entry.path) }
    }
    #expect(read == ["c/d/b"])
    #expect(notes.objects.map(\.remedy) == [.lost])
    #expect(notes.objects.first?.content == "c/a")
    #expect(!notes.isHistoryUncertain, "what else there is was all shown")
  }

  @Test func `a lost folder is shown as the index has it`() throws {
    let scene = try scene()
    try writeFile(scene.path + "/c/d/b", "two, staged")
    try scene.git("add", "c/d/b")
    let id = try scene.object("HEAD:c/d")
    try scene.harm(id)
    let repository = try scene.reopened()
    let staged = try scene.git("write-tree", "--prefix=c/d")
    #expect(ObjectID(hex: String(staged.prefix(40))) != id)
    let notes = try notes { () throws in
      let head = try #require(try repository.head())
      let paths = try repository.entries(under: "c", in: head).map(\.path)
      #expect(paths == ["c/a", "c/d/b"])
    }
    #expect(notes.objects.map(\.remedy) == [.assumed])
    #expect(notes.objects.first?.content == "c/d")
    #expect(notes.isHistoryUncertain)
  }

  @Test func `where nothing else holds a folder, the commit before has it`() throws {
    let scene = try scene()
    let earlier = try scene.object("HEAD~1")
    try scene.harm(scene.object("HEAD:c"))
    scene.abandonWorkTree()
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      let head = try #require(try repository.head())
      let found = try repository.blob(at: "c/a", in: head)
      #expect(found == bytes("one"), "what the first commit had")
    }
    #expect(notes.objects.map(\.remedy) == [.earlier(earlier)])
  }

  @Test func `a folder that nobody has is left out, and the rest is listed`() throws {
    let scene = try scene()
    try scene.harm(scene.object("HEAD:c/d"))
    scene.abandonWorkTree()
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      let head = try #require(try repository.head())
      #expect(try repository.entries(under: "", in: head).map(\.path) == ["c/a", "top"])
    }
    #expect(notes.objects.map(\.remedy) == [.lost])
    #expect(notes.isHistoryUncertain)
  }

  @Test func `nothing is committed on a state that is not known`() throws {
    let scene = try scene()
    let (head, lost) = (try scene.object("HEAD"), try scene.object("HEAD:c/d"))
    try scene.harm(lost)
    scene.abandonWorkTree()
    let other = Scene(of: scene, try scene.reopened())
    let notes = notes {
      let error = #expect(throws: GitError.self) {
        try other.write([("c/d/new", "text")], on: [head])
      }
      #expect(error?.object == lost)
    }
    #expect(!notes.objects.contains { $0.remedy == .restored })
  }

  @Test func `a lost folder of an earlier state is an error, not the folder of today`() throws {
    let scene = try scene()
    let (first, folder) = (try scene.object("HEAD~1"), try scene.object("HEAD~1:c"))
    try scene.harm(folder)
    let repository = try scene.reopened()
    let notes = notes {
      let error = #expect(throws: GitError.self) {
        try repository.blob(at: "c/a", in: first)
      }
      #expect(error?.object == folder)
    }
    #expect(!notes.isHistoryUncertain)
  }
}
