import Foundation
import Testing

/// A command is killed while it holds one of git's lock files.
@Suite(.durability, .builtProgram) struct LeftLockTests {
  @Test(
    .enabled("strace can kill a program at a given system call", { isPossible }),
    arguments: ["index.lock", "refs/heads/main.lock"])
  func `a lock that a killed command left stops nobody`(lock: String) throws {
    let copy = Copy(try TemporaryRegister())
    let before = try copy.caseFiles().count
    let path = copy.path + "/.git/" + lock
    _ = try Execution.run(
      "/usr/bin/strace",
      Self.killing(at: "rename", of: path) + [Binary.path]
        + words("new --category minor --channel sms --language en --text 'Words.'"),
      in: copy.path, environment: copy.environment(as: "omar"),
      scratch: copy.register.home + "/tmp")
    try #require(FileManager.default.fileExists(atPath: path))
    let isSaved = lock == "index.lock"
    try copy.done("list")
    try copy.new()
    #expect(try copy.caseFiles().count == before + (isSaved ? 2 : 1))
    #expect(!FileManager.default.fileExists(atPath: path))
    try copy.expectWhole()
  }

  private static func killing(at call: String, of path: String) -> [String] {
    let calls = "/^\(call)"
    return [
      "-f", "-o", "/dev/null", "-P", path, "-e", "trace=" + calls, "-e",
      "inject=" + calls + ":signal=SIGKILL",
    ]
  }

  private static let isPossible: Bool = {
    let place = FileManager.default.temporaryDirectory.path
    let result = try? Execution.run(
      "/usr/bin/strace", ["-o", "/dev/null", "/bin/true"], in: "/", environment: [:],
      scratch: place)
    return result?.status == 0
  }()
}
