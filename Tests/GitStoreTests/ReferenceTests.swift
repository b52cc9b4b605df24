import GitStore
import Testing

@Suite struct ReferenceTests {
  @Test func `of two writers on one tip one wins and the other sees a race`() throws {
    let scene = try Scene(bare: true)
    let other = try Repository.discover(from: scene.path)
    let base = try scene.commit([("a", "0")]).id
    let mine = try scene.write([("a", "1")], on: [base])
    let theirs = try scene.write([("a", "2")], on: [base])
    try other.moveReference("refs/heads/main", to: theirs, expecting: base, reflogMessage: "2")
    let error = #expect(throws: GitError.self) {
      try scene.repository.moveReference(
        "refs/heads/main", to: mine, expecting: base, reflogMessage: "1")
    }
    #expect(error?.isRace == true)
    #expect(try scene.repository.head() == theirs)
  }

  @Test func `creating what exists is a race, and so is moving what does not exist`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    for (name, expected) in [("refs/heads/main", nil), ("refs/heads/new", base)] {
      let error = #expect(throws: GitError.self) {
        try scene.repository.moveReference(
          name, to: base, expecting: expected, reflogMessage: "x")
      }
      #expect(error?.isRace == true)
    }
    #expect(try scene.repository.tip(of: "refs/heads/new") == nil)
  }

  @Test func `a held lock is a race and names the lock`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    let next = try scene.write([("a", "1")], on: [base])
    try writeFile(scene.path + "/refs/heads/main.lock", "")
    let error = #expect(throws: GitError.self) {
      try scene.repository.moveReference(
        "refs/heads/main", to: next, expecting: base, reflogMessage: "x")
    }
    #expect(error?.isRace == true)
    #expect(error?.message.contains("main.lock") == true)
    #expect(try scene.repository.head() == base)
  }

  @Test func `packed references are compared too`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    try scene.git("pack-refs", "--all")
    let next = try scene.write([("a", "1")], on: [base])
    let error = #expect(throws: GitError.self) {
      try scene.repository.moveReference(
        "refs/heads/main", to: next, expecting: next, reflogMessage: "x")
    }
    #expect(error?.isRace == true)
    try scene.repository.moveReference(
      "refs/heads/main", to: next, expecting: base, reflogMessage: "x")
    #expect(try scene.git("rev-parse", "main") == next.hex + "\n")
  }

  @Test func `the reflog of the branch and of HEAD gets the message`() throws {
    let scene = try Scene()
    try scene.commit([("a", "0")], message: "first")
    try scene.commit([("a", "1")], message: "second")
    for name in ["main", "HEAD"] {
      #expect(try scene.git("log", "-g", "--format=%gs", name) == "second\nfirst\n")
    }
  }

  @Test(arguments: ["main", "refs/heads/a..b", "refs/heads/a b", "refs/heads/x\0y", ""])
  func `an invalid name is refused`(name: String) throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    let error = #expect(throws: GitError.self) {
      try scene.repository.moveReference(name, to: base, expecting: nil, reflogMessage: "x")
    }
    #expect(error?.kind == .refused)
  }

  @Test func `two threads that retry lose nothing`() async throws {
    let scene = try Scene(bare: true)
    try scene.commit([("start", "0")])
    let path = scene.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask { @concurrent in
          let repository = try Repository.discover(from: path)
          for step in 0..<15 {
            try append("\(writer)-\(step)", to: repository)
          }
        }
      }
      try await group.waitForAll()
    }
    let head = try #require(try scene.repository.head())
    #expect(try scene.repository.entries(under: "", in: head).count == 61)
    #expect(try scene.repository.countCommits(from: head, notIn: nil) == 61)
    try scene.fsck()
  }
}

private func append(_ name: String, to repository: Repository) throws {
  while true {
    guard let tip = try repository.head() else { return }
    let id = try repository.writeCommit(
      CommitRequest(
        parents: [tip], replacing: [.init(path: name, content: bytes(name))],
        author: Scene.person(), committer: Scene.person(), message: name))
    do throws(GitError) {
      return try repository.moveReference(
        "refs/heads/main", to: id, expecting: tip, reflogMessage: name)
    } catch  where error.isRace {
      continue
    }
  }
}
