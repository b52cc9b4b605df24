import Testing

@testable import GitStore

/// A tree that somebody made with git, without what nobody may write or read.
@Suite struct CleanTreeTests {
  /// A commit on a tree that is given line by line, as `git mktree` takes it.
  private func commit(_ scene: Scene, _ lines: [String]) throws -> ObjectID {
    let tree = try scene.git("mktree", input: lines.map { $0 + "\n" }.joined())
    let id = try scene.git("commit-tree", "-m", "by hand", String(tree.prefix(40)))
    return try #require(ObjectID(hex: String(id.prefix(40))))
  }

  private func blob(_ scene: Scene, _ text: String) throws -> String {
    String(try scene.git("hash-object", "-w", "--stdin", input: text).prefix(40))
  }

  @Test func `a sound tree is the commit's own`() throws {
    let scene = try Scene()
    let id = try scene.commit([("c/d/a", "1"), ("c/b", "2")]).id
    let clean = try scene.repository.cleanTree(of: id) { _ in false }
    #expect(clean.dropped.isEmpty)
    #expect(try clean.tree == scene.repository.rootFolderID(of: id))
  }

  @Test func `what the caller refuses goes, and the folder that it leaves empty too`() throws {
    let scene = try Scene()
    let id = try scene.commit([("c/d/a", "1"), ("c/b", "2"), ("e", "3")]).id
    let clean = try scene.repository.cleanTree(of: id) { $0.path == "c/d/a" }
    #expect(clean.dropped.map(\.entry.path) == ["c/d/a"])
    #expect(clean.dropped.map(\.problem) == [nil])
    let left = try scene.git("ls-tree", "-r", "--name-only", clean.tree.hex)
    #expect(left == "c/b\ne\n")
    let none = try scene.repository.cleanTree(of: id) { _ in true }
    #expect(try scene.git("ls-tree", none.tree.hex) == "")
    #expect(none.dropped.map(\.entry.path) == ["c", "e"], "a refused folder is not looked into")
  }

  @Test(
    arguments: [
      (".git", .gitFolder), ("..", .leadsElsewhere), ("nul.md", .device), ("a\\b", .backslash),
    ] as [(String, NameProblem)])
  func `a name that stops another system is left out`(name: String, problem: NameProblem) throws {
    let scene = try Scene()
    let file = try blob(scene, "text")
    let id = try commit(scene, ["100644 blob \(file)\t\(name)", "100644 blob \(file)\tz.md"])
    let clean = try scene.repository.cleanTree(of: id) { _ in false }
    #expect(clean.dropped.map(\.entry.path) == [name])
    #expect(clean.dropped.map(\.problem) == [problem])
    #expect(try scene.git("ls-tree", "--name-only", clean.tree.hex) == "z.md\n")
  }

  @Test func `a link in the place of git's modules leads elsewhere; the file itself does not`()
    throws
  {
    let scene = try Scene()
    let file = try blob(scene, "/etc/passwd")
    let link = try commit(scene, ["120000 blob \(file)\t.gitmodules"])
    let clean = try scene.repository.cleanTree(of: link) { _ in false }
    #expect(clean.dropped.map(\.problem) == [.leadsElsewhere])
    let plain = try commit(scene, ["100644 blob \(file)\t.gitmodules"])
    #expect(try scene.repository.cleanTree(of: plain) { _ in false }.dropped.isEmpty)
  }

  @Test func `folders without end are cut off, once`() throws {
    let scene = try Scene()
    let path = Array(repeating: "d", count: TreeLimit.depth + 3).joined(separator: "/")
    let id = try scene.write([(path + "/file", "1"), ("kept", "2")])
    let clean = try scene.repository.cleanTree(of: id) { _ in false }
    #expect(clean.dropped.map(\.problem) == [.tooDeep])
    #expect(try scene.git("ls-tree", "-r", "--name-only", clean.tree.hex) == "kept\n")
  }
}
