import Foundation
import Testing

/// Lock files of git that a killed process left stop nobody; those of a running one are respected.
@Suite(.durability, .builtProgram) struct AbandonedLockTests {
  @Test func `a lock left in the vault stops no step`() throws {
    let two = try SealedPair()
    try two.inVault("touch refs/daftar/vault/\(two.id).lock")
    try two.here("amal").done("note \(two.id) -", input: "kelpieQ2.")
    try two.inVault("mkdir -p refs/remotes/common; touch refs/remotes/common/\(two.id).lock")
    try two.here("amal").done("sync")
    try two.settle()
    try two.expectSame()
  }

  @Test(arguments: ["refs/daftar/vault/CASE", "packed-refs", "HEAD"], ["import", "note"])
  func `a lock left in the vault is gone with the next command that seals`(
    name: String, command: String
  ) throws {
    let two = try SealedPair()
    let lock = two.paths[0] + "/.git/daftar/vault.git/\(name.replacing("CASE", with: two.id)).lock"
    // More than so many cases are stored together, and their references packed.
    let files = try ImportFiles.write(
      rows: 25, category: "fraud", in: two.team.register.folder)
    try Self.leave(lock, secondsAgo: 0)
    if command == "import" {
      try two.here("omar").done(files.command)
    } else {
      try two.here("amal").done("note \(two.id) -", input: "kelpieQ2.")
    }
    #expect(!FileManager.default.fileExists(atPath: lock))
    try two.settle()
    try two.expectSame()
  }

  @Test func `a lock left on what the register remembers of the common place stops no sync`() throws
  {
    let two = try SealedPair()
    try Self.leave(two.paths[0] + "/.git/refs/daftar/seen/origin/main.lock", secondsAgo: 11)
    try two.there("amal").done("note \(two.id) -", input: "kelpieQ2.")
    try two.settle()
    try two.expectSame()
  }

  @Test(arguments: [
    "refs/remotes/origin/main", "refs/heads/main", "HEAD", "packed-refs", "config", "shallow",
    "index", "daftar/vault.git/packed-refs", "daftar/vault.git/HEAD", "daftar/vault.git/config",
  ])
  func `a lock left in the register stops no step and no sync, and is told`(name: String) throws {
    let two = try SealedPair()
    let path = two.paths[0] + "/.git/\(name).lock"
    try Self.leave(path, secondsAgo: 60)
    try two.there("amal").done("note \(two.id) -", input: "kelpieQ2.")
    try two.there("amal").done("sync")
    let result = try two.here("amal").done("sync")
    #expect(result.errors.contains("removed the lock \(path)"), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: path))
    try two.settle()
    try two.expectSame()
  }

  @Test(arguments: ["refs/heads/main", "packed-refs", "HEAD", "refs/daftar/vault/CASE"])
  func `a lock left in a common place that is a folder stops no sync`(name: String) throws {
    let two = try SealedPair()
    let name = name.replacing("CASE", with: two.id)
    let path = two.team.register.folder + "/common.git/\(name).lock"
    try Self.leave(path, secondsAgo: 200_000)
    try two.here("amal").done("note \(two.id) -", input: "kelpieQ2.")
    try two.here("amal").done("sync")
    #expect(!FileManager.default.fileExists(atPath: path))
    try two.settle()
    try two.expectSame()
  }

  @Test func `a lock that a running process has open stays`() throws {
    let copy = Copy(try TemporaryRegister())
    let path = copy.path + "/.git/refs/heads/main.lock"
    let files = try (0..<3).map { number in
      let file = copy.register.home + "/tmp/holder\(number)"
      try Data().write(to: URL(fileURLWithPath: file))
      return file
    }
    let holder = try Child(
      "/bin/sh", ["-c", "exec 9>'\(path)'; touch -d '1 minute ago' '\(path)'; exec sleep 60"],
      in: copy.path, environment: Binary.environment(home: copy.register.home),
      input: files[0], output: files[1], errors: files[2])
    defer { holder.stop() }
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: path) { usleep(10_000) }
    usleep(100_000)
    let refused = try copy.run("new --category minor --channel sms --language en --text 'Words.'")
    #expect(refused.status == 1 && refused.errors.contains("left it locked"), "\(refused)")
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `a lock of the index that was made just now stays`() throws {
    let copy = Copy(try TemporaryRegister())
    let path = copy.path + "/.git/index.lock"
    try Self.leave(path, secondsAgo: 0)
    try copy.new()
    #expect(FileManager.default.fileExists(atPath: path))
    try FileManager.default.removeItem(atPath: path)
    try copy.done("list")
    try copy.expectWhole()
  }

  private static func leave(_ path: String, secondsAgo: TimeInterval) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -secondsAgo)], ofItemAtPath: path)
  }
}
