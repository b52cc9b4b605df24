import GitStore
import Glibc
import Testing

@Suite struct SynchroniseTests {
  @Test func `a person's edit is kept and reported, and status shows exactly it`() throws {
    let scene = try Scene()
    try scene.commit([("a", "1"), ("b", "1")])
    try writeFile(scene.path + "/a", "mine")
    let (_, left) = try scene.commit([("a", "2"), ("b", "2")])
    #expect(left == [Discrepancy(path: "a", reason: .edited)])
    #expect(try readText(scene.path + "/a") == "mine")
    #expect(try readText(scene.path + "/b") == "2")
    #expect(try scene.status() == " M a\n")
  }

  @Test func `a staged edit is kept in the file`() throws {
    let scene = try Scene()
    try scene.commit([("a", "1")])
    try writeFile(scene.path + "/a", "staged")
    try scene.git("add", "a")
    #expect(try scene.commit([("a", "2")]).left == [Discrepancy(path: "a", reason: .edited)])
    #expect(try readText(scene.path + "/a") == "staged")
    #expect(try scene.status() == " M a\n")
  }

  @Test func `an untracked file in the place of a new one is kept`() throws {
    let scene = try Scene()
    try scene.commit([("a", "1")])
    try writeFile(scene.path + "/new", "mine")
    #expect(try scene.commit([("new", "2")]).left == [Discrepancy(path: "new", reason: .edited)])
    #expect(try readText(scene.path + "/new") == "mine")
  }

