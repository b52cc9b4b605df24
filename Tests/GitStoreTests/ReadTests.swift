import GitStore
import Glibc
import Testing
import Text

@Suite struct ReadTests {
  @Test func `an unborn branch has a name and no tip`() throws {
    let scene = try Scene()
    #expect(try scene.repository.branchReference == "refs/heads/main")
    #expect(try scene.repository.head() == nil)
    #expect(try scene.repository.tip(of: "refs/heads/main") == nil)
    #expect(try scene.repository.modifiedPaths().isEmpty)
  }

  @Test func `a detached HEAD says what to do`() throws {
    let scene = try Scene()
    try scene.commit([("a", "1")])
    try scene.git("checkout", "-q", "--detach")
    let error = #expect(throws: GitError.self) { try scene.repository.branchReference }
    #expect(error?.message.contains("git switch") == true)
    #expect(try scene.repository.head() != nil)
  }

  @Test(arguments: [false, true])
  func `discovery walks up`(bare: Bool) throws {
    let scene = try Scene(bare: bare)
    let inner = bare ? scene.path + "/refs" : scene.path + "/one"
    if !bare { makeFolder(inner) }
    let found = try Repository.discover(from: inner)
    #expect(found.isBare == bare)
    #expect(found.workTree == (bare ? nil : scene.path))
    #expect(found.gitDirectory == (bare ? scene.path : scene.path + "/.git"))
  }

