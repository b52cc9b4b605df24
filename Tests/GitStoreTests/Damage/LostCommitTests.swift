import Testing

@testable import GitStore

/// A history in which a commit cannot be read any more.
@Suite struct LostCommitTests {
  /// Four steps, and the ids of their commits, oldest first.
  private func history() throws -> (scene: Scene, commits: [ObjectID]) {
    let scene = try Scene()
    let commits = try (1...4).map { step in
      try scene.commit([("c/\(step)", "step \(step)")], message: "step \(step)").id
    }
    return (scene, commits)
  }

  @Test(arguments: 0..<4, Harm.allCases)
  func `the others are shown, and the lost one is named`(position: Int, harm: Harm) throws {
    let (scene, commits) = try history()
    try scene.harm(commits[position], harm)
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      let head = try #require(try repository.head())
      let shown = try repository.history(from: head).map(\.id)
      // What led to a lost one stands in git's own notes of where the branch was.
      #expect(Set(shown) == Set(commits).subtracting([commits[position]]))
      #expect(try repository.countReadableCommits(from: head, notIn: nil) == 3)
    }
    #expect(notes.objects.map(\.id) == [commits[position]])
    #expect(notes.objects.first?.kind == "commit")
    #expect(notes.isHistoryUncertain)
    #expect(!repository.canRead(commit: commits[position]))
    #expect(!repository.stores(commit: commits[position]))
  }

  @Test func `without git's notes the newest commit of the store goes on`() throws {
    let (scene, commits) = try history()
    try scene.harm(commits[3])
    removeTree(scene.path + "/.git/logs")
    let repository = try scene.reopened()
    _ = try notes { () throws in
      #expect(try repository.history(from: commits[3]).map(\.id) == commits.dropLast().reversed())
    }
  }

  @Test func `the files of a lost newest commit are those of the index`() throws {
    let (scene, commits) = try history()
    let root = try scene.object("HEAD:")
    try scene.harm(commits[3])
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      #expect(try repository.rootFolderID(of: commits[3]) == root)
    }
    #expect(notes.objects.map(\.remedy) == [.assumed])
    #expect(notes.objects.first?.previous == commits[2], "git noted where the branch stood before")
  }

  @Test func `without an index they are those of the commit before`() throws {
    let (scene, commits) = try history()
    let root = try scene.object("HEAD~1:")
    try scene.harm(commits[3])
    scene.abandonWorkTree()
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      #expect(try repository.rootFolderID(of: commits[3]) == root)
    }
    #expect(notes.objects.map(\.remedy) == [.earlier(commits[2])])
  }

  @Test func `an older commit has no folder in its stead`() throws {
    let (scene, commits) = try history()
    try scene.harm(commits[1])
    let repository = try scene.reopened()
    let error = #expect(throws: GitError.self) { try repository.rootFolderID(of: commits[1]) }
    #expect(error?.object == commits[1])
  }

  @Test func `a merge whose words are known is made anew`() throws {
    let (scene, commits) = try history()
    let request = CommitRequest(
      parents: [commits[3], commits[0]], replacing: [.init(path: "c/5", content: bytes("step 5"))],
      author: Scene.person(), committer: Scene.person(), message: "sync")
    let id = try scene.repository.writeCommit(request)
    try scene.harm(id, .cut)
    let repository = try scene.reopened()
    #expect(!repository.canRead(commit: id))
    #expect(repository.remake(id, like: request))
    #expect(try scene.reopened().commit(id).parents == request.parents)
    #expect(!repository.remake(commits[0], like: request), "no folder gives a commit of this name")
  }

  @Test func `commits are counted where all can be read`() throws {
    let (scene, commits) = try history()
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      #expect(try repository.countReadableCommits(from: commits[3], notIn: commits[1]) == 2)
      #expect(try repository.countReadableCommits(from: commits[3], notIn: commits[3]) == 0)
    }
    #expect(notes.isEmpty)
  }

  @Test func `a log of one path shows a commit of which nobody can tell whether it touches it`()
    throws
  {
    let (scene, commits) = try history()
    try scene.harm(scene.object("\(commits[1]):c"))
    let repository = try scene.reopened()
    let notes = try notes { () throws in
      let shown = try repository.history(from: commits[3], touching: "c/1").map(\.id)
      #expect(shown == [commits[2], commits[1], commits[0]])
      #expect(
        try repository.history(from: commits[3], limit: 1, touching: "c/1").map(\.id) == [
          commits[2]
        ])
    }
    #expect(notes.objects.map(\.kind) == ["tree"])
  }
}
