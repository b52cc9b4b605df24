import Glibc
import Testing

@testable import GitStore

/// The quick look that saves a comparison must never pass over a change.
@Suite struct UntouchedTests {
  /// A repository whose files were last changed a minute before its index was written.
  private func settled() throws -> Scene {
    let scene = try Scene()
    try scene.commit([
      ("c/2026/01/a", "1"), ("c/2026/01/b", "2"), ("c/2026/x", "3"), ("c/list", "4"),
      ("other", "5"),
    ])
    try shell("find c -exec touch -d '1 minute ago' {} +", in: scene)
    try scene.git("update-index", "-q", "--really-refresh")
    return scene
  }

  private func shell(_ command: String, in scene: Scene) throws {
    try scene.git("-c", "alias.run=!\(command)", "run")
  }

  private func isSure(_ scene: Scene) throws -> Bool {
    let repository = try Repository.discover(from: scene.path)
    return try repository.isSurelyUntouched(under: "c", index: try repository.openIndex())
  }

  @Test func `nothing changed, and nothing has to be compared`() throws {
    let scene = try settled()
    #expect(try isSure(scene))
    try shell("echo 6 > other; mkdir d; echo 7 > d/e", in: scene)
    #expect(try isSure(scene), "what lies elsewhere is not asked for")
  }

  @Test(arguments: [
    "echo 9 > c/2026/01/a",
    "touch -r c/2026/01/a stamp; echo 9 > c/2026/01/a; touch -r stamp c/2026/01/a",
    "rm c/2026/01/b", "rm -r c/2026/01", "rm -r c", "touch c/new", "touch c/2026/new",
    "touch c/2026/01/new", "mkdir c/empty", "mkdir c/2026/01/empty", "chmod +x c/list",
    "mv c/2026/x c/2026/y", "mv c/2026/01 c/2026/02", "ln -sf 01/a c/2026/x",
    "mv c/2026 away; ln -s ../away c/2026", "rm c/list; mkdir c/list", "rm c/list; mkfifo c/list",
    "echo 9 > c/list; git add c/list", "git rm -q --cached c/list",
    "echo 9 > c/z; git add c/z; rm c/z", "git update-index --assume-unchanged c/list",
    "git update-index --skip-worktree c/list", "echo 9 > c/i; git add -N c/i",
    "git update-index --chmod=+x c/list", "rm -f .git/index",
    "git commit -q --allow-empty -m x; git read-tree --empty",
  ])
  func `any change is left to git's own comparison`(command: String) throws {
    let scene = try settled()
    try shell(command, in: scene)
    #expect(try !isSure(scene))
  }

  @Test func `a file of the moment in which the index was written is looked at`() throws {
    let scene = try settled()
    try shell("touch -r c/list .git/index", in: scene)
    #expect(try !isSure(scene))
  }
}
