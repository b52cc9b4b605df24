import GitStore
import Testing

@Suite struct WriteCommitTests {
  @Test func `files come back byte for byte, and git agrees`() throws {
    let scene = try Scene()
    let files: [(String, String?)] = [
      ("cases/2026/11/2611-7KQ4-M2XC.md", "قصة\r\nline\n"), ("cases/register.yml", "format: 1\n"),
      ("a", ""), ("a.b/c/d/e/f", "deep"), ("a-b", "x"), ("a0", "y"),
    ]
    let commit = try scene.commit(files).id
    try scene.fsck()
    #expect(try scene.status().isEmpty)
    for (path, text) in files {
      #expect(try scene.repository.blob(at: path, in: commit) == text.map(bytes))
      #expect(try scene.git.bytes(["show", "HEAD:\(path)"]) == text.map(bytes))
      #expect(try readText("\(scene.path)/\(path)") == text)
    }
  }

  @Test(arguments: [false, true])
  func `a revision is what git writes for the same work tree`(large: Bool) throws {
    let scene = try Scene()
    let many = large ? (0..<300).map { ("many/\($0 % 7)/f\($0)", Optional("text \($0)\n")) } : []
    try scene.commit(
      many + [("x/a", "1"), ("x/b", "2"), ("x.y", "3"), ("x-y", "4"), ("gone/only", "5")])
    let id = try scene.commit(
      many.map { ($0.0, "new " + ($0.1 ?? "")) }
        + [
          ("x/a", nil), ("x/c/d", "new"), ("x/c/e/f", "new"), ("gone/only", nil), ("x0", "6"),
          ("not/there", nil),
        ]
    ).id
    try scene.fsck()
    let other = try TemporaryFolder()
    let git = Git(folder: other.path)
    try git("init", "-q")
    try git(
      "--git-dir=\(scene.path)/.git", "--work-tree=.", "checkout", "-q", "-f", id.hex, "--", ".")
    try git("add", "-A")
    let expected = try git("write-tree")
    #expect(try scene.repository.commit(id).tree.hex + "\n" == expected)
    #expect(try scene.status().isEmpty)
    #expect(!exists(scene.path + "/gone"))
  }

  @Test func `removing everything leaves the empty tree`() throws {
    let scene = try Scene()
    try scene.commit([("a/b", "1"), ("c", "2")])
    let id = try scene.commit([("a/b", nil), ("c", nil)]).id
    #expect(try scene.repository.commit(id).tree.hex == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
    #expect(try scene.repository.entries(under: "", in: id).isEmpty)
    try scene.commit([("d/e", "again")])
    try scene.fsck()
    #expect(try scene.status().isEmpty)
  }

