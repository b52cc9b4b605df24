import GitStore
import Testing

@Suite struct HistoryTests {
  @Test func `history is what git log shows`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.write([("a/x", "0"), ("b", "0")], seconds: 1_700_000_000)
    let ours = try scene.write([("a/x", "1")], on: [base], message: "ours", seconds: 1_700_000_100)
    let theirs = try scene.write(
      [("b", "1")], on: [base], message: "b\n\nbody", seconds: 1_700_000_200)
    let merge = try scene.write([("b", "1")], on: [ours, theirs], seconds: 1_700_000_300)
    let last = try scene.write([("a/x", nil)], on: [merge], seconds: 1_700_000_400)
    let history = try scene.repository.history(from: last)
    #expect(history.map(\.id) == [last, merge, theirs, ours, base])
    #expect(history[2].message == "b\n\nbody\n")
    #expect(history[2].author == Scene.person(1_700_000_200))
    #expect(history.filter { !$0.isWellFormed }.isEmpty)
    let git = try scene.git("log", "--topo-order", "--format=%H", last.hex)
    #expect(history.map { $0.id.hex + "\n" }.joined() == git)
    #expect(try scene.repository.history(from: last, limit: 2).map(\.id) == [last, merge])
    #expect(try scene.repository.history(from: last, limit: 0).isEmpty)
    let touching = try scene.repository.history(from: last, touching: "a/x")
    #expect(touching.map(\.id) == [last, ours, base])
    #expect(try scene.repository.history(from: last, touching: "none").isEmpty)
    #expect(
      try scene.repository.history(from: last, touching: "b").map(\.id) == [merge, theirs, base])
  }

  @Test func `a merge that only brought a file from one side is left out when asked`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.write([("a", "0"), ("b", "0")], seconds: 1_700_000_000)
    let ours = try scene.write([("a", "1")], on: [base], seconds: 1_700_000_100)
    let theirs = try scene.write([("b", "1")], on: [base], seconds: 1_700_000_200)
    let merge = try scene.write([("b", "1")], on: [ours, theirs], seconds: 1_700_000_300)
    // A merge by hand that threw away what one side had done to a file.
    let more = try scene.write([("b", "2")], on: [merge], seconds: 1_700_000_400)
    let side = try scene.write([("b", "3")], on: [merge], seconds: 1_700_000_500)
    let lossy = try scene.write([("b", "3")], on: [more, side], seconds: 1_700_000_600)
    let united = try scene.write([("b", "4")], on: [lossy, side], seconds: 1_700_000_700)
    func trail(_ path: String) throws -> [ObjectID] {
      try scene.repository.history(from: united, touching: path, isMergeWanted: false).map(\.id)
    }
    #expect(try trail("b") == [united, lossy, side, more, theirs, base])
    #expect(try trail("a") == [ours, base])
  }

  @Test func `ancestry and counts`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.write([("a", "0")])
    let ours = try scene.write([("a", "1")], on: [base])
    let theirs = try scene.write([("a", "2")], on: [base])
    let alone = try scene.write([("z", "1")])
    let repository = scene.repository
    #expect(try repository.isAncestor(base, of: ours))
    #expect(try repository.isAncestor(ours, of: ours))
    #expect(try !repository.isAncestor(ours, of: base))
    #expect(try !repository.isAncestor(ours, of: theirs))
    #expect(try repository.mergeBase(ours, theirs) == base)
    #expect(try repository.mergeBase(ours, alone) == nil)
    #expect(try repository.countCommits(from: ours, notIn: theirs) == 1)
    #expect(try repository.countCommits(from: ours, notIn: nil) == 2)
    #expect(try repository.countCommits(from: base, notIn: ours) == 0)
  }

  @Test func `changed paths are what git diff shows`() throws {
    let scene = try Scene(bare: true)
    let old = try scene.write([
      ("a/x", "0"), ("a/y", "0"), ("a/z/q", "0"), ("becomes", "file"), ("folder/x", "1"),
      ("f-x", "1"), ("f.x", "1"),
    ])
    let middle = try scene.write(
      [("a/x", "1"), ("a/y", nil), ("a/z/r", "1"), ("becomes", nil), ("folder/x", nil)], on: [old])
    let new = try scene.write(
      [("becomes/folder", "1"), ("folder", "file"), ("f/x", "1")], on: [middle])
    let changes = try scene.repository.changedPaths(from: old, to: new)
    let letters: [PathChange.Kind: String] = [
      .added: "A", .removed: "D", .modified: "M", .typeChanged: "T",
    ]
    let lines = changes.map { "\(letters[$0.kind] ?? "?")\t\($0.path)\n" }.sorted()
    let git = try scene.git("diff-tree", "-r", "--no-renames", "--name-status", old.hex, new.hex)
    #expect(lines == git.split(separator: "\n").map { $0 + "\n" }.sorted())
    #expect(
      try scene.repository.changedPaths(from: old, to: new, under: "a").map(\.path)
        == ["a/x", "a/y", "a/z/r"])
    #expect(try scene.repository.changedPaths(from: new, to: new).isEmpty)
    let all = try scene.repository.changedPaths(from: nil, to: new)
    #expect(all.map(\.path) == (try scene.repository.entries(under: "", in: new).map(\.path)))
    #expect(all.allSatisfy { $0.kind == .added && $0.oldID == nil && $0.newID != nil })
  }

  @Test(arguments: [
    "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nno people",
    "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a> 1\ncommitter B <b> x +0000\n\nm",
    "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor > <\ncommitter A <b> 99999999999999999999 +",
    "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a> 1 +99999999999999999\n\n",
  ])
  func `a malformed commit is marked, not a trap`(text: String) throws {
    let id = try ObjectID.ofBlob([])
    let record = try #require(CommitRecord(id: id, bytes: bytes(text)))
    #expect(!record.isWellFormed)
  }

  @Test(arguments: [
    "", "tree", "tree 00\n", "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nparent 1\n",
  ])
  func `what is not a commit is nil`(text: String) throws {
    #expect(CommitRecord(id: try ObjectID.ofBlob([]), bytes: bytes(text)) == nil)
  }

  @Test func `a message that is not UTF-8 is marked`() throws {
    let text = bytes(
      "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a> 1 +0530\n"
        + "committer B <b> 2 -0330\n\nm")
    let id = try ObjectID.ofBlob([])
    let good = try #require(CommitRecord(id: id, bytes: text))
    #expect(good.isWellFormed)
    #expect(good.author == Signature(name: "A", email: "a", seconds: 1, offsetMinutes: 330))
    #expect(good.committer.offsetMinutes == -210)
    let bad = try #require(CommitRecord(id: id, bytes: text + [0xFF]))
    #expect(!bad.isWellFormed)
    #expect(bad.message == "m\u{FFFD}")
  }
}
