import FileSystem
import GitStore
import Testing

/// References are moved by code of our own: git must find what it would have written itself.
@Suite struct ReferenceMoveTests {
  private func move(
    _ scene: Scene, _ name: String, to id: ObjectID, from old: ObjectID? = nil,
    message: String = "x", isAwaited: Bool = true
  ) throws(GitError) {
    try scene.repository.moveReference(
      name, to: id, expecting: old, reflogMessage: message, isAwaited: isAwaited)
  }

  @Test func `git reads a reference in new folders, and its lock is gone`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    try move(scene, "refs/daftar/vault/2026/x", to: base)
    #expect(try scene.git("rev-parse", "refs/daftar/vault/2026/x") == base.hex + "\n")
    #expect(!exists(scene.path + "/refs/daftar/vault/2026/x.lock"))
    try scene.fsck()
  }

  @Test func `an empty folder of earlier references gives way, a full one does not`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    for name in ["", "/a", "/a/b", "/c"] { makeFolder(scene.path + "/refs/heads/topic" + name) }
    try move(scene, "refs/heads/topic", to: base)
    #expect(try scene.git("rev-parse", "topic") == base.hex + "\n")
    try move(scene, "refs/heads/other/one", to: base)
    let error = #expect(throws: GitError.self) { try move(scene, "refs/heads/other", to: base) }
    #expect(error?.isRace == false)
    #expect(!exists(scene.path + "/refs/heads/other.lock"), "a lock that stays stops everybody")
    let below = #expect(throws: GitError.self) { try move(scene, "refs/heads/topic/x", to: base) }
    #expect(below?.isRace == false)
  }

  @Test func `what is refused leaves no lock and no line in a log`() throws {
    let scene = try Scene()
    let base = try scene.commit([("a", "0")]).id
    let log = try readText(scene.path + "/.git/logs/HEAD")
    #expect(throws: GitError.self) { try move(scene, "refs/heads/main", to: base) }
    #expect(!exists(scene.path + "/.git/refs/heads/main.lock"))
    #expect(try readText(scene.path + "/.git/logs/HEAD") == log)
  }

  @Test(
    arguments: [
      (nil, "refs/heads/b", true), (nil, "refs/daftar/x", false), ("false", "refs/heads/b", false),
      ("always", "refs/daftar/x", true), ("true", "refs/heads/b", true),
    ] as [(String?, String, Bool)])
  func `logs are kept where git keeps them`(setting: String?, name: String, isKept: Bool) throws {
    let scene = try Scene()
    let base = try scene.commit([("a", "0")]).id
    if let setting { try scene.git("config", "core.logAllRefUpdates", setting) }
    try Scene(of: scene, scene.reopened()).repository.moveReference(
      name, to: base, expecting: nil, reflogMessage: "one\ntwo")
    #expect(exists(scene.path + "/.git/logs/" + name) == isKept)
    guard isKept else { return }
    #expect(try scene.git("log", "-g", "--format=%gs", name) == "one two\n")
  }

  @Test func `a link that leads nowhere is not taken for somebody who holds the lock`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    makeLink(scene.path + "/nowhere", scene.path + "/refs/heads/topic")
    let error = #expect(throws: GitError.self) { try move(scene, "refs/heads/topic/x", to: base) }
    #expect(error?.isRace == false)
    #expect(error?.message.contains("topic") == true)
  }

  @Test func `the log of HEAD is kept where HEAD has no line end`() throws {
    let scene = try Scene()
    let base = try scene.commit([("a", "0")], message: "first").id
    try writeFile(scene.path + "/.git/HEAD", "ref: refs/heads/main")
    let next = try scene.write([("a", "1")], on: [base])
    try move(scene, "refs/heads/main", to: next, from: base, message: "second")
    #expect(try readText(scene.path + "/.git/logs/HEAD").hasSuffix("\tsecond\n"))
  }

  @Test func `a bare repository keeps no logs`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    try move(scene, "refs/heads/b", to: base)
    #expect(!exists(scene.path + "/logs/refs/heads/b"))
  }

  @Test func `git moves a reference after us, and we after git`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    let (one, two) = (
      try scene.write([("a", "1")], on: [base]), try scene.write([("a", "2")], on: [base])
    )
    try move(scene, "refs/heads/main", to: one, from: base)
    try scene.git("update-ref", "refs/heads/main", two.hex, one.hex)
    try move(scene, "refs/heads/main", to: base, from: two)
    #expect(try scene.git("rev-parse", "main") == base.hex + "\n")
  }

  @Test func `after a move nothing waits for the disk any more`() throws {
    let scene = try Scene(bare: true)
    let base = try scene.commit([("a", "0")]).id
    let next = try scene.write([("a", "1")], on: [base])
    #expect(UnsyncedWrites.mayExist(at: scene.path))
    try move(scene, "refs/heads/b", to: next, isAwaited: false)
    #expect(UnsyncedWrites.mayExist(at: scene.path), "that is for the caller to see to")
    try scene.repository.syncWrites()
  }
}