  @Test func `a commit without changes keeps the tree`() throws {
    let scene = try Scene()
    let first = try scene.commit([("a/b", "1")]).id
    let second = try scene.write([("a/b", "1"), ("z", nil)], on: [first])
    #expect(
      try scene.repository.rootFolderID(of: first) == scene.repository.rootFolderID(of: second))
  }

  @Test func `an executable file stays executable`() throws {
    let scene = try Scene()
    try scene.commit([("run", "1"), ("plain", "1")])
    try scene.git("update-index", "--chmod=+x", "run")
    try scene.git("commit", "-qm", "mode")
    try scene.git("checkout", "-q", "-f", "HEAD")
    let (id, left) = try scene.commit([("run", "2"), ("plain", "2")])
    #expect(left.isEmpty)
    #expect(try scene.repository.entry(at: "run", in: id)?.kind == .executable)
    #expect(try scene.repository.entry(at: "plain", in: id)?.kind == .file)
    #expect(try scene.status().isEmpty)
  }

  @Test func `an import of 3,000 files is one pack`() throws {
    let scene = try Scene()
    try scene.commit([("cases/register.yml", "format: 1\n")])
    let files = (0..<3_000).map { number in
      ("cases/2026/\(number % 12 + 1)/case-\(number).md", Optional("case \(number)\n"))
    }
    let (id, left) = try scene.commit(files)
    #expect(left.isEmpty)
    try scene.fsck()
    #expect(try scene.status().isEmpty)
    #expect(list("\(scene.path)/.git/objects/pack").filter { $0.hasSuffix(".pack") }.count == 1)
    let entries = try scene.repository.entries(under: "cases", in: id)
    #expect(entries.count == 3_001)
    var read = 0
    try scene.repository.forEachBlob(of: entries) { entry, span in
      if entry.path.hasSuffix("case-77.md") { #expect(span.count == "case 77\n".utf8.count) }
      read += 1
    }
    #expect(read == 3_001)
  }

  @Test func `a merge has two parents and starts from the first one's files`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.write([("a", "0"), ("b", "0")])
    let ours = try scene.write([("a", "1")], on: [base])
    let theirs = try scene.write([("b", "2")], on: [base])
    let merge = try scene.write([("b", "2")], on: [ours, theirs])
    try scene.repository.moveReference(
      "refs/heads/main", to: merge, expecting: nil, reflogMessage: "merge")
    try scene.fsck()
    #expect(try scene.repository.commit(merge).parents == [ours, theirs])
    #expect(try scene.repository.blob(at: "a", in: merge) == bytes("1"))
    #expect(try scene.repository.blob(at: "b", in: merge) == bytes("2"))
    #expect(try scene.repository.mergeBase(ours, theirs) == base)
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", ".", "a/../b", ".git/config", "a/.GIT/x", "git~1", "a\nb", "a\0b",
    String(repeating: "x", count: 256), String(repeating: "x/", count: 2_100) + "x",
  ])
  func `a path that git must not store is refused`(path: String) throws {
    let scene = try Scene(bare: true)
    let error = #expect(throws: GitError.self) { try scene.write([(path, "x")]) }
    #expect(error?.kind == .refused)
  }

  @Test func `contradicting paths are refused`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.write([("file", "1"), ("folder/x", "2")])
    let requests: [[(String, String?)]] = [
      [("a", "1"), ("a", "2")], [("a", "1"), ("a/b", "2")], [("a/b", nil), ("a", "1")],
      [("file/x", "1")], [("folder", "1")], [("folder", nil)],
    ]
    for request in requests {
      let error = #expect(throws: GitError.self) { try scene.write(request, on: [base]) }
      #expect(error?.kind == .refused, "\(request)")
    }
  }

  @Test(arguments: [
    Signature(name: "A\nparent 0", email: "a@b", seconds: 0),
    Signature(name: "A <x>", email: "a@b", seconds: 0),
    Signature(name: "", email: "a@b", seconds: 0),
    Signature(name: "A", email: "a@b> 0 +0000\nx", seconds: 0),
    Signature(name: "A\u{85}", email: "a@b", seconds: 0),
    Signature(name: "A", email: "a@b", seconds: -1),
    Signature(name: "A", email: "a@b", seconds: 0, offsetMinutes: 1_440),
    Signature(name: "A", email: "a@b", seconds: 0, offsetMinutes: .min),
  ])
  func `a name that could forge a field is refused`(person: Signature) throws {
    let scene = try Scene(bare: true)
    let request = CommitRequest(
      parents: [], replacing: [], author: person, committer: Scene.person(), message: "m")
    let error = #expect(throws: GitError.self) { try scene.repository.writeCommit(request) }
    #expect(error?.kind == .refused)
  }

  @Test func `a signature goes into the header and comes out again`() throws {
    let scene = try Scene(bare: true)
    var request = CommitRequest(
      parents: [], replacing: [], author: Scene.person(), committer: Scene.person(), message: "m")
    let unsigned = try scene.repository.commitBytes(scene.repository.writeCommit(request))
    var seen: [UInt8] = []
    let armored = "-----BEGIN SSH SIGNATURE-----\nAAAA\n\nBBBB\n-----END SSH SIGNATURE-----\n"
    request.signer = {
      seen = $0
      return armored
    }
    let id = try scene.repository.writeCommit(request)
    try scene.repository.moveReference(
      "refs/heads/main", to: id, expecting: nil, reflogMessage: "m")
    try scene.fsck()
    #expect(seen == unsigned)
    let signature = CommitSignature(in: try scene.repository.commitBytes(id))
    #expect(signature?.armored == bytes(armored))
    #expect(signature?.signedBytes == unsigned)
    #expect(CommitSignature(in: unsigned) == nil)
    #expect(
      try scene.git("log", "-1", "--format=%s %an %ad", "--date=iso")
        == "m Rana 2023-11-15 01:13:20 +0300\n")
  }
}