  @Test func `no repository, and one that exists already, are errors`() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: GitError.self) { try Repository.discover(from: folder.path) }
    #expect(missing?.kind == .notFound)
    let scene = try Scene()
    #expect(throws: GitError.self) { try Repository.create(at: scene.path, bare: false) }
    let name = #expect(throws: GitError.self) {
      try Repository.create(at: folder.path + "/x", bare: true, branch: "a..b")
    }
    #expect(name?.kind == .refused)
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a folder away"))
  func `a repository of another user is not trusted`() throws {
    let scene = try Scene()
    giveAway(scene.path)
    giveAway(scene.path + "/.git")
    let error = #expect(throws: GitError.self) { try Repository.discover(from: scene.path) }
    #expect(error?.kind == .foreignOwner)
    #expect(error?.message.contains("safe.directory") == true)
  }

  @Test func `a repository with SHA-256 names is refused with the reason`() throws {
    let folder = try TemporaryFolder()
    try Git(folder: folder.path)("init", "-q", "--object-format=sha256")
    let error = #expect(throws: GitError.self) { try Repository.discover(from: folder.path) }
    #expect(error?.kind == .unsupported)
    #expect(error?.description.contains("SHA-256") == true)
  }

  @Test func `what is not there is nil, and what is not a file too`() throws {
    let scene = try Scene(bare: true)
    let id = try scene.write([("a/b/c", "1")])
    let repository = scene.repository
    #expect(try repository.blob(at: "a/b", in: id) == nil)
    #expect(try repository.blob(at: "a/b/c/d", in: id) == nil)
    #expect(try repository.blob(at: "x", in: id) == nil)
    #expect(try repository.folderID(at: "a/b/c", in: id) == nil)
    #expect(try repository.folderID(at: "", in: id) == repository.rootFolderID(of: id))
    #expect(try repository.entries(under: "nowhere", in: id).isEmpty)
    #expect(try repository.blobID(at: "a/b/c", in: id) == ObjectID.ofBlob(bytes("1")))
    let none = try #require(ObjectID(hex: String(repeating: "0", count: 40)))
    let error = #expect(throws: GitError.self) { try repository.blob(none) }
    #expect(error?.kind == .notFound)
    #expect(error?.doing.contains(none.hex) == true)
    #expect(throws: GitError.self) { try repository.blob(id) }
  }

  @Test func `entries are what git lists`() throws {
    let scene = try Scene()
    try scene.commit([("a/b", "1"), ("a.b", "2"), ("z/y/x", "3"), ("زاي/ملف", "4")])
    makeLink("a.b", scene.path + "/link")
    try scene.git("add", "link")
    try scene.git("commit", "-qm", "link")
    let head = try #require(try scene.repository.head())
    let entries = try scene.repository.entries(under: "", in: head)
    let listed = entries.map {
      let mode = String($0.mode, radix: 8)
      return "\(mode) blob \($0.id)\t\($0.path)\0"
    }
    #expect(try scene.git("ls-tree", "-r", "-z", "HEAD") == listed.joined())
    #expect(entries.first { $0.path == "link" }?.kind == .symlink)
    #expect(try scene.repository.entries(under: "z", in: head).map(\.path) == ["z/y/x"])
  }

  @Test func `names that are not UTF-8 are reported and do not trap`() throws {
    let scene = try Scene(bare: true)
    let blob = try scene.git("hash-object", "-w", "--stdin", input: "x").prefix(40)
    // git mktree takes C-quoted names.
    let tree = try scene.git(
      "mktree", input: "100644 blob \(blob)\t\"bad\\377name\"\n100644 blob \(blob)\tgood\n"
    )
    .prefix(40)
    let top = try scene.git("mktree", input: "040000 tree \(tree)\t\"f\\200\"\n").prefix(40)
    let text = try scene.git("commit-tree", "-m", "hostile", String(top)).prefix(40)
    let commit = try #require(ObjectID(hex: String(text)))
    let entries = try scene.repository.entries(under: "", in: commit)
    #expect(entries.map(\.path) == ["f\\x80/bad\\xffname", "f\\x80/good"])
    #expect(entries.map(\.hasTextPath) == [false, false])
    #expect(
      try scene.repository.changedPaths(from: nil, to: commit).map(\.path) == entries.map(\.path))
    let kept = try scene.write([("new", "1")], on: [commit])
    #expect(try scene.repository.entries(under: "", in: kept).count == 3)
  }

  @Test func `a tree that describes billions of files is refused`() throws {
    let scene = try Scene(bare: true)
    var line =
      "100644 blob \(try scene.git("hash-object", "-w", "--stdin", input: "x").prefix(40))\t"
    var tree = ""
    for _ in 0..<10 {
      tree = String(
        try scene.git("mktree", input: (0..<10).map { "\(line)\($0)\n" }.joined()).prefix(40))
      line = "040000 tree \(tree)\t"
    }
    let commit = try #require(
      ObjectID(hex: String(try scene.git("commit-tree", "-m", "bomb", tree).prefix(40))))
    let error = #expect(throws: GitError.self) {
      try scene.repository.entries(under: "", in: commit)
    }
    #expect(error?.kind == .damaged)
  }

  @Test(arguments: 0..<40)
  func `a damaged tree is an error or a listing, never a trap`(seed: UInt64) throws {
    let scene = try Scene(bare: true)
    let good = try scene.write([("a/b", "1"), ("c", "2")])
    let root = try scene.repository.rootFolderID(of: good)
    var content = try scene.git.bytes(["cat-file", "tree", root.hex])
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0..<content.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: content[position] = UInt8.random(in: 0...255, using: &random)
      case 1: content[position] = 0
      case 2: content.remove(at: position)
      default: content = Array(content[...position])
      }
    }
    try writeBytes(scene.path + "/damaged", content)
    let file = scene.path + "/damaged"
    let tree = try scene.git("hash-object", "-t", "tree", "--literally", "-w", file).prefix(40)
    let text = "tree \(tree)\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nm\n"
    let name = try scene.git(
      "hash-object", "-t", "commit", "--literally", "-w", "--stdin", input: text)
    let commit = try #require(ObjectID(hex: String(name.prefix(40))))
    let attempts: [() throws -> Void] = [
      { _ = try scene.repository.entries(under: "", in: commit) },
      { _ = try scene.repository.changedPaths(from: good, to: commit) },
      { _ = try scene.repository.changedPaths(from: commit, to: good) },
      { _ = try scene.repository.blob(at: "a/b", in: commit) },
      { _ = try scene.write([("a/x", "1"), ("c", nil)], on: [commit]) },
    ]
    for attempt in attempts {
      do { try attempt() } catch let error as GitError { #expect(!error.message.isEmpty) }
    }
  }

  @Test func `settings and remotes`() throws {
    let scene = try Scene()
    #expect(try scene.repository.configuration("daftar.nothing") == nil)
    try scene.repository.setConfiguration("user.email", to: "rana@example.org")
    #expect(try scene.git("config", "user.email") == "rana@example.org\n")
    #expect(try scene.repository.configuration("user.email") == "rana@example.org")
    #expect(try scene.repository.remoteNames().isEmpty)
    try scene.git("remote", "add", "origin", "https://example.org/r.git")
    #expect(try scene.repository.remoteNames() == ["origin"])
    #expect(try scene.repository.remoteURL("origin") == "https://example.org/r.git")
    #expect(try scene.repository.remoteURL("other") == nil)
  }

  @Test func `object names`() throws {
    let hex = "0123456789abcdef0123456789abcdef01234567"
    let id = try #require(ObjectID(hex: hex))
    #expect(id.hex == hex)
    #expect(id.bytes.count == 20)
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(ObjectID(hex: hex.uppercased()) == id)
    for bad in ["", "0", hex + "0", String(hex.dropLast()) + "g", String(hex.dropLast(2)) + "é"] {
      #expect(ObjectID(hex: bad) == nil)
    }
    #expect(try ObjectID.ofBlob([]).hex == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    #expect(Repository.libraryVersion.hasPrefix("1."))
  }
}