  @Test func `a deleted file stays deleted, an equal edit is no edit`() throws {
    let scene = try Scene()
    try scene.commit([("a", "1"), ("b", "1")])
    removeFile(scene.path + "/a")
    try writeFile(scene.path + "/b", "2")
    #expect(
      try scene.commit([("a", "2"), ("b", "2")]).left == [Discrepancy(path: "a", reason: .edited)])
    #expect(try scene.status() == " D a\n")
  }

  @Test func `nothing is written through a symbolic link`() throws {
    let scene = try Scene()
    let outside = try TemporaryFolder()
    try writeFile(outside.path + "/target", "safe")
    makeLink(outside.path, scene.path + "/folder")
    makeLink(outside.path + "/target", scene.path + "/file")
    let left = try scene.commit([("folder/x", "1"), ("folder/y/z", "1"), ("file", "1")]).left
    #expect(left.map(\.path) == ["file", "folder/x", "folder/y/z"])
    for discrepancy in left {
      guard case .obstructed = discrepancy.reason else {
        Issue.record("\(discrepancy)")
        continue
      }
    }
    #expect(list(outside.path) == ["target"])
    #expect(try readText(outside.path + "/target") == "safe")
    try scene.commit([("folder/x", nil), ("file", nil)])
    #expect(list(outside.path) == ["target"])
  }

  @Test func `a folder in the way is reported`() throws {
    let scene = try Scene()
    makeFolder(scene.path + "/a")
    try writeFile(scene.path + "/b", "file")
    let left = try scene.commit([("a", "1"), ("b/c", "1"), ("c", "1")]).left
    #expect(left.map(\.path) == ["a", "b/c"])
    #expect(try readText(scene.path + "/c") == "1")
  }

  @Test func `a permission given by hand stays`() throws {
    let scene = try Scene()
    try scene.commit([("a", "1")])
    setMode(scene.path + "/a", 0o755)
    #expect(try scene.commit([("a", "2")]).left.isEmpty)
    #expect(try scene.status() == " M a\n")
    #expect(try scene.git("diff", "--summary").contains("mode change 100644 => 100755"))
  }

  @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
  func `a folder without permission is reported and the rest is written`() throws {
    let scene = try Scene()
    try scene.commit([("locked/a", "1"), ("open/a", "1")])
    setMode(scene.path + "/locked", 0o555)
    defer { setMode(scene.path + "/locked", 0o755) }
    let left = try scene.commit([("locked/a", "2"), ("locked/b", "1"), ("open/a", "2")]).left
    #expect(left.map(\.path) == ["locked/a", "locked/b"])
    #expect(left.allSatisfy { $0.reason == .notWritable("Permission denied") })
    #expect(try readText(scene.path + "/open/a") == "2")
  }

  @Test func `killed before the work tree, the next call repairs`() throws {
    let scene = try Scene()
    let first = try scene.commit([("a", "1")]).id
    let second = try scene.write([("a", "2"), ("new", "2")], on: [first])
    let third = try scene.write([("a", "3"), ("new", "3")], on: [second])
    try scene.repository.moveReference(
      "refs/heads/main", to: third, expecting: first, reflogMessage: "x")
    // Neither step was brought to the work tree; the caller knows only the last one.
    let left = try scene.repository.synchronise(paths: ["a", "new"], from: second, to: third)
    #expect(left.isEmpty)
    #expect(try readText(scene.path + "/a") == "3")
    #expect(try scene.status().isEmpty)
  }

  @Test func `killed between the files and the index, the next call repairs`() throws {
    struct Killed: Error {}
    let scene = try Scene()
    let first = try scene.commit([("a", "1"), ("b", "1")]).id
    let second = try scene.write([("a", "2"), ("b", nil)], on: [first])
    try scene.repository.moveReference(
      "refs/heads/main", to: second, expecting: first, reflogMessage: "x")
    let index = try readFile(scene.path + "/.git/index")
    var seen: [String] = []
    _ = try scene.repository.synchronise(paths: ["a", "b"], from: first, to: second) {
      seen.append($0)
    }
    #expect(seen == ["worktree", "index"])
    try writeBytes(scene.path + "/.git/index", index)
    let again = try Repository.discover(from: scene.path)
    #expect(try again.synchronise(paths: ["a", "b"], from: first, to: second).isEmpty)
    #expect(try scene.status().isEmpty)
  }

  @Test func `a slower process does not bring the work tree back`() throws {
    let scene = try Scene()
    let first = try scene.commit([("a", "1")]).id
    let second = try scene.write([("a", "2")], on: [first])
    let third = try scene.write([("a", "3")], on: [second])
    try scene.repository.moveReference(
      "refs/heads/main", to: third, expecting: first, reflogMessage: "x")
    #expect(try scene.repository.synchronise(paths: ["a"], from: second, to: third).isEmpty)
    #expect(try scene.repository.synchronise(paths: ["a"], from: first, to: second).isEmpty)
    #expect(try readText(scene.path + "/a") == "3")
    #expect(try scene.status().isEmpty)
  }

  @Test func `a held index lock ends in an error and can be repeated`() throws {
    let scene = try Scene()
    let first = try scene.commit([("a", "1")]).id
    let second = try scene.write([("a", "2")], on: [first])
    try scene.repository.moveReference(
      "refs/heads/main", to: second, expecting: first, reflogMessage: "x")
    try writeFile(scene.path + "/.git/index.lock", "")
    let error = #expect(throws: GitError.self) {
      try scene.repository.synchronise(paths: ["a"], from: first, to: second)
    }
    #expect(error?.isLocked == true)
    removeFile(scene.path + "/.git/index.lock")
    #expect(try scene.repository.synchronise(paths: ["a"], from: first, to: second).isEmpty)
    #expect(try scene.status().isEmpty)
  }

  @Test func `what git wrote to the index meanwhile is kept`() throws {
    let scene = try Scene()
    let first = try scene.commit([("a", "1")]).id
    let second = try scene.write([("a", "2")], on: [first])
    try writeFile(scene.path + "/person", "x")
    try scene.repository.moveReference(
      "refs/heads/main", to: second, expecting: first, reflogMessage: "x")
    _ = try scene.repository.synchronise(paths: ["a"], from: first, to: second) { moment in
      if moment == "index" { _ = try? scene.git("add", "person") }
    }
    #expect(try scene.status() == "A  person\n")
  }

  @Test func `a bare repository has nothing to bring`() throws {
    let scene = try Scene(bare: true)
    #expect(try scene.commit([("a", "1")]).left.isEmpty)
    #expect(!exists(scene.path + "/index"))
    #expect(!exists(scene.path + "/a"))
  }

  @Test func `a removed file takes its empty folders along, and no others`() throws {
    let scene = try Scene()
    try scene.commit([("a/b/c", "1"), ("a/d", "1")])
    try writeFile(scene.path + "/a/b/person", "x")
    try scene.commit([("a/b/c", nil)])
    #expect(list(scene.path + "/a/b") == ["person"])
    removeFile(scene.path + "/a/b/person")
    try scene.commit([("a/b/e", "1")])
    try scene.commit([("a/b/e", nil), ("a/d", nil)])
    #expect(list(scene.path) == [".git"])
  }
}
